"""Whether the sound holds what an engine says it heard, by how badly it fits."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import fmean, median

from cueweave.domain.transcript import Utterance, Word
from cueweave.stages.heard.drops import Sifted, Why, sift

UNHEARD = 0.0
"""The confidence of a word that the aligner did not hear."""
DOUBTFUL = 0.9
"""Mean confidence of an utterance's words below which it is listened to alone."""
OTHERS = 40
"""Utterances without doubt that are listened to as well: they tell what is usual in the recording."""
ENOUGH = 5
"""Of those; fewer say little."""
WORST = 4.5
"""Loss above which words are not what is said. Right English came to 4.3 or less with times 0.3 s off, and what
PocketSphinx makes of real voices, however wrong its words, to 2.4 or less; other sentences of the same length to 4.5 or
more, but for one of five words ..."""
WORST_OF_USUAL = 2.0
"""... or so many times what is usual in the recording, which is more in other languages, noise and music."""
FEW_WORDS = 3.0
"""Divided by the number of words it is added: the median of a few says little."""


def to_judge(heard: Sequence[Utterance], aligned: Sequence[Word]) -> tuple[list[int], list[int]]:
    """Which utterances to listen to alone: those that are doubtful, and some others, that tell what is usual.

    `aligned` has the words of all, with the aligner's confidence. Where nothing is doubtful there are no others.
    """
    words = iter(aligned)
    sure = [fmean(next(words).confidence for _ in utterance.words) for utterance in heard]
    doubtful = [at for at, confidence in enumerate(sure) if confidence < DOUBTFUL]
    rest = [at for at, confidence in enumerate(sure) if confidence >= DOUBTFUL]
    return doubtful, rest[:: max(len(rest) // OTHERS, 1)] if doubtful else []


def said(heard: Sequence[Utterance], doubtful: Mapping[int, float], others: Sequence[float]) -> Sifted:
    """Without those of the doubtful utterances (losses by index) that fit far worse than is usual in the recording.

    `others` are the losses of some that are beyond doubt; if they are too few, the doubtful tell what is usual, too.
    """
    usual = others if len(others) >= ENOUGH else [*others, *doubtful.values()]
    finite = [loss for loss in usual if loss < math.inf]
    if not finite:
        return list(heard), []  # nothing could be heard at all: that tells of the aligner, not of the words
    worst = max(WORST, WORST_OF_USUAL * median(finite))

    def is_unsaid(at: int, _: int) -> bool:
        return doubtful.get(at, 0.0) > worst + FEW_WORDS / len(heard[at].words)

    return sift(heard, is_unsaid, Why.UNSAID)
