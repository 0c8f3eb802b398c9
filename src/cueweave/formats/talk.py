"""A result as writers see it: in the domain's own terms, cleaned, with what the edge knows besides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from cueweave.domain.keywords import Keyword
from cueweave.domain.transcript import Paragraph, Word
from cueweave.domain.visuals import Chart, Image, Table, Visual
from cueweave.formats.result import ChartContent, Content, ImageContent, Result, TableContent, TimedParagraph, TimedWord

Asset = Callable[[str], bytes | None]
"""From the name of a picture to what is in it; None where it is not at hand."""
UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]")
"""What XML can't hold, and no reader shows."""


def no_asset(_name: str) -> None:
    """For a result whose pictures are not at hand."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A recording's transcript. All text is free of control characters and line breaks; times never run backwards."""

    document: Result
    """The result as it was handed in."""
    paragraphs: tuple[Paragraph, ...]
    title: str
    language: str | None
    duration: float
    kind: str
    """`video` or `audio`."""
    medium: str | None
    """How a page refers to the recording: the name of a file beside it, or an address."""
    asset: Asset


def talk_of(result: Result, *, title: str = "", medium: str | None = None, asset: Asset = no_asset) -> Talk:
    """The result, ready to be written; without a title of its own it is called after its first chapter."""
    paragraphs = tuple(_paragraphs(result))
    media = result.get("media")
    last = paragraphs[-1].end if paragraphs else 0.0
    first_title = next((each.title for each in paragraphs if each.title), "Transcript")
    return Talk(
        document=result,
        paragraphs=paragraphs,
        title=_clean(title) or first_title,
        language=(media.get("language") if media else None) or None,
        duration=max(media["duration"], last) if media else last,
        kind=media["kind"] if media else "video",
        medium=UNWRITABLE.sub("\ufffd", medium) if medium else None,  # the name of a file may be any bytes
        asset=asset,
    )


def named(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Each with who begins to speak there: empty where the same goes on, nobody knows, or the text says it itself."""
    before = None
    for each in paragraphs:
        name = each.speaker or ""
        new = name and name != before and not each.text.casefold().startswith(f"{name}:".casefold())
        yield each, name if new else ""
        before = each.speaker


def file_of(url: str) -> str:
    """The name of a picture: the last part of its address, whoever serves it."""
    return url.partition("?")[0].rpartition("/")[2]


def _paragraphs(result: Result) -> Iterator[Paragraph]:
    """Those in which something is said."""
    said = 0.0
    for each in result["paragraphs"]:
        words = tuple(_words(each["words"], said))
        if words:
            said = words[-1].start
            title, speaker = _clean(each.get("title") or "") or None, _clean(each.get("speaker") or "") or None
            yield Paragraph(words, title, _keywords(each), _visual(each), speaker)


def _words(words: Sequence[TimedWord], earliest: float) -> Iterator[Word]:
    for word in words:
        text = _clean(word["word"])
        if text:
            earliest = max(word["start"], earliest)
            yield Word(text, earliest, max(word["end"], earliest), word.get("confidence", 1.0))


def _clean(text: str) -> str:
    return " ".join(UNWRITABLE.sub("", text).split())


def _keywords(paragraph: TimedParagraph) -> tuple[Keyword, ...]:
    return tuple(Keyword(_clean(each["word"]), each["type"]) for each in paragraph.get("keywords", ()))


def _visual(paragraph: TimedParagraph) -> Visual | None:
    found = paragraph.get("visuals")
    return Visual(found["start_time"], found["end_time"], _content(found["content"])) if found else None


def _content(content: Content) -> Chart | Table | Image:
    match content["type"]:
        case "chart":
            return _chart(content)
        case "table":
            return _table(content)
        case "image":
            return _image(content)
        case never:
            assert_never(never)


def _chart(content: ChartContent) -> Chart:
    pairs = tuple(zip(content["data"]["labels"], content["data"]["datasets"], strict=False))
    labels = tuple(_clean(label) for label, _ in pairs)
    return Chart(_clean(content["title"]), content["chart_type"], labels, tuple(value for _, value in pairs))


def _table(content: TableContent) -> Table:
    """All rows as long as the longest."""
    width = max(len(row) for row in (content["headers"], *content["data"]))
    headers, *rows = (
        tuple(_clean(cell) for cell in (*row, *[""] * (width - len(row))))
        for row in (content["headers"], *content["data"])
    )
    return Table(_clean(content["title"]), _clean(content["caption"] or "") or None, headers, tuple(rows))


def _image(content: ImageContent) -> Image:
    return Image(_clean(content["title"]), _clean(content["alt_text"] or "") or None, file_of(content["url"]))
