"""The small move under which cues hold most speech; beside their starts, so that noise which hides the starts of speech
as it hides the ends moves nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cueweave.domain.transcript import Span
from cueweave.stages.sync.heard import Array

REACH, FINEST = 0.2, 0.005
"""Seconds around, and from one to the next."""


def best_move(starts: Array, ends: Array, speech: Sequence[Span]) -> float:
    """Seconds by which cues (medium time) are to be moved to hold most speech; 0.0 where it makes no difference."""
    edges = np.array([time for span in speech for time in (span.start, span.end)])
    spoken = np.cumsum([0.0, *(span.end - span.start for span in speech)])
    until = np.repeat(spoken, 2)[1:-1]
    moves = np.arange(-round(REACH / FINEST), round(REACH / FINEST) + 1) * FINEST
    held = [float((np.interp(ends + by, edges, until) - np.interp(starts + by, edges, until)).sum()) for by in moves]
    best = int(np.argmax(held))
    return float(moves[best]) if held[best] > held[len(held) // 2] else 0.0
