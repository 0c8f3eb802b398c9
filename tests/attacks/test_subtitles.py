"""Subtitles made to take long, to fill the memory, or to reach something else: a result or a sentence, in bounds."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable

import httpx
import pytest
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync

MIB = 1024**2
CUE = b"1\n00:00:01,000 --> 00:00:02,000\n"
EVENTS = b"[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
DIALOGUE = b"Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,"
VTT = b"WEBVTT\n\n"
VTT_CUE = b"00:00.000 --> 00:01.000\n"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "' % (98 + level) + b"&%c;" % (97 + level) * 10 + b'">' for level in range(9))
    + b']><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">&j;</p></div></body></tt>'
)
LEAK = BOMB.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/passwd"').replace(b"&j;", b"&a;")


def filled(begin: bytes, repeated: bytes, end: bytes = b"\n") -> Callable[[int], bytes]:
    """Subtitles of about so many bytes, with something again and again."""
    return lambda size: begin + repeated * (size // len(repeated)) + end


LONG: dict[str, Callable[[int], bytes]] = {
    "one word in one line": filled(CUE, b"a"),
    "words in one line": filled(CUE, b"a "),
    "tags in tags": lambda size: CUE + b"<i>" * (size // 7) + b"x" + b"</i>" * (size // 7) + b"\n",
    "half a tag": filled(CUE, b"<a "),
    "half a time": filled(CUE, b"<1:"),
    "voices": filled(CUE, b"<v A>b"),
    "half a voice": filled(CUE, b"<v" + b" " * 400),
    "half an override": filled(CUE, b"{\\"),
    "overrides": filled(CUE, b"{\\i1}a"),
    "scripts that never close": filled(CUE, b"<script>"),
    "half a script": filled(CUE, b"<script "),
    "scripts that nearly close": filled(CUE, b"<script></script "),
    "entities of entities": filled(CUE, b"&amp;amp;"),
    "a number of a character": filled(CUE + b"&#", b"9"),
    "arrows": filled(b"", b"-->"),
    "times without text": filled(b"", b"00:00:01,000 --> 00:00:02,000\n"),
    "the same cue": filled(b"", CUE + b"hi\n\n"),
    "empty lines": filled(CUE, b"\n"),
    "lines of a blank": filled(CUE, b" \n"),
    "an hour of digits": filled(b"1\n", b"9", b":00:01,000 --> 00:00:02,000\nhi\n"),
    "settings of a WebVTT cue": filled(VTT + VTT_CUE.strip(), b" align:start", b"\nhi\n"),
    "a WebVTT note": filled(VTT + b"NOTE ", b"a", b"\n\n" + VTT_CUE + b"hi\n"),
    "a WebVTT style": filled(VTT + b"STYLE\n", b"::cue {}\n", b"\n" + VTT_CUE + b"hi\n"),
    "WebVTT regions": filled(VTT, b"REGION\nid:a\n\n", VTT_CUE + b"hi\n"),
    "times in WebVTT text": filled(VTT + VTT_CUE, b"<00:00.500>a"),
    "digits in WebVTT text": filled(VTT + VTT_CUE, b"<1"),
    "ASS with fonts": filled(
        b"[Script Info]\n\n[Fonts]\nfontname: a\n", b"!" * 80 + b"\n", EVENTS + DIALOGUE + b"hi\n"
    ),
    "ASS overrides": filled(b"[Script Info]\n\n" + EVENTS + DIALOGUE, b"{\\", b"hi\n"),
    "ASS commas": filled(b"[Script Info]\n\n" + EVENTS + b"Dialogue: ", b",", b"hi\n"),
    "ASS sections": filled(b"", b"[Script Info]\n[Events]\n"),
    "ASS styles": filled(
        b"[Script Info]\n[V4+ Styles]\nFormat: Name, Fontname\n", b"Style: a,b\n", EVENTS + DIALOGUE + b"a"
    ),
    "TTML in TTML": filled(b'<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">', b"<span>"),
    "TTML in TTML, closed": lambda size: (
        b'<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">'
        + b"<span>" * (size // 13)
        + b"</span>" * (size // 13)
        + b"</p></div></body></tt>"
    ),
    "SAMI": filled(b"<SAMI><BODY>", b"<SYNC Start=1><P>hi"),
    "MicroDVD": filled(b"", b"{1}{2}hi\n"),
    "brackets": filled(b"-->", b"["),
    "NULs": filled(CUE, b"\0"),
    "half surrogate pairs": filled(b"\xff\xfe", b"\x00\xd8", CUE.decode().encode("utf-16-le")),
    "every byte above 127": filled(CUE, bytes(range(128, 256))),
    "bytes of no charset": filled(CUE, b"\xff\xfe\x80"),
    "marks on one letter": filled(CUE + b"a", "\u0301".encode()),
    "right to left": filled(CUE, "\u202e".encode(), b"hi\n"),
}
SHORT = {
    "TTML with an entity bomb": BOMB,
    "TTML with a file": LEAK,
    "TTML times that are none": BOMB[BOMB.index(b"<tt") :].replace(b"0s", b"0").replace(b"&j;", b"a"),
    "times of 1e18": b"1\n1000000000000000000:00:01,000 --> 2000000000000000000:00:02,000\nhi\n",
    "times below zero": b"1\n-00:00:01,000 --> -00:00:02,000\nhi\n",
    "times that are none": b"1\nnan --> inf\nhi\n",
    "ASS times that are none": b"[Script Info]\n\n" + EVENTS + DIALOGUE.replace(b"0:00:01.00", b"nan") + b"hi\n",
    "ASS numbers that are none": b"[Script Info]\n\n" + EVENTS + DIALOGUE.replace(b" 0,", b" 1e999,") + b"hi\n",
    "a MicroDVD rate of nearly nothing": b"{1}{1}0.0000001\n{1000000000}{99999999999999999999}hi\n",
    "a MicroDVD rate of nothing": b"{1}{1}0\n{1}{2}hi\n",
    "UTF-16 without a mark": (CUE + b"hi\n").decode().encode("utf-16-be"),
    "UTF-16 of an odd length": (CUE + b"hi\n").decode().encode("utf-16-le") + b"a",
    "UTF-32": (CUE + b"hi\n").decode().encode("utf-32"),
    "UTF-7": CUE + b"+ADw-script+AD4-\n",
    "a character beyond Unicode": CUE + b"&#99999999999; &#xD800; &#0;\n",
}
READ = """
import json, pathlib, signal, sys, unicodedata
from cueweave.errors import BadInput
from cueweave.stages.subtitles import read_subtitles
MARKS = set("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())

def read(path):
    signal.setitimer(signal.ITIMER_PROF, 20)  # ends the process, also where an expression holds the interpreter
    try:
        cues = read_subtitles(path.read_bytes())
    except BadInput as error:
        return error.message
    text = "".join(cue.text for cue in cues)
    assert all(0 <= cue.start <= cue.end and cue.text.strip() for cue in cues)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in set(text))
    assert not {unicodedata.bidirectional(letter) for letter in set(text)} & MARKS
    assert "root:" not in text
    return str(len(text))

