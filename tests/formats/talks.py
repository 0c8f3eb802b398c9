"""Talks for the tests of formats: of plain words, and one with everything that a result can have."""

from __future__ import annotations

import io
import string
from typing import Any

from hypothesis import strategies as some
from PIL import Image

from cueweave.formats import Result, Talk, read_result, talk_of
from cueweave.formats.result import TimedWord

LECTURE = (
    "Good morning, everybody. Today we look at how rivers carve their valleys over time, why some of them "
    "meander (and others don't), and what that means for the towns on their banks. Any questions so far? "
    "No? Then let us begin with the glaciers of the north."
)


def spoken(text: str, *, start: float = 0.0, each: float = 0.4) -> list[TimedWord]:
    """The words of a text, evenly spoken."""
    return [
        TimedWord(word=word, start=start + each * at, end=start + each * (at + 1))
        for at, word in enumerate(text.split())
    ]


def result(*paragraphs: list[TimedWord]) -> Result:
    return {"paragraphs": [{"words": words} for words in paragraphs]}


def talk(*paragraphs: list[TimedWord]) -> Talk:
    return talk_of(result(*paragraphs))


def picture() -> bytes:
    """A small JPEG."""
    file = io.BytesIO()
    Image.new("RGB", (64, 36), "navy").save(file, "JPEG")
    return file.getvalue()


def paragraph(text: str, start: float, *, title: str | None = None, content: Any = None) -> dict[str, Any]:
    """One of a result, 20 s long."""
    words = [{**word, "confidence": 0.9} for word in spoken(text, start=start)]
    shown = {"start_time": start, "end_time": start + 20, "content": content}
    return {
        "paragraph_id": 1,
        "paragraph_text": text,
        "start_time": start,
        "end_time": words[-1]["end"],
        "title": title,
        "keywords": [{"word": text.split()[0], "type": "main"}],
        "words": words,
        "visuals": {"type": content["type"], "title": content["title"], **shown} if content else None,
    }


IMAGE = {"type": "image", "title": "Slide 1", "alt_text": "A glacier", "url": "/tasks/ada:1/assets/slide-001.jpg"}
TABLE = {
    "type": "table",
    "title": "Rivers | of <Europe>",
    "caption": "By length",
    "headers": ["River", "km"],
    "data": [["Volga", "3530"], ["Danube", "2850"]],
}
CHART = {
    "type": "chart",
    "chart_type": "bar",
    "title": "Flow",
    "data": {"labels": ["Spring", "Autumn"], "datasets": [12.5, 8]},
}


def everything() -> dict[str, Any]:
    """A result with chapters, a picture, a table and a chart, and text that looks like markup."""
    return {
        "paragraphs": [
            paragraph("Welcome to the rivers.", 0.5, content=IMAGE),
            paragraph(LECTURE, 30.0, title="Valleys & <towns>", content=TABLE),
            paragraph("Some *stars*, a_b_c, if x<y && z>0; # {no} </script> [link](x) =1+1", 70.0, content=CHART),
            paragraph("Glaciers come last.", 120.0, title="Glaciers: the end; #2 = \\ice"),
        ],
        "media": {"duration": 150.0, "kind": "video", "language": "en"},
    }


def full_talk(**more: Any) -> Talk:
    """That, with its picture at hand."""
    at_hand = {"slide-001.jpg": picture()}
    given = {"title": "Rivers", "medium": "rivers.mp4", "asset": at_hand.get, **more}
    return talk_of(read_result_of(everything()), **given)


def read_result_of(document: dict[str, Any]) -> Result:
    """As it comes from a file."""
    import json

    return read_result(json.dumps(document).encode())


WORDS = some.text(string.ascii_letters + string.digits + ".,?!—äß", min_size=1, max_size=60) | some.sampled_from(
    ["中文", "字", "。", "ไทย", "かな", "हिन्दी", "e\u0301t\u00e9", "a" * 200]
)


@some.composite
def talks(draw: some.DrawFn) -> Talk:
    """Any words at any times that a result can have: some begin at once, some have no length, some overlap."""
    time = 0.0
    paragraphs = []
    for texts in draw(some.lists(some.lists(WORDS, min_size=1, max_size=25), max_size=3)):
        words = []
        for text in texts:
            time += draw(some.sampled_from([0.0, 0.0004, 0.05, 0.3, 1.5]))
            words.append(TimedWord(word=text, start=time, end=time + draw(some.sampled_from([0.0, 0.2, 9.0]))))
        paragraphs.append(words)
    return talk(*paragraphs)


def said(talk: Talk) -> list[str]:
    """All words of it, in order."""
    return [word.text for each in talk.paragraphs for word in each.words]
