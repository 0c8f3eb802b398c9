"""Captions that a person can read, and that somebody else's reader reads back."""

import pysubs2
import pytest

from cueweave.errors import BadInput
from cueweave.formats import WRITERS, Result, read_result, to_vtt
from cueweave.formats.result import TimedWord


def spoken(text: str, *, start: float = 0.0, each: float = 0.4) -> list[TimedWord]:
    """The words of a text, evenly spoken."""
    return [
        TimedWord(word=word, start=start + each * at, end=start + each * (at + 1))
        for at, word in enumerate(text.split())
    ]


def result(*paragraphs: list[TimedWord]) -> Result:
    return {"paragraphs": [{"words": words} for words in paragraphs]}


def captions(*paragraphs: list[TimedWord]) -> pysubs2.SSAFile:
    """What another reader makes of it."""
    return pysubs2.SSAFile.from_string(to_vtt(result(*paragraphs)).decode(), format_="vtt")


LECTURE = (
    "Good morning, everybody. Today we look at how rivers carve their valleys over time, why some of them "
    "meander (and others don't), and what that means for the towns on their banks. Any questions so far? "
    "No? Then let us begin with the glaciers of the north."
)


def test_no_word_is_lost_or_moved() -> None:
    read = captions(spoken(LECTURE))
    assert " ".join(event.plaintext.replace("\n", " ") for event in read) == LECTURE


def test_captions_have_two_lines_of_42_characters_and_stand_7_seconds_at_most() -> None:
    for caption in captions(spoken(LECTURE)):
        lines = caption.plaintext.split("\n")
        assert len(lines) <= 2
        assert all(len(line) <= 42 for line in lines)
        assert caption.duration <= 7000


def test_captions_end_where_sentences_end() -> None:
    first, *_ = captions(spoken("Good morning, everybody. " + "And so on " * 20))
    assert first.plaintext == "Good morning, everybody."


def test_a_pause_ends_a_caption() -> None:
    read = captions([*spoken("We wait"), *spoken("and then go on.", start=5.0)])
    assert [event.plaintext for event in read] == ["We wait", "and then go on."]
    assert read[1].start == 5000


def test_a_caption_never_holds_words_of_two_paragraphs() -> None:
    assert [event.plaintext for event in captions(spoken("One."), spoken("Two.", start=0.5))] == ["One.", "Two."]


def test_a_short_caption_stands_a_second_if_the_next_lets_it() -> None:
    alone = captions(spoken("Yes.", each=0.1))
    crowded = captions(spoken("Yes.", each=0.1), spoken("No.", start=0.3, each=0.1))
    assert [event.end for event in alone] == [1000]
    assert crowded[0].end == 300


def test_words_without_length_still_make_cues_that_players_accept() -> None:
    (caption,) = captions([TimedWord(word="Click", start=2.0, end=2.0)])
    assert caption.end > caption.start


def test_what_looks_like_markup_stays_text() -> None:
    data = to_vtt(result(spoken("if a<b && c --> d <script>"))).decode()
    assert "if a&lt;b &amp;&amp; c --&gt; d &lt;script&gt;" in data.replace("\n", " ")


def test_a_word_longer_than_a_line_is_kept_whole() -> None:
    (caption,) = captions(spoken("x" * 200))
    assert caption.plaintext == "x" * 200


def test_times_past_an_hour_are_written_in_full() -> None:
    assert b"\n01:00:01.250 --> 01:00:02.250\n" in to_vtt(result(spoken("Late.", start=3601.25)))


def test_nothing_spoken_is_an_empty_file_of_the_format() -> None:
    assert to_vtt(result()) == b"WEBVTT\n"


def test_a_result_is_read_with_and_without_the_servers_envelope() -> None:
    bare = WRITERS["json"](result(spoken("Hello there.")))
    assert read_result(b'{"task_id": "a:b", "status": "completed", "result": ' + bare + b"}") == read_result(bare)


@pytest.mark.parametrize(
    "data",
    [b"", b"no json", b"[]", b"{}", b'{"paragraphs": [{"words": [{"word": "a", "start": 0}]}]}', b'{"paragraphs": 1}'],
)
def test_what_is_no_result_is_named_as_such(data: bytes) -> None:
    with pytest.raises(BadInput, match="no result of Cueweave"):
        read_result(data)
