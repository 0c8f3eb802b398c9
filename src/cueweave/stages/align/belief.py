"""Whether a stretch's words are those that are said in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from cueweave.stages.align.heard import Heard

WORST_ENGLISH = 4.0
"""Median loss of a stretch above which its words are not what is said. Right English came to 2.9 or less, in noise and
music at 10 dB too; English put elsewhere to 3.8 or more."""
WORST = 7.2
"""The same for languages whose sounds the English model knows from afar: right words came to 7.1 or less, others to
5.6 or more, so that they overlap ..."""
WORST_OF_USUAL = 2.0
"""... but not within a recording: there right words stayed below twice the median of the stretches, others above."""
OTHER_LANGUAGE = 6.6
"""Median of all stretches of a recording above which its text is not what is said: right words came to 6.3 or less in
ten languages, texts in another one to 6.7 or more."""
FEW_WORDS = 4.0
"""Divided by the number of words it is added: the median of a few says little."""
DOUBTFUL = 2.5
"""Times the usual loss."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What is usual in a recording, and what is too bad to be believed, as median losses of stretches."""

    usual: float
    worst: float

    def doubts(self, word: Heard) -> bool:
        """Whether the word is so far from usual that it is worth another look."""
        return word.loss > self.usual * DOUBTFUL

    def holds(self, found: Mapping[int, Heard]) -> bool:
        """Whether these words are said there."""
        return bool(found) and _loss(found) <= self.worst + FEW_WORDS / len(found)


NOTHING = Belief(usual=math.inf, worst=-math.inf)
"""No stretch is believed."""


def belief(all_found: Sequence[Mapping[int, Heard]], language: str) -> Belief:
    """From all stretches of a recording."""
    losses = [_loss(found) for found in all_found if found]
    worst = WORST_ENGLISH if language == "en" else WORST
    passing = [loss for loss in losses if loss <= worst]
    if not passing or median(losses) > OTHER_LANGUAGE:
        return NOTHING
    usual = median(passing)
    return Belief(usual, worst if language == "en" else min(worst, usual * WORST_OF_USUAL))


def _loss(found: Mapping[int, Heard]) -> float:
    return median(word.loss for word in found.values())