for name in sys.argv[1:]:
    print(json.dumps([pathlib.Path(name).name, read(pathlib.Path(name))]), flush=True)
"""
"""Says one line for each file; the first that takes 20 s of a processor, or 1 GiB of memory, ends it."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the reader said of each; all in one process, since starting one costs more than most of them."""
    folder = tmp_path_factory.mktemp("hostile")
    files = []
    for name, data in [*((name, make(MIB)) for name, make in LONG.items()), *SHORT.items()]:
        files.append(folder / name)
        files[-1].write_bytes(data)
    command = [sys.executable, "-W", "ignore", "-c", READ, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=_in_a_gigabyte)
    answers: dict[str, str] = dict(json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0, (list(answers)[-1:], done.returncode, done.stderr[-2000:])
    return answers


def _in_a_gigabyte() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1024 * MIB, 1024 * MIB))


@pytest.mark.parametrize("attack", LONG)
def test_a_megabyte_made_to_take_long_is_read_or_refused_in_bounds(said: dict[str, str], attack: str) -> None:
    assert said[attack]
    assert not said[attack].isdigit() or int(said[attack]) <= 2 * MIB


@pytest.mark.parametrize("attack", SHORT)
def test_subtitles_made_to_confuse_are_read_or_refused(said: dict[str, str], attack: str) -> None:
    assert said[attack]


@pytest.mark.parametrize(
    ("size", "status"),
    [(50 * MIB, 413), (9 * MIB, 413), (MIB // 3, 202)],
    ids=["50 MiB of one line", "9 MiB of one line", "a third of a MiB of one line"],
)
def test_one_line_as_large_as_a_book_is_answered(impatient: Service, files: Files, size: int, status: int) -> None:
    answer = _handed_in(impatient, files, LONG["words in one line"](size))
    assert answer.status_code == status, answer.text
    if answer.status_code >= 400:
        assert set(answer.json()) == {"detail"}
        eventually_sync(lambda: impatient.leftovers() == CLEAN)
    impatient.wipe()


@pytest.mark.parametrize("attack", ["TTML with an entity bomb", "TTML with a file", "times that are none"])
def test_what_confuses_the_reader_is_refused_by_the_server(impatient: Service, files: Files, attack: str) -> None:
    answer = _handed_in(impatient, files, SHORT[attack])
    assert answer.status_code in (415, 422), answer.text
    assert answer.json()["detail"].startswith("srt_file: ")
    eventually_sync(lambda: impatient.leftovers() == CLEAN)


def _handed_in(service: Service, files: Files, subtitles: bytes) -> httpx.Response:
    with service.client() as client:
        return client.post("/process/srt_media/", files={**files, "srt_file": ("talk.srt", subtitles)})
