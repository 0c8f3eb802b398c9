"""Rates and offsets under which cues and speech agree, by FFT correlation in windows of a minute.

What a window says for an offset at one rate is, moved along, what it says at rates nearby; so a few rates are
correlated, and thousands between them are sums of shifted windows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.typing import NDArray

from cueweave.stages.sync.heard import STEP, Array, Heard
from cueweave.stages.sync.lines import Lines

FARTHEST = 120.0
"""Seconds: the largest offset that is looked for."""
WINDOW = 600
"""Frames."""
APART = 0.0025
"""Between the rates that are correlated; less than 0.1 s within a window."""
FASTEST = 0.06
PEAKS = 3
"""Offsets that are kept of each window."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A rate, an offset (seconds), and how much all cues together say for it."""

    rate: float
    offset: float
    says: float


class Correlator:
    """The transformed speech track, which all rates share."""

    def __init__(self, heard: Heard, lines: Lines) -> None:
        self._heard, self._lines = heard, lines
        self.last = float(lines.gap_end[-1])
        cue, gap = float((lines.end - lines.start).sum()), float((lines.gap_end - lines.end).sum())
        self.silent = heard.cue[1] * cue + heard.gap[1] * gap  # what complete silence would say, at rate 1
        self._windows = int(self.last * (1 + FASTEST) / STEP) // WINDOW + 1
        self.reach = round((FARTHEST + self.last * APART * 0.6) / STEP) + 1
        self._size = scipy.fft.next_fast_len(WINDOW + 2 * self.reach + 1, real=True)
        self._speech = self._transformed(heard.speech, 0.0)
        self._onset = self._transformed(heard.onset, float(heard.onset.min()))

    def says(self, rate: float) -> NDArray[np.float32]:
        """What each window says for each offset from -reach to reach frames: (windows, offsets)."""
        weights, starts = self._cue_tracks(rate)
        fft = scipy.fft
        speech = self._speech * np.conj(fft.rfft(weights, self._size))
        product = speech + self._onset * np.conj(fft.rfft(starts, self._size))
        return np.asarray(fft.irfft(product, self._size)[:, : 2 * self.reach + 1], np.float32)

    def centres(self) -> Array:
        """Seconds in the middle of each window, after the rate."""
        return np.asarray((np.arange(self._windows) + 0.5) * (WINDOW * STEP), np.float64)

    def _transformed(self, track: Array, beyond: float) -> NDArray[np.complex64]:
        length = self._windows * WINDOW + 2 * self.reach + 1
        fitted = np.full(length, beyond, np.float32)
        known = track[: length - self.reach]
        fitted[self.reach : self.reach + len(known)] = known
        pieces = np.lib.stride_tricks.sliding_window_view(fitted, WINDOW + 2 * self.reach + 1)[::WINDOW]
        return np.asarray(scipy.fft.rfft(pieces[: self._windows], self._size), np.complex64)

    def _cue_tracks(self, rate: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What speech in a frame says for the cues, and how many cues start there: (windows, frames) each."""
        length = self._windows * WINDOW
        cue = _covered(self._lines.start * rate, self._lines.end * rate, length)
        gap = _covered(self._lines.end * rate, self._lines.gap_end * rate, length)
        heard = self._heard
        weights = (cue * (heard.cue[0] - heard.cue[1]) + gap * (heard.gap[0] - heard.gap[1])) * STEP
        starts = np.bincount(np.round(self._lines.start * rate / STEP).astype(int), minlength=length)[:length]
        return weights.reshape(-1, WINDOW).astype(np.float32), starts.reshape(-1, WINDOW).astype(np.float32)


def _covered(start: Array, end: Array, length: int) -> Array:
    """The share of each frame between starts and ends."""
    change = np.zeros(length + 2)
    for times, sign in ((start / STEP, 1.0), (end / STEP, -1.0)):
        frame = np.minimum(times.astype(int), length)
        part = times - frame
        np.add.at(change, frame, sign * (1 - part))
        np.add.at(change, frame + 1, sign * part)
    return np.cumsum(change)[:length]


def free_rates() -> Array:
    """The rates that are correlated."""
    count = round(FASTEST / APART)
    return np.asarray(1 + np.arange(-count, count + 1) * APART, np.float64)


def best_between(correlator: Correlator, rate: float) -> Guess:
    """The best rate and offset around this rate."""
    says = correlator.says(rate)
    finest = STEP * 2 / max(correlator.last, 60.0)
    count = int(APART / 2 / finest) + 1
    guesses = (
        _best_offset(correlator, says, rate, rate + step * APART / 2 / count) for step in range(-count, count + 1)
    )
    return max(guesses, key=lambda guess: guess.says)


def best_at(correlator: Correlator, rate: float) -> Guess:
    """The best offset at this rate exactly."""
    return _best_offset(correlator, correlator.says(rate), rate, rate)


def likely_offsets(correlator: Correlator, rate: float) -> Array:
    """Offsets (seconds) for which single stretches of the subtitles speak, at this rate."""
    says = correlator.says(rate)
    reach = round(FARTHEST / STEP)
    near = says[:, correlator.reach - reach : correlator.reach + reach + 1]
    smooth = scipy.ndimage.uniform_filter1d(near, min(3, len(near)), axis=0, mode="constant")
    return np.unique(np.concatenate([list(_peaks(row)) for row in smooth]) - reach) * STEP


def _peaks(row: NDArray[np.float32]) -> Iterator[int]:
    left = row.copy()
    for _ in range(PEAKS):
        peak = int(np.argmax(left))
        yield peak
        left[max(peak - 10, 0) : peak + 11] = -np.inf


def _best_offset(correlator: Correlator, says: NDArray[np.float32], known: float, rate: float) -> Guess:
    """`says` was correlated at the rate `known`; offsets move by the difference of the rates at each window."""
    reach = round(FARTHEST / STEP)
    moved = np.round((rate - known) / known * correlator.centres() / STEP).astype(int)
    moved = np.clip(moved, reach - correlator.reach, correlator.reach - reach)
    total = np.zeros(2 * reach + 1, np.float32)
    for row, by in zip(says, moved, strict=True):
        first = correlator.reach - reach + by
        total += row[first : first + 2 * reach + 1]
    best = int(np.argmax(total))
    return Guess(rate, (best - reach) * STEP, float(total[best]) + correlator.silent * rate)
