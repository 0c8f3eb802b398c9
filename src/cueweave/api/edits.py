"""Whether a document that a person edited is still a result, held against what results promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from cueweave.api.result_schema import (
    ChartContent,
    ImageContent,
    TableContent,
    TimedParagraph,
    TimedWord,
    VisualAid,
)
from cueweave.domain.promises import Spoken
from cueweave.domain.transcript import join_words
from cueweave.errors import BadResult
from cueweave.pipeline.document import asset_address

OWN = ("media", "alignment", "analysis")
"""What the server knows about the medium and its work; no edit changes it."""
ROUNDING = 0.0015
"""Times are rounded to milliseconds, and so is the duration."""
MOST_KEYWORDS = 200
"""Of one paragraph, since each is looked up among its words."""
LONGEST_PLACE = 100


def edited(body: bytes, original: bytes, task_id: str, assets: frozenset[str]) -> bytes:
    """The document as it is to be kept: its paragraphs, with what the original says about medium and work.

    Texts and times of paragraphs are set from their words. `assets`: the names of the task's pictures. Raises
    BadResult, whose sentence names the place.
    """
    kept = from_json(original)
    check = _Check(kept["media"]["duration"], frozenset(asset_address(task_id, name) for name in assets))
    pieces = [check.paragraph(at, each) for at, each in enumerate(_paragraphs(body))]
    facts = to_json({name: kept[name] for name in OWN if name in kept})
    return b'{"paragraphs":[%s],%s' % (b",".join(pieces), facts[1:])


def _paragraphs(body: bytes) -> list[Any]:
    try:
        document = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise BadResult(f"The body is no JSON that can be read: {error}.") from None
    if not isinstance(document, dict):
        raise BadResult("The body must be an object with `paragraphs`.")
    for unknown in document.keys() - {"paragraphs", *OWN}:
        raise BadResult(f"{unknown[:LONGEST_PLACE]}: a result has no such field.")
    paragraphs = document.get("paragraphs")
    if not isinstance(paragraphs, list) or not paragraphs:
        raise BadResult("paragraphs: there must be a list of at least one.")
    return paragraphs


class _Check:
    """Goes through the paragraphs in order."""

    def __init__(self, duration: float, pictures: frozenset[str]) -> None:
        self._duration = duration + ROUNDING
        self._pictures = pictures
        self._before = TimedWord(word="", start=0.0, end=0.0, confidence=0.0)

    def paragraph(self, at: int, found: Any) -> bytes:
        """The paragraph as JSON. Raises BadResult."""
        place = f"paragraphs.{at}"
        try:
            paragraph = TimedParagraph.model_validate(found)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            inside = ".".join(str(part) for part in (place, *first["loc"]))[:LONGEST_PLACE]
            raise BadResult(f"{inside}: {first['msg'][:1].lower()}{first['msg'][1:]}.") from None
        for fault in self._faults(at + 1, paragraph):
            raise BadResult(f"{place}.{fault}.")
        self._before = paragraph.words[-1]
        return _written(paragraph).model_dump_json(exclude_defaults=True).encode()  # a speaker may be unknown

    def _faults(self, number: int, paragraph: TimedParagraph) -> Iterator[str]:
        if paragraph.paragraph_id != number:
            yield f"paragraph_id: must be {number}, since paragraphs are numbered from 1"
        if not paragraph.words:
            yield "words: a paragraph needs at least one"
            return
        yield from self._words(paragraph.words)
        yield from _same(paragraph)
        yield from _keywords(paragraph)
        if paragraph.visuals:
            yield from self._visual(paragraph.visuals)

    def _words(self, words: Sequence[TimedWord]) -> Iterator[str]:
        for at, (before, word) in enumerate(pairwise((self._before, *words))):
            if word.word.split() != [word.word]:
                yield f"words.{at}.word: must be one word, without white space"
            if word.start > word.end:
                yield f"words.{at}: ends before it starts"
            if word.end > self._duration:
                yield f"words.{at}: lies after the end of the medium"
            if word.start < before.start or word.end < before.end:
                yield f"words.{at}: is spoken before the word that stands before it"

    def _visual(self, visual: VisualAid) -> Iterator[str]:
        if visual.start_time > visual.end_time:
            yield "visuals: ends before it starts"
        if visual.end_time > self._duration:
            yield "visuals: lies after the end of the medium"
        content = visual.content
        if (visual.type, visual.title) != (content.type, content.title):
            yield "visuals: `type` and `title` must be those of its `content`"
        yield from self._content(content)

    def _content(self, content: ChartContent | TableContent | ImageContent) -> Iterator[str]:
        if isinstance(content, ImageContent) and content.url not in self._pictures:
            yield "visuals.content.url: must be a picture of this task"
        elif isinstance(content, ChartContent) and len(content.data.labels) != len(content.data.datasets):
            yield "visuals.content.data: needs a number for each label"
        elif isinstance(content, TableContent) and any(len(row) != len(content.headers) for row in content.data):
            yield "visuals.content.data: each row must have as many cells as there are headers"


def _same(paragraph: TimedParagraph) -> Iterator[str]:
    """What says the same twice must agree; white space is ours to set."""
    words = paragraph.words
    if "".join(paragraph.paragraph_text.split()) != "".join(word.word for word in words):
        yield "paragraph_text: must be the words of the paragraph"
    if abs(paragraph.start_time - words[0].start) > ROUNDING or abs(paragraph.end_time - words[-1].end) > ROUNDING:
        yield "start_time, end_time: must be the start of the first and the end of the last word"


def _written(paragraph: TimedParagraph) -> TimedParagraph:
    words = paragraph.words
    text = join_words([word.word for word in words])
    return paragraph.model_copy(
        update={"paragraph_text": text, "start_time": words[0].start, "end_time": words[-1].end}
    )


def _keywords(paragraph: TimedParagraph) -> Iterator[str]:
    if len(paragraph.keywords) > MOST_KEYWORDS:
        yield f"keywords: at most {MOST_KEYWORDS} in a paragraph"
        return
    spoken = Spoken.of([word.word for word in paragraph.words])
    for at, keyword in enumerate(paragraph.keywords):
        if not keyword.word.strip() or keyword.word not in spoken:
            yield f"keywords.{at}.word: is not spoken in its paragraph"
