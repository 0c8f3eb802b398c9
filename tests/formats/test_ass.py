"""SubStation Alpha as other readers read it."""

import io
import re

import av
import pysubs2
from formats.talks import LECTURE, said, spoken, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.ass import to_ass

KARAOKE = re.compile(r"\{\\k(\d+)\}")


def read(one: Talk) -> pysubs2.SSAFile:
    return pysubs2.SSAFile.from_string(to_ass(one), format_="ass")


def test_another_reader_finds_the_words() -> None:
    found = read(talk(spoken(LECTURE)))
    assert " ".join(event.plaintext.replace("\n", " ") for event in found) == LECTURE


def test_each_word_lights_up_when_it_is_spoken() -> None:
    (event,) = read(talk(spoken("Rivers carve valleys.", start=2.0, each=0.5)))
    assert event.text == r"{\k50}Rivers {\k50}carve {\k50}valleys."[: len(event.text)]
    assert (event.start, event.end) == (2000, 3500)


@given(talks())
@settings(deadline=None, max_examples=40)
def test_the_words_of_a_line_take_as_long_as_the_line(one: Talk) -> None:
    found = read(one)
    assert "".join("".join(each.plaintext.split()) for each in found) == "".join(said(one))
    for event in found:
        assert sum(map(int, KARAOKE.findall(event.text))) * 10 <= event.duration + 10


def test_ffmpeg_reads_it() -> None:
    with av.open(io.BytesIO(to_ass(talk(spoken(LECTURE))).encode()), "r", format="ass") as file:
        texts = [bytes(packet).decode() for packet in file.demux(file.streams[0]) if packet.size]
    assert len(texts) == len(read(talk(spoken(LECTURE))))


def test_braces_and_backslashes_are_no_tags() -> None:
    assert "\\{no\\}" in to_ass(talk(spoken("{no}")))
    assert "\\\u2060Nice" in to_ass(talk(spoken("\\Nice")))
