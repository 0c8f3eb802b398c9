"""Where paragraphs begin inside chapters: two or three sentences each, and no thought cut in two."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.typing import NDArray

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections.program import Costs, cheapest_runs, run_totals
from cueweave.stages.analysis.sections.starts import Starts
from cueweave.stages.analysis.sections.vocabulary import Occurrences

MOST_SENTENCES = 5
BY_SENTENCES = (1.6, 0.0, 0.0, 1.0, 1.8)
"""What a paragraph of one to five sentences costs."""
FEWEST, MOST = 40, 90
"""Words that a paragraph should have."""
FEWER_A_POINT, MORE_A_POINT = 18.0, 30.0
"""So many words fewer or more cost 1."""
LONG_SENTENCE = 40
"""Words; one of so many may stand alone."""
BREATH = 25
"""Words; quick turns of fewer, both of them, may share a paragraph."""
NEVER = 1e6
COHESION = 2.0

# What it costs to begin a paragraph, in the same points.
PAUSE, SCENE, TOPIC, STEP = -1.8, -1.8, -1.8, -0.8
TURN, QUICK_TURN = -4.0, -0.5
ANSWER, LINK, BACK = 3.0, 1.2, 1.2


def paragraph_starts(text: Text, starts: Starts, topics: Occurrences, chapters: Sequence[int]) -> list[int]:
    """The sentences with which paragraphs begin, in order; each chapter begins with one."""
    costs = _sizes(text)
    prices = _prices(starts) + COHESION * _likeness(topics)
    costs += prices[:, None]
    costs += NEVER * _runs_over(chapters, len(text.sentences))
    return cheapest_runs(costs)


def _sizes(text: Text) -> Costs:
    """By sentences and words."""
    words = run_totals(np.array([sentence.stop - sentence.first for sentence in text.sentences]), MOST_SENTENCES)
    by_sentences = np.tile(BY_SENTENCES, (len(words), 1))
    by_sentences[words[:, 0] >= LONG_SENTENCE, 0] = 0.2
    by_words = np.maximum(FEWEST - words, 0) / FEWER_A_POINT + np.maximum(words - MOST, 0) / MORE_A_POINT
    costs: Costs = by_sentences + by_words
    return costs


def _prices(starts: Starts) -> NDArray[np.float64]:
    free = starts.free
    signs = PAUSE * starts.pause + SCENE * starts.scene + TOPIC * starts.topic + STEP * starts.step
    ties = (ANSWER * starts.answer + LINK * starts.link + BACK * starts.back) * free
    turns = np.where(_quick(starts), QUICK_TURN, TURN) * starts.turn
    prices: NDArray[np.float64] = signs + ties + turns
    return prices


def _quick(starts: Starts) -> NDArray[np.bool_]:
    """Whether a turn begins here, and both this one and the one before it are short."""
    quick = np.zeros(len(starts.turn), dtype=bool)
    turns = np.flatnonzero(starts.turn_words)
    lengths = starts.turn_words[turns]
    quick[turns[1:]] = (lengths[1:] < BREATH) & (lengths[:-1] < BREATH)
    return quick


def _likeness(topics: Occurrences) -> NDArray[np.float64]:
    """The cosine of each sentence with the one before it, by TF-IDF; 0.0 for the first."""
    shape = (topics.sentence_count, max(topics.size, 1))
    counts = scipy.sparse.csr_array((np.ones(len(topics.kinds)), (topics.sentences, topics.kinds)), shape=shape)
    holding = np.bincount(counts.indices, minlength=shape[1])
    weights = np.log((1 + shape[0]) / (1 + holding)) + 1.0
    weighted = counts.multiply(weights[None, :]).tocsr()
    norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    products = np.asarray(weighted[1:].multiply(weighted[:-1]).sum(axis=1)).ravel()
    scale = norms[1:] * norms[:-1]
    likeness = np.zeros(shape[0])
    likeness[1:] = np.divide(products, scale, out=np.zeros(len(scale)), where=scale > 0)
    return likeness


def _runs_over(begins: Sequence[int], count: int) -> NDArray[np.bool_]:
    """Whether a run of one to five sentences holds one of these sentences other than as its first."""
    begun = np.zeros(count)
    begun[list(begins)] = 1.0
    found: NDArray[np.bool_] = run_totals(begun, MOST_SENTENCES) > begun[:, None]
    return found
