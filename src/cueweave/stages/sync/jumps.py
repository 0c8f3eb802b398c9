"""Where the offset jumps: the likeliest row of offsets over the cues, with a price for each jump."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.stages.sync.heard import Array

PRICE = 18.0
"""Of a jump, in what cues say: more than chance offers among thousands of offsets at a thousand places (about 15)."""
OVERLAP = 0.5
"""Seconds by which a cue may end after the next one starts."""


Cut = tuple[int, int]
"""The first cue of a stretch, and its offset by index."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What each cue says for each offset, (cues, offsets), and when cues start and end at offset 0, in order."""

    says: NDArray[np.float32]
    offsets: Array
    start: Array
    end: Array


def likeliest_cuts(weighed: Weighed, price: float) -> tuple[list[Cut], float]:
    """The stretches for which most is said, and that, less the `price` of each jump.

    A stretch whose cues would be heard while those of the next one are counts for nothing as far as it does, and goes
    where that leaves it less than its price.
    """
    path = likeliest_path(weighed.says, price)
    firsts = [0, *(np.flatnonzero(np.diff(path)) + 1).tolist()]
    cuts = [(first, int(path[first])) for first in firsts]
    for at in range(1, len(cuts)):
        cuts[at] = (_placed(weighed, cuts, at), cuts[at][1])
    value = _value(weighed, cuts, price)
    while len(cuts) > 1:
        fewer = max((_without(weighed, cuts, at) for at in range(len(cuts))), key=lambda c: _value(weighed, c, price))
        if _value(weighed, fewer, price) <= value:
            break
        cuts, value = fewer, _value(weighed, fewer, price)
    return cuts, value


def likeliest_path(says: NDArray[np.float32], price: float) -> NDArray[np.intp]:
    """The offset of each cue by index, by dynamic programming (Viterbi 1967) over (cues, offsets)."""
    count, states = says.shape
    stays = np.ones((count, states), bool)
    came_from = np.zeros(count, np.intp)
    value = says[0].astype(float)
    for at in range(1, count):
        came_from[at] = np.argmax(value)
        jumped = value[came_from[at]] - price
        stays[at] = value >= jumped
        value = np.maximum(value, jumped) + says[at]
    path = np.empty(count, np.intp)
    path[-1] = np.argmax(value)
    for at in range(count - 1, 0, -1):
        path[at - 1] = path[at] if stays[at, path[at]] else came_from[at]
    return path


def _value(weighed: Weighed, cuts: Sequence[Cut], price: float) -> float:
    """What the cues say, without those that would end while the next stretch is heard."""
    stops = [*(first for first, _ in cuts[1:]), len(weighed.start)]
    total = -price * (len(cuts) - 1)
    for at, ((first, state), stop) in enumerate(zip(cuts, stops, strict=True)):
        until = np.inf if stop == len(weighed.start) else weighed.start[stop] + weighed.offsets[cuts[at + 1][1]]
        total += float(weighed.says[first : first + _fitting(weighed, range(first, stop), state, until), state].sum())
    return total


def _fitting(weighed: Weighed, cues: range, state: int, until: float) -> int:
    """How many of these cues end before that time (in the medium)."""
    ends = np.maximum.accumulate(weighed.end[cues.start : cues.stop] + weighed.offsets[state])
    return int(np.searchsorted(ends, until + OVERLAP, side="right"))


def _without(weighed: Weighed, cuts: Sequence[Cut], at: int) -> list[Cut]:
    """Its cues go to its neighbours, parted where most is said for both."""
    left = [*cuts[:at], *cuts[at + 1 :]]
    if at == 0:
        left[0] = (0, left[0][1])
    elif at < len(left) and left[at][1] == left[at - 1][1]:
        left.pop(at)
    elif at < len(left):
        left[at] = (_placed(weighed, left, at), left[at][1])
    return left


def _placed(weighed: Weighed, cuts: Sequence[Cut], at: int) -> int:
    """The first cue of the stretch `at`, by what is said on both sides of it.

    Cues of both sides can't be heard at the same time, so where a passage is missing from the medium its cues belong
    to neither and say nothing.
    """
    (first, one), (_, other) = cuts[at - 1], cuts[at]
    stop = cuts[at + 1][0] if at + 1 < len(cuts) else len(weighed.start)
    own = slice(first, stop)
    earlier = np.concatenate(([0.0], np.cumsum(weighed.says[own, one])))
    later = np.append(np.cumsum(weighed.says[own, other][::-1])[::-1], 0.0)
    places = np.arange(1, stop - first)
    ends = np.maximum.accumulate(weighed.end[own] + weighed.offsets[one])
    starts = weighed.start[own][1:] + weighed.offsets[other]
    fitting = np.minimum(np.searchsorted(ends, starts + OVERLAP), places)
    return first + int(places[np.argmax(earlier[fitting] + later[places])])
