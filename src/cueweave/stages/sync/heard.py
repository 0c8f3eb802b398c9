"""What the speech track says for or against a cue at a time, as a log-likelihood ratio against chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Span

Array = NDArray[np.float64]

STEP = 0.1
"""Seconds a frame."""
IN_CUE, IN_GAP = 0.9, 0.3
"""How much of a cue, and of the gap between cues, is speech where the subtitles are right."""
INDEPENDENT = 0.5
"""Seconds; frames nearer to one another say the same."""
STARTS = 0.5
"""The share of cues that start where speech does; others start within a sentence."""
SPREAD = 0.2
"""Seconds by which people miss the start of speech (standard deviation)."""
SMALL = 0.05


@dataclass(frozen=True, slots=True)
class Heard:
    """The speech track in frames, and what its parts weigh."""

    speech: Array
    """The share of each frame that is speech."""
    until: Array
    """Seconds of speech before each frame; one value more than frames."""
    onset: Array
    """What it says for a cue that it starts at this frame."""
    cue: tuple[float, float]
    gap: tuple[float, float]
    """What a second of speech, and of silence, says for a cue or a gap there."""


def listen(speech: Sequence[Span], duration: float) -> Heard:
    """The track for a medium of this many seconds."""
    frames = int(duration / STEP) + 2
    edges = np.asarray(np.arange(frames + 1) * STEP, np.float64)
    starts = np.array([span.start for span in speech], float)
    ends = np.array([span.end for span in speech], float)
    until = _until(starts, ends, edges)
    usual = float(np.clip(until[-1] / max(duration, STEP), SMALL, 1 - SMALL))
    return Heard(
        speech=np.diff(until) / STEP,
        until=until,
        onset=_onset(starts, edges[:-1], max(len(starts) / max(duration, 1.0), SMALL)),
        cue=_weights(IN_CUE, usual),
        gap=_weights(IN_GAP, usual),
    )


def _until(starts: Array, ends: Array, edges: Array) -> Array:
    """Seconds of speech before each time."""
    if len(starts) == 0:
        return np.zeros(len(edges))
    spoken = np.concatenate(([0.0], np.cumsum(ends - starts)))
    at = np.searchsorted(starts, edges, side="right")
    inside = np.clip(edges - starts[np.maximum(at - 1, 0)], 0.0, (ends - starts)[np.maximum(at - 1, 0)])
    return np.where(at > 0, spoken[np.maximum(at - 1, 0)] + inside, 0.0)


def _onset(starts: Array, times: Array, often: float) -> Array:
    """`often`: how many starts a second there are."""
    distance = np.full(len(times), 1e3)
    if len(starts):
        after = np.clip(np.searchsorted(starts, times), 1, max(len(starts) - 1, 1))
        distance = np.minimum(
            np.abs(starts[np.minimum(after, len(starts) - 1)] - times), np.abs(starts[after - 1] - times)
        )
    near = np.exp(-0.5 * (distance / SPREAD) ** 2) / (SPREAD * np.sqrt(2 * np.pi))
    return np.asarray(np.log((1 - STARTS) + STARTS * near / often), np.float64)


def _weights(right: float, usual: float) -> tuple[float, float]:
    return (float(np.log(right / usual)) / INDEPENDENT, float(np.log((1 - right) / (1 - usual))) / INDEPENDENT)
