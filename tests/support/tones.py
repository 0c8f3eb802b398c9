"""Sound of a low voice, a high one, and the low one again, four seconds each: voices as a tiny model tells them."""

from pathlib import Path

import numpy as np

from cueweave.domain.transcript import Sound

RATE = 16_000
LOW, HIGH = (120.0, 240.0, 360.0), (3000.0, 4100.0, 5200.0)


def write_tones(path: Path) -> Sound:
    """As raw sound."""
    times = np.arange(4 * RATE) / RATE
    voices = [
        3000 * np.sum([np.sin(2 * np.pi * hertz * times) for hertz in tones], axis=0) for tones in (LOW, HIGH, LOW)
    ]
    samples = np.concatenate(voices).astype("<i2")
    samples.tofile(path)
    return Sound(path, RATE, len(samples))
