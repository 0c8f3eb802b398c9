"""Where chapters begin: where the text becomes most probable when each chapter has its own vocabulary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.analysis import Text
from cueweave.stages.analysis.sections.cohesion import boundary_cost, function_costs, topic_costs
from cueweave.stages.analysis.sections.program import Costs, cheapest_runs, run_totals
from cueweave.stages.analysis.sections.starts import Starts
from cueweave.stages.analysis.sections.vocabulary import Occurrences

LONGEST = 200
"""Sentences; what makes the time grow with the text and not with its square."""
LONG = 1400
"""Words, some ten minutes; a longer chapter costs more and more."""
SHORT = 60
"""Words, less than half a minute; a shorter chapter costs more and more too."""
FEW_SENTENCES = (4.0, 2.0)
"""What a chapter of one sentence costs, and one of two."""
WORDS_A_POINT = {"short": 15.0, "long": 150.0}
"""Words under or over these that make the odds against a chapter e times larger."""

# In natural logarithms of odds. A boundary costs 5.5 to 9.6 without them: none of these makes one alone.
PAUSE, TURN, SCENE, TOPIC = -2.0, -1.5, -2.5, -2.0
ANSWER, LINK, BACK = 2.0, 1.5, 0.25


def chapter_starts(text: Text, starts: Starts, topics: Occurrences, functions: Occurrences) -> list[int]:
    """The sentences with which chapters begin, in order; the first one always does."""
    longest = min(LONGEST, len(text.sentences))
    costs = topic_costs(topics, longest)
    costs += function_costs(functions, longest)
    costs += _prices(starts, boundary_cost(topics))[:, None]
    costs += _lengths(text, longest)
    return cheapest_runs(costs)


def _prices(starts: Starts, usual: float) -> NDArray[np.float64]:
    """What it costs to begin a chapter at each sentence, never less than a third of what is usual."""
    free = starts.free
    signs = PAUSE * starts.pause + TURN * starts.turn + SCENE * starts.scene + TOPIC * starts.topic
    ties = ANSWER * starts.answer * free + LINK * starts.link * free + BACK * starts.back * free
    prices: NDArray[np.float64] = np.maximum(usual + signs + ties, usual / 3)
    return prices


def _lengths(text: Text, longest: int) -> Costs:
    """What is against very short chapters and very long ones."""
    words = run_totals(np.array([sentence.stop - sentence.first for sentence in text.sentences]), longest)
    too_long: Costs = np.maximum(words - LONG, 0) / WORDS_A_POINT["long"]
    too_short: Costs = np.maximum(SHORT - words, 0) / WORDS_A_POINT["short"]
    costs: Costs = too_long + too_short
    few = FEW_SENTENCES[:longest]
    costs[:, : len(few)] += few
    return costs
