"""A robust line through pairs of subtitle time and medium time."""

from __future__ import annotations

import numpy as np

from cueweave.stages.sync.heard import Array

WIDTHS = (1.0, 0.6, 0.4, 0.3, 0.3, 0.3)
"""Seconds around the line within which pairs count, from round to round."""
LEAST = 8
"""Pairs for a rate; fewer give an offset only."""
LEAST_SPAN = 60.0
"""Seconds that they must cover."""
LEAST_OFF = 3
SURE = 6.0
"""Standard errors by which a rate must differ from the usual one."""
NOTICED = 0.3
"""Seconds between both ends that a different rate must make."""


def nearest(times: Array, among: Array) -> Array:
    """The value in `among` (sorted, at least one) nearest to each time."""
    after = np.clip(np.searchsorted(among, times), 1, max(len(among) - 1, 1))
    before, behind = among[after - 1], among[np.minimum(after, len(among) - 1)]
    return np.where(np.abs(behind - times) < np.abs(before - times), behind, before)


def middle(distance: Array, width: float) -> float:
    """Of the distances within `width` around 0, the middle, moved towards where they are dense (Tukey's biweight)."""
    near = distance[np.abs(distance) < width]
    if len(near) < LEAST_OFF:
        return 0.0
    at = float(np.median(near))
    for _ in range(10):
        weight = np.clip(1 - ((near - at) / width) ** 2, 0.0, None) ** 2
        at = float((near * weight).sum() / max(weight.sum(), 1e-9))
    return at


def straighten(times: Array, heard: Array, rate: float, offset: float) -> tuple[float, float]:
    """The same, but the rate stays unless it is surely another."""
    slope, level = turn(times, heard, rate, offset)
    off = heard - (times * slope + level)
    near = np.abs(off) < WIDTHS[-1]
    spread = float(times[near].std()) * np.sqrt(max(near.sum(), 1)) if near.any() else 0.0
    error = float(off[near].std()) / spread if spread > 0 else np.inf
    reach = float(np.ptp(times)) if len(times) else 0.0
    if abs(slope - rate) > SURE * error and abs(slope - rate) * reach > NOTICED:
        return slope, level
    for width in WIDTHS:
        offset += middle(heard - (times * rate + offset), width)
    return rate, offset


def turn(times: Array, heard: Array, rate: float, offset: float) -> tuple[float, float]:
    """A better (rate, offset) from pairs, by weighted least squares in rounds.

    `LEAST` pairs over `LEAST_SPAN` seconds are needed, else both stay.
    """
    for width in WIDTHS:
        off = heard - (times * rate + offset)
        near = np.abs(off) < width
        if near.sum() < LEAST or np.ptp(times[near]) < LEAST_SPAN:
            break
        weight = (1 - (off[near] / width) ** 2) ** 2
        centre = float((times[near] * weight).sum() / weight.sum())
        x = times[near] - centre
        mean = float((off[near] * weight).sum() / weight.sum())
        slope = float((weight * x * off[near]).sum() / max((weight * x * x).sum(), 1e-9))
        rate, offset = rate + slope, offset + mean - slope * centre
    return rate, offset
