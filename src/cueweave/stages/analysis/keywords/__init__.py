"""Keywords of a paragraph: what it is about, its terms, its advice and its warnings; all spoken in it."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.domain.analysis import Text
from cueweave.domain.keywords import Keyword
from cueweave.stages.analysis.keywords.choice import choose
from cueweave.stages.analysis.keywords.phrases import read_phrases
from cueweave.stages.analysis.keywords.weights import Weights

__all__ = ["find_keywords"]


def find_keywords(text: Text, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[Keyword, ...]]:
    """At most six for each paragraph (words `first` up to and without `stop`); every one is a run of its words."""
    reading = read_phrases(text)
    weights = Weights.of(reading.tokens, reading.phrases, paragraphs)
    return [choose(reading, weights, first, stop) for first, stop in paragraphs]
