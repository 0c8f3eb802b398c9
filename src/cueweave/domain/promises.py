"""What every result keeps, checked at the end of every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cueweave.domain.transcript import Paragraph, Transcript, Word
from cueweave.errors import BrokenPromise

TOLERANCE = 1e-6
OUTER = " \t\"'“”„‘’‚«»‹›()[]{}.,;:!?…-–—¿¡。，、！？；：「」『』（）《》〈〉【】।॥،؛؟·"


def bare(text: str) -> str:
    """The text without the punctuation around it."""
    return text.strip(OUTER)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words in which phrases can be looked up."""

    _lines: str
    """The words, bare, a line each: looked through by one search, however many words there are."""

    @classmethod
    def of(cls, words: Sequence[str]) -> Spoken:
        """Of these words, in which no white space is."""
        return cls(_lines(words))

    def __contains__(self, phrase: str) -> bool:
        return _lines(phrase.split()) in self._lines


def _lines(words: Sequence[str]) -> str:
    return "\n" + "".join(f"{bare(word)}\n" for word in words)


def check_promises(transcript: Transcript, spoken: Sequence[str]) -> None:
    """No word lost, none invented, times in order and inside the medium, keywords and visuals true.

    `spoken` is the words of the subtitles, in order. Raises BrokenPromise.
    """
    for broken in _broken(transcript, spoken):
        raise BrokenPromise(f"The result would not be true to its subtitles: {broken}. Nothing was kept.")


def _broken(transcript: Transcript, spoken: Sequence[str]) -> Iterator[str]:
    words = [word for paragraph in transcript.paragraphs for word in paragraph.words]
    if any(not paragraph.words for paragraph in transcript.paragraphs) or not words:
        yield "a paragraph has no words"
    if [word.text for word in words] != list(spoken):
        yield "words were lost, invented or moved"
    yield from _times(words, transcript.medium.duration)
    for paragraph in transcript.paragraphs:
        yield from _keywords(paragraph)
        yield from _visual(paragraph, transcript.medium.duration)


def _times(words: Sequence[Word], duration: float) -> Iterator[str]:
    if any(not 0.0 <= word.start <= word.end <= duration + TOLERANCE for word in words):
        yield "a word lies outside the medium or ends before it starts"
    if any(later.start < earlier.start or later.end < earlier.end for earlier, later in pairwise(words)):
        yield "the times run backwards"
    if any(not 0.0 <= word.confidence <= 1.0 for word in words):
        yield "a confidence is no share"


def _keywords(paragraph: Paragraph) -> Iterator[str]:
    spoken = Spoken.of([word.text for word in paragraph.words])
    for keyword in paragraph.keywords:
        if keyword.word not in spoken:
            yield f"the keyword {keyword.word!r} is not spoken in its paragraph"


def _visual(paragraph: Paragraph, duration: float) -> Iterator[str]:
    visual = paragraph.visual
    if visual is not None and not 0.0 <= visual.start <= visual.end <= duration + TOLERANCE:
        yield "a visual lies outside the medium"
