"""Where somebody speaks: energy in the band of speech over a noise floor that follows the sound."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import butter, sosfilt, sosfilt_zi

from cueweave.domain.transcript import Report, Sound, Span

STEP = 0.01
"""Seconds a frame."""
BLOCK = 60.0
"""Seconds read at once."""
BAND = (150.0, 4000.0)
FLOOR_WINDOW = 30.0
"""Seconds over which the quietest frame is the floor."""
ABOVE_FLOOR = 9.0
BELOW_PEAK = 35.0
"""Decibels: louder than the floor by this, and not quieter than the loud parts by that."""
BRIDGE = 0.2
SHORTEST = 0.08
"""Seconds: pauses that are bridged, bursts that are no speech."""


def find_speech(sound: Sound, report: Report) -> list[Span]:
    """Spans of speech, in order, apart from one another. Reads block by block."""
    if sound.samples == 0:
        report(1.0)
        return []
    loudness = uniform_filter1d(np.concatenate(list(_loudness(sound, report))), 5)
    floor = minimum_filter1d(uniform_filter1d(loudness, 9), round(FLOOR_WINDOW / STEP))
    peak = float(np.quantile(loudness, 0.95))
    speaking = (loudness > floor + ABOVE_FLOOR) & (loudness > peak - BELOW_PEAK)
    report(1.0)
    return _spans(speaking, sound.duration)


def _loudness(sound: Sound, report: Report) -> Iterator[NDArray[np.float32]]:
    """Decibels of each frame."""
    bandpass = butter(4, BAND, btype="band", fs=sound.rate, output="sos")
    state = sosfilt_zi(bandpass) * 0.0
    size = round(STEP * sound.rate)
    start = 0.0
    while start < sound.duration:
        samples = np.frombuffer(sound.read(start, start + BLOCK), "<i2").astype(np.float32)
        filtered, state = sosfilt(bandpass, samples, zi=state)
        frames = np.resize(filtered, (max(len(filtered) // size, 1), size))
        yield (10 * np.log10((frames**2).mean(axis=1) + 1.0)).astype(np.float32)
        start += BLOCK
        report(min(start / sound.duration, 1.0))


def _spans(speaking: NDArray[np.bool_], duration: float) -> list[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], speaking.astype(np.int8), [0]))))
    spans: list[Span] = []
    for first, stop in edges.reshape(-1, 2) * STEP:
        if spans and first - spans[-1].end < BRIDGE:
            spans[-1] = Span(spans[-1].start, min(float(stop), duration))
        else:
            spans.append(Span(float(first), min(float(stop), duration)))
    return [span for span in spans if span.end - span.start >= SHORTEST]
