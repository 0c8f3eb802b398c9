"""Paragraphs of two or three sentences, and chapters above them: one dynamic program each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from cueweave.domain.analysis import Text
from cueweave.domain.promises import bare
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.stems import stems

PAUSE_THAT_COUNTS = 2.0
"""Seconds; a longer pause parts no more than this one."""
MARKERS = (
    "now",
    "next",
    "so",
    "finally",
    "first",
    "second",
    "third",
    "let's",
    "let",
    "another",
    "to sum up",
    "in summary",
)
CHAPTER_PARAGRAPHS = (3, 9)


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
    """A paragraph has two or three sentences, or one where the whole text has no more."""
    words, sentences = text.words, text.sentences
    strength = [_boundary(words, sentences, at) for at in range(1, len(sentences))]
    cuts = _best_cuts(len(sentences), (2, 3), strength)
    paragraphs = tuple((sentences[a].first, sentences[b - 1].stop) for a, b in pairwise(cuts))
    inner = [strength[cut - 1] for cut in cuts[1:-1]]
    chapters = _best_cuts(len(paragraphs), CHAPTER_PARAGRAPHS, inner)
    return Outline(paragraphs, tuple(chapters[:-1]))


def _best_cuts(count: int, size: tuple[int, int], strength: Sequence[float]) -> list[int]:
    """Where to cut `count` units into runs of the given sizes so that the cuts are the strongest; with 0 and `count`.

    Runs of other sizes are possible where nothing else works out, at a price.
    """
    least, most = size
    best: list[tuple[float, int]] = [(0.0, 0)]

    def value(end: int, length: int) -> float:
        gain = strength[end - 1] if end < count else 0.0
        return best[end - length][0] + gain - (0.0 if length >= least else 10.0) - 0.5

    for end in range(1, count + 1):
        length = max(range(1, min(most, end) + 1), key=_with(value, end))
        best.append((value(end, length), length))
    cuts = [count]
    while cuts[-1] > 0:
        cuts.append(cuts[-1] - best[cuts[-1]][1])
    return cuts[::-1]


def _with(value: Callable[[int, int], float], end: int) -> Callable[[int], float]:
    return lambda length: value(end, length)


def _boundary(words: Sequence[Word], sentences: Sequence[Sentence], at: int) -> float:
    """How good it is to start a paragraph at this sentence: pause, new vocabulary, a word that opens a topic."""
    here = sentences[at].first
    pause = min(words[here].start - words[here - 1].end, PAUSE_THAT_COUNTS) / PAUSE_THAT_COUNTS
    before = stems(words, sentences[max(at - 3, 0)].first, here)
    after = stems(words, here, sentences[min(at + 2, len(sentences) - 1)].stop)
    opening = " ".join(bare(word.text).lower() for word in words[here : here + 3])
    marked = any(opening == marker or opening.startswith(marker + " ") for marker in MARKERS)
    return max(pause, 0.0) + (1.0 - _cosine(before, after)) * 0.8 + 0.4 * marked


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    norm = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(n * other[text] for text, n in one.items()) / norm if norm else 0.0
