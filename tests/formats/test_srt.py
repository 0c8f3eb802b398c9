"""SubRip as other readers read it."""

import io
import re

import av
import pysubs2
from formats.talks import LECTURE, said, spoken, talk, talks
from hypothesis import given, settings

from cueweave.formats import Talk
from cueweave.formats.srt import to_srt

BLOCK = re.compile(r"(\d+)\n(\S+) --> (\S+)\n((?:.+\n)+)")


@given(talks())
@settings(deadline=None, max_examples=40)
def test_no_word_is_lost_or_doubled_and_captions_are_numbered(one: Talk) -> None:
    blocks = [BLOCK.fullmatch(block.rstrip("\n") + "\n") for block in to_srt(one).split("\n\n") if block]
    found = [block for block in blocks if block]
    assert len(found) == len(blocks)
    assert [int(block[1]) for block in found] == list(range(1, len(found) + 1))
    assert "".join("".join(block[4].split()) for block in found) == "".join(said(one))


def test_another_reader_finds_the_words_and_their_times() -> None:
    found = pysubs2.SSAFile.from_string(to_srt(talk(spoken(LECTURE, start=3600))), format_="srt")
    assert " ".join(event.plaintext.replace("\n", " ") for event in found) == LECTURE
    assert found[0].start == 3_600_000


def test_ffmpeg_reads_it() -> None:
    with av.open(io.BytesIO(to_srt(talk(spoken(LECTURE))).encode()), "r", format="srt") as file:
        texts = [bytes(packet).decode() for packet in file.demux(file.streams[0]) if packet.size]
    assert " ".join(text.replace("\n", " ") for text in texts) == LECTURE


def test_nothing_spoken_is_an_empty_file() -> None:
    assert to_srt(talk()) == ""
