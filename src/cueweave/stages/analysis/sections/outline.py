"""Paragraphs of two or three sentences, and chapters above them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections.chapters import chapter_starts
from cueweave.stages.analysis.sections.paragraphs import paragraph_starts
from cueweave.stages.analysis.sections.starts import find_starts
from cueweave.stages.analysis.sections.vocabulary import function_words, number_words, topic_words


@dataclass(frozen=True, slots=True)
class Outline:
    """Paragraphs that cover all words in order, each words `first` up to and without `stop`; `chapters` are the indices
    of the paragraphs with which a chapter begins, in order; the first one always does.
    """

    paragraphs: tuple[tuple[int, int], ...]
    chapters: tuple[int, ...]

    def chapter_spans(self) -> list[tuple[int, int]]:
        """Words `first` up to and without `stop` of each chapter."""
        bounds = [*self.chapters, len(self.paragraphs)]
        return [(self.paragraphs[a][0], self.paragraphs[b - 1][1]) for a, b in pairwise(bounds)]


def outline(text: Text) -> Outline:
    """Chapters first, by the sentence; then paragraphs of 1 to 5 sentences inside them. No sentence is cut.

    Time and memory grow with the length of the text.
    """
    sentences = text.sentences
    if not sentences:
        return Outline((), ())
    starts = find_starts(text)
    numbered = number_words(text)
    topics = topic_words(numbered)
    chapters = chapter_starts(text, starts, topics, function_words(numbered))
    begins = paragraph_starts(text, starts, topics, chapters)
    paragraphs = tuple((sentences[a].first, sentences[b - 1].stop) for a, b in pairwise([*begins, len(sentences)]))
    opening = set(chapters)
    return Outline(paragraphs, tuple(index for index, at in enumerate(begins) if at in opening))
