"""A recording whose every sample is its own, so that it can be told what was moved where."""

import numpy as np
from recording import RATE, Recording

from cueweave.domain.transcript import Cue, Span


def made_recording(sentences: int = 20, name: str = "made") -> Recording:
    """Cues of three words of half a second each, a second of pause before each cue; the rest of the sound is noise."""
    cues: list[Cue] = []
    words: list[Span | None] = []
    for at in range(sentences):
        start = 1.0 + at * 2.5
        cues.append(Cue(start, start + 1.5, f"word{'abcdefghijklmnopqrstuvwxyz'[at % 26]} two three"))
        words += [Span(start + 0.5 * n, start + 0.5 * n + 0.5) for n in range(3)]
    samples = np.random.default_rng(0).integers(-9000, 9000, round((sentences * 2.5 + 1) * RATE), np.int16)
    return Recording(name, "en", samples, tuple(cues), tuple(words))
