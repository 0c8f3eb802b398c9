"""Where the offset jumps: the likeliest row of offsets over the cues, with a price for each jump."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.stages.sync.heard import Array

PRICE = 18.0
"""Of a jump, in what cues say: more than chance offers among thousands of offsets at a thousand places (about 15)."""
OVERLAP = 0.5
"""Seconds by which a cue may end after the next one starts."""


@dataclass(frozen=True, slots=True)
class Path:
    """The offset's index for each cue, and what all say for it, less the price of the jumps."""

    offsets: NDArray[np.intp]
    says: float

    @property
    def cuts(self) -> list[int]:
        """The first cue of each stretch."""
        return [0, *(np.flatnonzero(np.diff(self.offsets)) + 1).tolist()]


def likeliest_path(says: NDArray[np.float32], price: float) -> Path:
    """By dynamic programming (Viterbi 1967) over (cues, offsets); `price` is that of a jump."""
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
    return Path(path, float(value.max()))


def place_cut(before: tuple[NDArray[np.float32], Array], after: tuple[NDArray[np.float32], Array]) -> int:
    """The first cue of the later stretch, by its place among the cues of both stretches.

    `before`: what each cue says for the earlier offset, and when it would end; `after`: for the later offset, and when
    it would start. Both can't be heard at the same time, so where a passage is missing from the medium its cues
    belong to neither and say nothing.
    """
    earlier = np.maximum.accumulate(np.concatenate(([0.0], np.cumsum(before[0]))))
    later = np.append(np.cumsum(after[0][::-1])[::-1], 0.0)
    places = np.arange(1, len(after[1]))
    fitting = np.minimum(np.searchsorted(np.maximum.accumulate(before[1]), after[1][1:] + OVERLAP), places)
    return int(places[np.argmax(earlier[fitting] + later[places])])
