"""Cues as arrays, and what the sound says for each of them at many offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Cue
from cueweave.stages.sync.heard import STEP, Array, Heard

AT_ONCE = 200
"""Cues: what is computed in between takes ten times the memory of what comes out."""
LONGEST_GAP = 3.0
"""Seconds after a cue that count as its gap; what lies farther from any cue may be anything, songs for example."""


@dataclass(frozen=True, slots=True)
class Lines:
    """When cues start and end, and when the gap after each ends (subtitle seconds), in order of their starts."""

    start: Array
    end: Array
    gap_end: Array


def lines_of(cues: Sequence[Cue]) -> Lines:
    """In order; cues that overlap end where the next one starts."""
    order = np.argsort(np.array([cue.start for cue in cues], float), kind="stable")
    start = np.array([cue.start for cue in cues], float)[order]
    end = np.maximum(np.array([cue.end for cue in cues], float)[order], start)
    following = np.append(start[1:], np.inf)
    end = np.minimum(end, np.maximum(following, start))
    return Lines(start, end, np.minimum(following, end + LONGEST_GAP))


def says_for(heard: Heard, lines: Lines, rate: float, offsets: Array) -> NDArray[np.float32]:
    """Log-likelihood ratio of each cue at each offset: (cues, offsets)."""
    says = np.empty((len(lines.start), len(offsets)), np.float32)
    for first in range(0, len(says), AT_ONCE):
        part = slice(first, first + AT_ONCE)
        some = Lines(lines.start[part], lines.end[part], lines.gap_end[part])
        says[part] = _says_for(heard, some, rate, offsets)
    return says


def _says_for(heard: Heard, lines: Lines, rate: float, offsets: Array) -> Array:
    """Log-likelihood ratio of each cue at each offset: (cues, offsets)."""
    start = lines.start[:, None] * rate + offsets
    end = lines.end[:, None] * rate + offsets
    gap_end = lines.gap_end[:, None] * rate + offsets
    edges = np.arange(len(heard.until)) * STEP
    by_start, by_end, by_gap = (np.interp(times, edges, heard.until) for times in (start, end, gap_end))
    cue, gap = by_end - by_start, by_gap - by_end
    return np.asarray(
        heard.cue[0] * cue
        + heard.cue[1] * (end - start - cue)
        + heard.gap[0] * gap
        + heard.gap[1] * (gap_end - end - gap)
        + np.interp(start, edges[:-1], heard.onset, left=heard.onset.min(), right=heard.onset.min())
    )
