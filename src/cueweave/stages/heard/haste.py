"""More words than a mouth can say in the time."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.domain.transcript import Utterance
from cueweave.stages.heard.drops import Sifted, Why, sift
from cueweave.stages.heard.pace import FASTEST, seconds_to_say
from cueweave.stages.heard.voices import REACH


def drop_hurried(heard: Sequence[Utterance]) -> Sifted:
    """Without utterances that can't be said between their neighbours, be their times off as engines' are.

    Engines draw the last word of an utterance out to where the next one begins: its time counts as free.
    """
    goes = [_is_hurried(heard, at) for at in range(len(heard))]
    return sift(heard, lambda at, _: goes[at], Why.HASTE)


def _is_hurried(heard: Sequence[Utterance], at: int) -> bool:
    words = heard[at].words
    start = min(heard[at - 1].words[-1].start if at else words[0].start, words[0].start) - REACH
    end = max(heard[at + 1].words[0].start if at + 1 < len(heard) else words[-1].end, words[-1].end) + REACH
    return seconds_to_say(words, FASTEST) > end - start
