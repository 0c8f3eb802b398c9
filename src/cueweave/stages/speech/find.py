"""The speech track: the model's probability and the rise of energy, block by block, made into spans."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.typing import NDArray

from cueweave.domain.transcript import Report, Sound, Span
from cueweave.stages.speech.energy import STEP, rise
from cueweave.stages.speech.model import BLANK, FRAME, hear

Array = NDArray[np.float32]
Track = NDArray[np.bool_]

BLOCK = 1875 * FRAME
"""Samples read at once: a minute."""
MARGIN = 64_000
"""Samples around a block in which its floor of energy is looked for as well."""
LEVEL = 3000.0
LOUDER = 300.0
"""The model hears best near this level (16-bit numbers); quiet sound is made louder, at most so many times."""
SPEECH, MAYBE = 0.5, 0.35
"""Probability: speech reaches the first, and lasts while it is above the second."""
GROW = 0.12
"""Seconds by which energy may move an edge out from where the model sees it."""
RISE, SHARE = 3.0, 0.3
"""Sound is heard from so many decibels, and from this share of the way from the lowest to the highest nearby."""
NEARBY = 2.0
"""Seconds in which lowest and highest are looked for."""
BRIDGE, SURE_BRIDGE, SURE = 0.17, 0.4, 0.8
"""Seconds: pauses that are bridged, and those where the model is as sure as this that speech goes on."""
BLUR = 0.015
"""Seconds by which frames and smoothing let sound seem longer at each end."""
SHORTEST = 0.08
"""Seconds: shorter bursts are no speech."""


def find_speech(sound: Sound, report: Report) -> list[Span]:
    """Spans of speech, in order, apart from one another. Reads 16 kHz sound block by block."""
    louder = _gain(sound)
    if louder == 0.0:
        report(1.0)
        return []
    blocks = list(_blocks(sound, louder, report))
    probability = np.concatenate([block[0] for block in blocks])
    energy = np.concatenate([block[1] for block in blocks])
    report(1.0)
    return _spans(_by_frame(probability, len(energy)), energy, sound.duration)


def _samples(sound: Sound, first: int, stop: int) -> Array:
    data = sound.read(max(first, 0) / sound.rate, min(stop, sound.samples) / sound.rate)
    return np.frombuffer(data, "<i2").astype(np.float32)


def _gain(sound: Sound) -> float:
    """By how much to multiply so that the loud half seconds come near the level; 0.0 for digital silence."""
    loud: list[Array] = []
    for first in range(0, sound.samples, BLOCK):
        samples = _samples(sound, first, first + BLOCK)
        pieces = np.array_split(samples, max(len(samples) // (sound.rate // 2), 1))
        loud.append(np.array([np.sqrt((piece**2).mean()) for piece in pieces], np.float32))
    levels = np.concatenate(loud) if loud else np.zeros(1, np.float32)
    heard = levels[levels > 0]
    return float(np.clip(LEVEL / np.quantile(heard, 0.8), 1.0, LOUDER)) if len(heard) else 0.0


def _blocks(sound: Sound, louder: float, report: Report) -> Iterator[tuple[Array, Array]]:
    """Probability of speech (31.25 a second) and rise of energy (100 a second) of each minute."""
    memory = BLANK
    for first in range(0, sound.samples, BLOCK):
        stop = min(first + BLOCK, sound.samples)
        before = min(first, MARGIN)
        around = _samples(sound, first - before, stop + MARGIN)
        block = around[before : before + stop - first]
        padded = np.pad(block, (0, -len(block) % FRAME)) * np.float32(louder / 32768)
        probability, memory = hear(padded, memory)
        frames = -(-len(block) * 100 // sound.rate)
        energy = rise(np.pad(around, (0, -len(around) % 160)))[before // 160 : before // 160 + frames]
        yield probability, energy
        report(stop / sound.samples)


def _by_frame(probability: Array, count: int) -> Array:
    """The probability every 10 ms, between the middles of the model's frames on straight lines."""
    frame = FRAME / 16_000
    times = (np.arange(count) + 0.5) * STEP
    known = (np.arange(len(probability)) + 0.5) * frame
    return np.asarray(np.interp(times, known, probability), np.float32)


def _runs(track: Track) -> NDArray[np.intp]:
    """First frame and the one after the last of each stretch: (n, 2)."""
    return np.flatnonzero(np.diff(np.concatenate(([0], track.astype(np.int8), [0])))).reshape(-1, 2)


def _frames(seconds: float) -> int:
    return round(seconds / STEP)


def _spans(probability: Array, energy: Array, duration: float) -> list[Span]:
    believed = np.zeros(len(probability), bool)
    for first, stop in _runs(probability > MAYBE):
        believed[first:stop] = probability[first:stop].max() > SPEECH
    speaking = scipy.ndimage.maximum_filter1d(believed, 2 * _frames(GROW) + 1) & _sounding(energy)
    return [
        Span(float(first * STEP) + BLUR, min(float(stop * STEP) - BLUR, duration))
        for first, stop in _bridged(_runs(speaking), probability)
        if stop - first >= _frames(SHORTEST) and probability[first:stop].max() > SPEECH
    ]


def _sounding(energy: Array) -> Track:
    filters = scipy.ndimage
    high = filters.maximum_filter1d(filters.uniform_filter1d(energy, 5), _frames(NEARBY))
    low = filters.minimum_filter1d(filters.uniform_filter1d(energy, 9), _frames(NEARBY))
    return np.asarray(energy > np.maximum(low + np.maximum(SHARE * (high - low), 1.0), RISE))


def _bridged(runs: NDArray[np.intp], probability: Array) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, stop in runs.tolist():
        if joined and _goes_on(probability[joined[-1][1] : first]):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((first, stop))
    return joined


def _goes_on(pause: Array) -> bool:
    """Whether speech goes on over this pause."""
    return len(pause) < _frames(BRIDGE) or (len(pause) < _frames(SURE_BRIDGE) and float(pause.min()) > SURE)
