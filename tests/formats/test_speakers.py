"""Who speaks, in the formats that can say it."""

import io
import json

import webvtt
from docx import Document
from formats.talks import paragraph
from pysubs2 import SSAFile

from cueweave.formats import FORMATS, Result, Talk, read_result, talk_of

ADA, BOB = "Ada & Co", "Bob"


def interview() -> Talk:
    said = (
        (ADA, "Good morning everybody."),
        (ADA, "Here is Bob."),
        (BOB, "Bob: Thanks a lot."),
        (ADA, "You are welcome."),
        (None, "Somebody laughs."),
    )
    result: Result = read_result(
        json.dumps(
            {"paragraphs": [{**paragraph(text, at * 30.0), "speaker": who} for at, (who, text) in enumerate(said)]}
        ).encode()
    )
    return talk_of(result)


def written(name: str) -> bytes:
    return FORMATS[name].write(interview())


def test_captions_have_voices() -> None:
    for name in ("vtt", "vtt-words"):
        cues = webvtt.from_buffer(io.StringIO(written(name).decode()))
        assert [cue.voice for cue in cues.captions] == ["Ada &amp; Co", "Ada &amp; Co", BOB, "Ada &amp; Co", None]
    assert SSAFile.from_string(written("vtt").decode())[0].plaintext == "Good morning everybody."


def test_a_podcast_says_who_speaks() -> None:
    segments = json.loads(written("podcast-transcript"))["segments"]
    assert [segment.get("speaker") for segment in segments] == [ADA, ADA, BOB, ADA, None]


def test_articles_name_who_begins_to_speak_once_and_not_where_the_text_does() -> None:
    assert written("txt").decode().split("\n\n") == [
        "Ada & Co: Good morning everybody.",
        "Here is Bob.",
        "Bob: Thanks a lot.",
        "Ada & Co: You are welcome.",
        "Somebody laughs.\n",
    ]
    assert "**Ada \\& Co:** Good morning everybody." in written("md").decode()
    paragraphs = [each.text for each in Document(io.BytesIO(written("docx"))).paragraphs]
    assert "Ada & Co: Good morning everybody." in paragraphs
    assert "Here is Bob." in paragraphs
