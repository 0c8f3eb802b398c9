"""Sound for engines that don't care what is in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cueweave.domain.transcript import Sound

RATE = 16_000


def noise(folder: Path, seconds: float) -> Sound:
    """Decoded sound of that length."""
    samples = np.random.default_rng(3).integers(-8000, 8000, int(seconds * RATE), dtype=np.int16)
    (folder / "sound.raw").write_bytes(samples.tobytes())
    return Sound(folder / "sound.raw", RATE, samples.size)


def silent(_share: float) -> None:
    """Nobody watches."""
