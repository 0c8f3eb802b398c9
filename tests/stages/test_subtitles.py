"""Subtitles as they are in the wild become cues; what is none is refused with a reason."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import Cue
from cueweave.errors import BadInput, EmptyFile, NoCues, NotSubtitles
from cueweave.stages.subtitles import read_subtitles

SRT = "1\n00:00:01,000 --> 00:00:02,500\nZwölf Größen\n\n2\n00:00:03,000 --> 00:00:04,000\nund mehr\n"
CUES = [Cue(1.0, 2.5, "Zwölf Größen"), Cue(3.0, 4.0, "und mehr")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_common_encoding_is_read(encoding: str) -> None:
    assert read_subtitles(SRT.encode(encoding)) == CUES


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_any_line_end_is_read(newline: str) -> None:
    assert read_subtitles(SRT.replace("\n", newline).encode()) == CUES


def test_webvtt_is_read() -> None:
    text = "WEBVTT\n\nNOTE a note\n\n00:01.000 --> 00:02.500 align:start\n<v Ann>Zwölf <b>Größen</b>\n\n"
    assert read_subtitles(text.encode()) == [replace(CUES[0], speaker="Ann")]


def test_each_voice_of_a_cue_has_its_own_share_of_the_time_by_its_letters() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:05.000\n<v.loud Ann Lee>One two</v>\n<v Bob>And six</v>\n"
    assert read_subtitles(text.encode()) == [Cue(1.0, 3.0, "One two", "Ann Lee"), Cue(3.0, 5.0, "And six", "Bob")]


def test_ass_is_read() -> None:
    text = (
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,not said\n"
        "Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ann,0,0,0,,{\\i1}Zwölf{\\i0}\\NGrößen\n"
    )
    assert read_subtitles(text.encode()) == [replace(CUES[0], speaker="Ann")]


def srt(*cues: tuple[str, str, str]) -> bytes:
    return "\n".join(f"{at}\n{start} --> {end}\n{text}\n" for at, (start, end, text) in enumerate(cues, 1)).encode()


def test_markup_and_scripts_are_not_text() -> None:
    data = srt(
        ("00:00:01,000", "00:00:02,000", "<script>alert(1)</script><font color=red>Hi</font> &amp; {\\an8}bye\u202e")
    )
    assert [cue.text for cue in read_subtitles(data)] == ["Hi & bye"]


def test_a_smaller_than_sign_is_no_markup() -> None:
    assert [c.text for c in read_subtitles(srt(("00:00:01,000", "00:00:02,000", "3 < 4 and 5 > 2")))] == [
        "3 < 4 and 5 > 2"
    ]


def test_cues_come_in_the_order_of_their_start() -> None:
    data = srt(("00:00:05,000", "00:00:06,000", "later"), ("00:00:01,000", "00:00:09,000", "earlier"))
    assert [cue.text for cue in read_subtitles(data)] == ["earlier", "later"]


def test_a_cue_that_ends_before_it_starts_keeps_its_words() -> None:
    assert read_subtitles(srt(("00:00:05,000", "00:00:02,000", "odd"))) == [Cue(5.0, 5.0, "odd")]


def test_absurd_times_keep_their_words() -> None:
    [cue] = read_subtitles(srt(("999:00:05,000", "999:00:06,000", "far")))
    assert cue.text == "far"
    assert cue.end <= 100 * 3600


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \n \n", EmptyFile),
        (b"Just a letter to somebody.", NotSubtitles),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotSubtitles),
        (bytes(range(256)) * 20, NotSubtitles),
        (b"WEBVTT\n\n", NoCues),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\n", NoCues),
        (b"1\n00:00:01,000 --> 00:00:02,000\n<b></b>\n", NoCues),
    ],
)
def test_what_holds_no_cue_is_refused_with_what_to_do(data: bytes, error: type[BadInput]) -> None:
    with pytest.raises(error, match=r"(?i)send"):
        read_subtitles(data)


WORD = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(st.lists(st.lists(WORD, min_size=1, max_size=6), min_size=1, max_size=10))
def test_no_word_is_lost(texts: list[list[str]]) -> None:
    data = srt(*((f"00:00:{at:02},000", f"00:00:{at:02},900", " ".join(text)) for at, text in enumerate(texts)))
    read = [word for cue in read_subtitles(data) for word in cue.text.split()]
    assert read == [word for text in texts for word in text]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert all(cue.text and 0 <= cue.start <= cue.end for cue in read_subtitles(data))
    except BadInput as error:
        assert error.message


def test_a_layer_that_is_no_number_is_read_as_none() -> None:
    lines = "[Events]\nFormat: Layer, Start, End, Text\nDialogue: ,0:00:01.00,0:00:02.00,,,0,0,0,,Hello there\n"
    (cue,) = read_subtitles(lines.encode())
    assert (cue.start, cue.end, cue.text) == (1.0, 2.0, "Hello there")


PIECES = (
    "<v Ann>", "<i>", "</i>", "<script>", "</script>", "<", ">", "{\\", "}", "&amp;",
    "&#" + "9" * 5000 + ";", "-->", "\n", "\n\n", "\r", "\0", "\u202e", "[Events]", "Dialogue: ",
    "WEBVTT", "NOTE", "{1}{2}", "<tt ", "<!ENTITY", "<SAMI>", "[", "99:",
    "00:00:01,000 --> 00:00:02,000", "a",
)  # fmt: skip


@given(
    st.sampled_from([SRT, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>a\n", "[Events]\nFormat: Start, End, Text\n"]),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(PIECES), st.integers(0, 30)), max_size=8),
    st.sampled_from(["utf-8", "utf-16", "utf-16-be", "utf-32", "cp1252"]),
)
def test_subtitles_with_pieces_in_the_wrong_place_are_read_or_refused(
    text: str, changes: list[tuple[int, str, int]], encoding: str
) -> None:
    for at, piece, gone in changes:
        text = text[:at] + piece + text[at + gone :]
    with suppress(BadInput):
        cues = read_subtitles(text.encode(encoding, "replace"))
        assert all(0 <= cue.start <= cue.end and cue.text for cue in cues)
        assert sum(len(cue.text) for cue in cues) <= 5 * len(text)


def test_a_script_goes_and_one_that_never_closes_stays_text() -> None:
    data = srt(("00:00:01,000", "00:00:02,000", "a<STYLE x=1>b</style >c <script>d</style> e"))
    assert [cue.text for cue in read_subtitles(data)] == ["a c d e"]
