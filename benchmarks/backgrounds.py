"""What sounds beside a voice: noise of a room with hum, and music."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from recording import RATE, Recording
from scipy.fft import irfft, rfftfreq
from scipy.signal import butter, sosfilt

from cueweave.domain.transcript import Span

Wave = NDArray[np.float64]

HUM = (50.0, 100.0, 150.0)
"""Hz: the mains and two overtones."""
HUM_SHARE = 0.25
"""Of the noise's power."""
BEAT = 0.5
"""Seconds: 120 beats a minute."""
CHORDS = ((220.0, 261.6, 329.6), (174.6, 220.0, 261.6), (196.0, 246.9, 293.7), (164.8, 207.7, 246.9))
"""Hz: A minor, F major, G major, E major, two beats each... of equal temperament."""
OVERTONES = (1.0, 0.5, 0.33, 0.2)


def noise(length: int) -> Wave:
    """So many samples of pink noise with hum, of power 1."""
    chance = np.random.default_rng(2)
    frequencies = rfftfreq(length, 1 / RATE)
    weights = 1 / np.sqrt(np.maximum(frequencies, 20.0))
    phases = np.exp(2j * np.pi * chance.random(len(frequencies)))
    pink = _of_power_1(np.asarray(irfft(weights * phases, length), np.float64))
    times = np.arange(length) / RATE
    hum = _of_power_1(np.sum([np.sin(2 * np.pi * hertz * times) for hertz in HUM], axis=0))
    return _of_power_1(pink * np.sqrt(1 - HUM_SHARE) + hum * np.sqrt(HUM_SHARE))


def music(length: int) -> Wave:
    """So many samples of chords, bass and drums, of power 1 on the whole."""
    beat = round(BEAT * RATE)
    beats = [_beat(number, beat) for number in range(16)]
    return _of_power_1(np.resize(np.concatenate(beats), length))


def mixed(recording: Recording, background: Wave, decibels: float) -> Recording:
    """The recording with the background under it, the voice louder by so many decibels while somebody speaks."""
    voice = recording.samples.astype(np.float64)
    level = np.sqrt(_spoken_power(voice, recording.words) / 10 ** (decibels / 10))
    both = voice + background[: len(voice)] * level
    loudest = float(np.abs(both).max())
    samples = np.asarray(both * min(1.0, 32000 / loudest), np.int16)
    return Recording(recording.name, recording.language, samples, recording.cues, recording.words)


def _spoken_power(voice: Wave, words: Sequence[Span | None]) -> float:
    spoken = [voice[round(word.start * RATE) : round(word.end * RATE)] for word in words if word]
    return float((np.concatenate(spoken) ** 2).mean())


def _beat(number: int, length: int) -> Wave:
    times = np.arange(length) / RATE
    chord = CHORDS[number // 4]
    tones = np.sum([_tone(hertz, times) for hertz in chord], axis=0) * np.exp(-times)
    bass = 2.0 * _tone(chord[0] / 2, times) * np.exp(-4 * times)
    return np.asarray(tones + bass + _drum(number, times), np.float64)


def _tone(hertz: float, times: Wave) -> Wave:
    waves = [share * np.sin(2 * np.pi * hertz * n * times) for n, share in enumerate(OVERTONES, 1)]
    return np.asarray(np.sum(waves, axis=0), np.float64)


def _drum(number: int, times: Wave) -> Wave:
    """A kick on even beats, a snare on odd ones, and a hi-hat between."""
    hiss = np.random.default_rng(number).normal(0.0, 1.0, len(times))
    hat = np.asarray(sosfilt(butter(2, 5000, "high", fs=RATE, output="sos"), hiss), np.float64)
    off = np.maximum(times - BEAT / 2, 0.0)
    strike = 3.0 * np.sin(2 * np.pi * 60 * times) if number % 2 == 0 else 1.2 * hiss
    return np.asarray(strike * np.exp(-18 * times) + hat * np.exp(-40 * off) * (times >= BEAT / 2), np.float64)


def _of_power_1(wave: Wave) -> Wave:
    return np.asarray(wave / np.sqrt((wave**2).mean()), np.float64)


BACKGROUNDS = {"noise": noise, "music": music}
DECIBELS = 10.0
