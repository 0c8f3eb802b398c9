"""Where the offset jumps: the likeliest row of offsets over the cues, with a price for each jump."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.stages.sync.heard import Array

PRICE = 25.0
"""Of a jump, in what cues say: more than chance offers among thousands of offsets at a thousand places (about 15)."""


@dataclass(frozen=True, slots=True)
class Path:
    """The offset's index for each cue, and what all say for it, less the price of the jumps."""

    offsets: NDArray[np.intp]
    says: float

    @property
    def cuts(self) -> list[int]:
        """The first cue of each stretch."""
        return [0, *(np.flatnonzero(np.diff(self.offsets)) + 1).tolist()]


def likeliest_path(says: Array) -> Path:
    """By dynamic programming (Viterbi 1967) over (cues, offsets)."""
    count, states = says.shape
    stays = np.ones((count, states), bool)
    came_from = np.zeros(count, np.intp)
    value = says[0].copy()
    for at in range(1, count):
        came_from[at] = np.argmax(value)
        jumped = value[came_from[at]] - PRICE
        stays[at] = value >= jumped
        value = np.maximum(value, jumped) + says[at]
    path = np.empty(count, np.intp)
    path[-1] = np.argmax(value)
    for at in range(count - 1, 0, -1):
        path[at - 1] = path[at] if stays[at, path[at]] else came_from[at]
    return Path(path, float(value.max()))
