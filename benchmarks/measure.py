"""How far times lie from the truth, in the figures of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cueweave.domain.transcript import SURE, Span

LIMITS = (0.05, 0.1, 0.25)
"""Seconds: the shares within these are told."""
RIGHT = 0.1
"""Seconds within which a sure word must lie."""


@dataclass(frozen=True, slots=True)
class Distance:
    """Distances from the truth, in seconds and shares of 1."""

    median: float
    percentile_95: float
    within: tuple[float, ...]
    """For each of `LIMITS`."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Whether the confidence can be believed, as shares of 1."""

    sure: float
    sure_and_right: float | None
    """Of the sure words; None where no word is sure or none has a known time."""


def distance(found: Sequence[float], truth: Sequence[float | None]) -> Distance | None:
    """Between times and their truth as far as it is known; None where nothing is."""
    known = [abs(time - true) for time, true in zip(found, truth, strict=True) if true is not None]
    if not known:
        return None
    errors = np.array(known)
    return Distance(
        float(np.median(errors)),
        float(np.quantile(errors, 0.95)),
        tuple(float((errors <= limit).mean()) for limit in LIMITS),
    )


def trust(found: Sequence[float], confidences: Sequence[float], truth: Sequence[float | None]) -> Trust:
    """Of the words whose truth is known; of all, where none is."""
    if not any(true is not None for true in truth):
        return Trust(sum(confidence >= SURE for confidence in confidences) / len(confidences), None)
    known = [
        (abs(time - true) <= RIGHT, confidence >= SURE)
        for time, confidence, true in zip(found, confidences, truth, strict=True)
        if true is not None
    ]
    right = [is_right for is_right, is_sure in known if is_sure]
    return Trust(len(right) / len(known), sum(right) / len(right) if right else None)


def starts(words: Sequence[Span | None]) -> list[float | None]:
    """When words start."""
    return [word.start if word else None for word in words]
