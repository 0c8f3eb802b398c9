"""Chapters in all their formats."""

import io
import json
from html import unescape

import av
import pytest
import webvtt
from formats.talks import full_talk, paragraph, read_result_of, talk
from jsonschema import Draft202012Validator

from cueweave.errors import NotExportable
from cueweave.formats import Talk, talk_of
from cueweave.formats.chapters import Chapter, chapters
from cueweave.formats.chapters_ffmetadata import to_chapters_ffmetadata
from cueweave.formats.chapters_vtt import to_chapters_vtt
from cueweave.formats.chapters_youtube import to_chapters_youtube
from cueweave.formats.podcast_chapters import to_podcast_chapters

SCHEMA = {
    "type": "object",
    "required": ["version", "chapters"],
    "properties": {
        "version": {"const": "1.2.0"},
        "title": {"type": "string"},
        "chapters": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["startTime"],
                "additionalProperties": False,
                "properties": {
                    "startTime": {"type": "number", "minimum": 0},
                    "endTime": {"type": "number", "exclusiveMinimum": 0},
                    "title": {"type": "string"},
                    "img": {"type": "string", "format": "uri"},
                    "url": {"type": "string", "format": "uri"},
                    "toc": {"type": "boolean"},
                    "location": {"type": "object"},
                },
            },
        },
    },
}
"""The published rules of JSON chapters 1.2."""


def titled(*starts: float, duration: float = 300) -> Talk:
    paragraphs = [paragraph("Rivers.", start, title=f"At {start:g}") for start in starts]
    media = {"duration": duration, "kind": "video", "language": "en"}
    return talk_of(read_result_of({"paragraphs": paragraphs, "media": media}), title="Rivers")


def test_chapters_go_from_0_to_the_end_without_a_gap() -> None:
    assert chapters(full_talk()) == [
        Chapter(0.0, 30.0, "Rivers"),
        Chapter(30.0, 120.0, "Valleys & <towns>"),
        Chapter(120.0, 150.0, "Glaciers: the end; #2 = \\ice"),
    ]
    assert chapters(titled(0.5, 60)) == [Chapter(0.0, 60.0, "At 0.5"), Chapter(60.0, 300.0, "At 60")]


def test_without_titles_there_are_none() -> None:
    assert chapters(talk()) == []
    assert to_chapters_vtt(talk()) == "WEBVTT\n"


def test_another_reader_reads_the_chapters_of_webvtt() -> None:
    found = webvtt.from_buffer(io.StringIO(to_chapters_vtt(full_talk()))).captions
    assert [(each.start_in_seconds, unescape(each.text)) for each in found] == [
        (0, "Rivers"),
        (30, "Valleys & <towns>"),
        (120, "Glaciers: the end; #2 = \\ice"),
    ]


def test_ffmpeg_reads_the_metadata_and_its_chapters() -> None:
    with av.open(io.BytesIO(to_chapters_ffmetadata(full_talk()).encode()), "r", format="ffmetadata") as file:
        assert file.metadata == {"title": "Rivers"}
        found = [(each["start"] * (each["time_base"] or 0), each["metadata"]["title"]) for each in file.chapters()]
    assert found == [(each.start, each.title) for each in chapters(full_talk())]


def test_podcast_chapters_keep_to_the_published_rules() -> None:
    document = json.loads(to_podcast_chapters(full_talk()))
    Draft202012Validator(SCHEMA).validate(document)
    assert [each["startTime"] for each in document["chapters"]] == [0, 30, 120]


def test_the_list_for_youtube_begins_at_0() -> None:
    assert to_chapters_youtube(titled(4.9, 75.2, 3725, duration=4000)) == "0:00 At 4.9\n1:15 At 75.2\n1:02:05 At 3725\n"


def test_chapters_that_youtube_finds_too_short_go_to_the_one_before() -> None:
    assert to_chapters_youtube(titled(0, 9.9, 20, 40, 295)) == "0:00 At 0\n0:20 At 20\n0:40 At 40\n"


@pytest.mark.parametrize(("starts", "number"), [((), "none"), ((0, 5, 60), "2")])
def test_too_few_chapters_for_youtube_are_refused_with_what_to_do(starts: tuple[float, ...], number: str) -> None:
    with pytest.raises(NotExportable, match=rf"has {number}: give more paragraphs a title"):
        to_chapters_youtube(titled(*starts))
