"""How far the sound rises over what lies below it, in bands: exact to 10 ms, but deaf to what it is that sounds."""

from __future__ import annotations

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Array = NDArray[np.float32]

STEP = 0.01
"""Seconds a frame."""
HOP, WIDTH = 160, 320
"""Samples at 16 kHz: a frame, and what its spectrum is taken from."""
EDGES = np.geomspace(150.0, 5000.0, 17)
"""Hertz between the bands; each has a floor of its own, so that speech stands out of coloured noise."""
LOUDEST = 8
"""Of the 16 bands so many count: speech doesn't fill all of them at a time."""
FLOOR_WINDOW = 3.0
"""Seconds over which the quietest frame of a band is its floor."""
STILL = 320.0
"""Power that counts as nothing (rounding to 16 bits)."""


def rise(samples: Array) -> Array:
    """Decibels over the floor for each 10 ms, the mean of the bands that rise most. `samples` as 16-bit numbers."""
    bands = _bands(samples)
    filters = scipy.ndimage
    smooth = filters.uniform_filter1d(bands, 3, axis=0)
    floor = filters.minimum_filter1d(filters.uniform_filter1d(bands, 15, axis=0), round(FLOOR_WINDOW / STEP), axis=0)
    over = np.clip(smooth - floor, 0.0, 40.0)
    return np.asarray(np.partition(over, -LOUDEST, axis=1)[:, -LOUDEST:].mean(axis=1), np.float32)


def _bands(samples: Array) -> Array:
    """Decibels, a row a frame, a column a band."""
    count = len(samples) // HOP
    around = np.concatenate((np.zeros(HOP // 2), samples, np.zeros(WIDTH))).astype(np.float32)
    frames = as_strided(around, (count, WIDTH), (HOP * 4, 4)) * np.hanning(WIDTH).astype(np.float32)
    spectrum = np.fft.rfft(frames, axis=1)
    power = spectrum.real**2 + spectrum.imag**2
    return np.asarray(10 * np.log10(power @ _membership(power.shape[1]) + STILL), np.float32)


def _membership(bins: int) -> Array:
    """1 where a line of the spectrum belongs to a band: (lines, bands)."""
    hertz = np.arange(bins) * (8000.0 / (bins - 1))
    return np.asarray((hertz[:, None] >= EDGES[:-1]) & (hertz[:, None] < EDGES[1:]), np.float32)
