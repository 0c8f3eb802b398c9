"""What is dropped of what was heard, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from cueweave.domain.transcript import Utterance, Word

MOST_PLACES = 5
"""So many are named; of the others only their number."""


class Why(StrEnum):
    """As it is said in the log, after `12 words`."""

    SILENCE = "where nobody speaks"
    LOOP = "of a phrase that repeats itself as no voice does"
    HASTE = "in less time than it takes to say them"
    UNSAID = "that the sound does not hold"


@dataclass(frozen=True, slots=True)
class Drop:
    """Words, at least one, that stood next to each other."""

    words: tuple[Word, ...]
    why: Why


Sifted = tuple[list[Utterance], list[Drop]]
"""What stays, each with at least one word, and what was dropped; together all words, each once, in order."""


def sift(utterances: Sequence[Utterance], is_dropped: Callable[[int, int], bool], why: Why) -> Sifted:
    """Parted by what is said of each word: `is_dropped` takes the index of the utterance and that of the word in it."""
    kept: list[Utterance] = []
    drops: list[Drop] = []
    for at, utterance in enumerate(utterances):
        rest: list[Word] = []
        judged = [(is_dropped(at, number), word) for number, word in enumerate(utterance.words)]
        for goes, group in groupby(judged, key=lambda pair: pair[0]):
            words = tuple(word for _, word in group)
            if goes:
                drops.append(Drop(words, why))
            else:
                rest += words
        if rest:
            kept.append(replace(utterance, words=tuple(rest)))
    return kept, drops


def places(drops: Sequence[Drop]) -> str:
    """Where, as a person reads it: `3 words at 0:01:10, 12 words at 0:02:00 and 4 more places`."""
    named = [f"{_count(drop)} at {_clock(drop.words[0].start)}" for drop in drops[:MOST_PLACES]]
    more = len(drops) - len(named)
    if more:
        named.append(f"{more} more place{'s' * (more > 1)}")
    return " and ".join([*filter(None, [", ".join(named[:-1])]), named[-1]])


def _count(drop: Drop) -> str:
    return f"{len(drop.words)} word{'s' * (len(drop.words) > 1)}"


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
