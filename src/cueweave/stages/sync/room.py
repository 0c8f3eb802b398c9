"""The small move that puts cues around speech as people put them: a little room before it, more after it.

How early cues start can't be told from the starts of speech, and how late they end not from its ends; but the room
that they have on both sides together can, and people fill it in much the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cueweave.domain.transcript import Span
from cueweave.stages.sync.heard import Array
from cueweave.stages.sync.regress import LEAST_OFF, nearest

NEAREST, LONGEST_TAIL = 0.4, 1.2
"""Seconds from a cue's start and end within which a start and an end of speech are its own."""
LEAST = 0.1
"""The quantile that is the least room: a few cues cut into speech, or stand beside a noise that was taken for it."""
SHARED = 0.035
"""Seconds of room that lie on both sides alike; so does all that cues lack."""
TAIL = 0.25
"""Seconds; what is more than that is room before speech ..."""
LEAD = 0.08
"""... up to so much. By this alone cues lie 54 ms off on average (`benchmarks/cue_habits.py`, see `settle`)."""


def best_move(starts: Array, ends: Array, speech: Sequence[Span]) -> float:
    """Seconds by which cues (medium time) are to be moved; 0.0 where too little speech starts and ends by them."""
    lead = nearest(starts, np.array([span.start for span in speech])) - starts
    tail = ends - nearest(ends, np.array([span.end for span in speech]))
    lead, tail = lead[np.abs(lead) < NEAREST], tail[(tail > -NEAREST) & (tail < LONGEST_TAIL)]
    if min(len(lead), len(tail)) < LEAST_OFF:
        return 0.0
    least_lead, least_tail = float(np.quantile(lead, LEAST)), float(np.quantile(tail, LEAST))
    room = least_lead + least_tail
    return least_lead - min(room, SHARED) / 2 - min(max(room - TAIL, 0.0), LEAD)
