"""Sound made of voices, music, noise and silence, with the true time of each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from backgrounds import music, noise
from recording import RATE, Samples
from scipy.signal import resample_poly
from voice import speak

from cueweave.domain.transcript import Sound, Span, Utterance, Word
from cueweave.stages.speech import find_speech

LOUDNESS = 2500.0
"""Root mean square of music and noise, in steps of 16 bits: about that of the voice."""


@dataclass(frozen=True, slots=True)
class Made:
    """The sound, where somebody is found to speak, what is truly said, and when each part begins."""

    sound: Sound
    speech: list[Span]
    utterances: list[Utterance]
    starts: list[float]


def made_sound(parts: Sequence[str], path: Path) -> Made:
    """Parts after each other: `music 5`, `noise 5` and `silence 5` so many seconds long, any other is spoken."""
    samples: list[Samples] = []
    utterances: list[Utterance] = []
    starts: list[float] = []
    for part in parts:
        at = sum(map(len, samples)) / RATE
        starts.append(at)
        kind, _, seconds = part.partition(" ")
        if kind in ("music", "noise", "silence"):
            samples.append(_background(kind, round(float(seconds) * RATE)))
        else:
            speech = speak(part, "en-us")
            moved = resample_poly(speech.samples.astype(np.float64), RATE, speech.rate)
            samples.append(np.asarray(np.clip(moved, -32700, 32700), np.int16))
            words = (Word(word.text, at + word.start, at + word.end, 0.9) for word in speech.words)
            utterances.append(Utterance(tuple(words)))
    whole = np.concatenate(samples)
    whole.astype("<i2").tofile(path)
    sound = Sound(path, RATE, len(whole))
    return Made(sound, find_speech(sound, lambda _: None), utterances, starts)


def _background(kind: str, length: int) -> Samples:
    if kind == "silence":
        return np.zeros(length, np.int16)
    wave = (music if kind == "music" else noise)(length)
    return np.asarray(np.clip(wave * LOUDNESS, -32700, 32700), np.int16)
