"""Heard and unheard words put in order, each with a time of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cueweave.domain.transcript import Word
from cueweave.stages.align.heard import Heard

SHORTEST = 0.02
"""Seconds that a spoken word takes at least."""
UNHEARD = 12.0
"""The loss at which a word is as good as not heard."""


def agreeing(heard: Mapping[int, Heard]) -> dict[int, Heard]:
    """Those whose order in time is that of the words; of two that contradict each other the one that fits better."""
    kept: list[tuple[int, Heard]] = []
    for at, found in sorted(heard.items()):
        while kept and kept[-1][1].start > found.start and kept[-1][1].loss > found.loss:
            kept.pop()
        if not kept or kept[-1][1].start <= found.start:
            kept.append((at, found))
    return dict(kept)


def better(heard: Mapping[int, Heard], again: Mapping[int, Heard], run: range) -> dict[int, Heard]:
    """What was heard, with this run of words as it was heard again if it fits better as a whole."""
    if sum(_cost(again, at) for at in run) >= sum(_cost(heard, at) for at in run):
        return dict(heard)
    return {at: word for at, word in heard.items() if at not in run} | dict(again)


def _cost(heard: Mapping[int, Heard], at: int) -> float:
    return heard[at].loss if at in heard else UNHEARD


def in_order(words: Sequence[Word], spoken: Sequence[bool], heard: Mapping[int, Word], duration: float) -> list[Word]:
    """Heard times where there are any, the rest between their neighbours; spoken words last 20 ms at least.

    Nothing runs backwards or leaves the medium.
    """
    pressed = list(_pressed(words, heard))
    pushed = list(_pushed(pressed, spoken))
    return list(_pulled(pushed, spoken, duration))[::-1]


def _pressed(words: Sequence[Word], heard: Mapping[int, Word]) -> Iterator[Word]:
    ceiling = [math.inf] * (len(words) + 1)
    for at in reversed(range(len(words))):
        ceiling[at] = min(ceiling[at + 1], heard[at].start) if at in heard else ceiling[at + 1]
    floor = 0.0
    for at, word in enumerate(words):
        best = heard.get(at, word)
        start = max(min(best.start, ceiling[at + 1]), floor)
        end = max(min(best.end, ceiling[at + 1]), start)
        floor = end
        yield replace(best, start=start, end=end)


def _pushed(words: Sequence[Word], spoken: Sequence[bool]) -> Iterator[Word]:
    """Room made for words that have none, at the cost of those after them."""
    floor = 0.0
    for word, is_spoken in zip(words, spoken, strict=True):
        start = max(word.start, floor)
        floor = max(word.end, start + (SHORTEST if is_spoken else 0.0))
        yield replace(word, start=start, end=floor)


def _pulled(words: Sequence[Word], spoken: Sequence[bool], duration: float) -> Iterator[Word]:
    """From the last to the first: what was pushed out of the medium comes back, at the cost of those before."""
    ceiling = duration
    for word, is_spoken in zip(reversed(words), reversed(spoken), strict=True):
        end = min(word.end, ceiling)
        start = max(min(word.start, end - SHORTEST if is_spoken else end), 0.0)
        ceiling = start
        yield replace(word, start=start, end=max(end, start))
