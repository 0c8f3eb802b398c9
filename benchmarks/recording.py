"""A recording whose words have known times, and what is given to the aligner of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Cue, Span

RATE = 16000
"""Hz: what the pipeline decodes to."""
Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Recording:
    """Mono sound at `RATE` and its subtitles as a careful person made them."""

    name: str
    language: str
    samples: Samples
    cues: tuple[Cue, ...]
    words: tuple[Span | None, ...]
    """For each word of the cues' text when it is said; None where nobody knows, or where it is no word (`?`, `—`)."""

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / RATE


@dataclass(frozen=True, slots=True)
class Case:
    """A recording with subtitles that are wrong in some way."""

    heard: Recording
    given: tuple[Cue, ...]
    truth: tuple[Span | None, ...]
    """For each word of the given cues; None where it isn't measured."""
    cue_starts: tuple[float | None, ...]
    """Where each given cue should start; None where its words are not said."""


def insert(recording: Recording, at: float, filler: Samples) -> Recording:
    """The filler put in at this time; what starts there or later moves on. `at` must lie in a pause."""
    index, length = round(at * RATE), len(filler) / RATE

    def moved(time: float) -> float:
        return time + length if time >= at else time

    return Recording(
        recording.name,
        recording.language,
        np.concatenate((recording.samples[:index], filler, recording.samples[index:])),
        tuple(Cue(moved(cue.start), moved(cue.end), cue.text) for cue in recording.cues),
        tuple(word and Span(moved(word.start), moved(word.end)) for word in recording.words),
    )


def remove(recording: Recording, start: float, end: float) -> Recording:
    """The recording without this stretch: words that lie in it become None, its cues lie where it was."""

    def moved(time: float) -> float:
        return time - (end - start) if time >= end else min(time, start)

    kept = np.concatenate((recording.samples[: round(start * RATE)], recording.samples[round(end * RATE) :]))
    words = tuple(None if word and start <= word.start < end else word for word in recording.words)
    return Recording(
        recording.name,
        recording.language,
        kept,
        tuple(Cue(moved(cue.start), moved(cue.end), cue.text) for cue in recording.cues),
        tuple(word and Span(moved(word.start), moved(word.end)) for word in words),
    )


def repeat(recording: Recording, times: int) -> Recording:
    """The recording so many times after itself."""
    offsets = [recording.duration * turn for turn in range(times)]
    return Recording(
        recording.name,
        recording.language,
        np.tile(recording.samples, times),
        tuple(Cue(cue.start + at, cue.end + at, cue.text) for at in offsets for cue in recording.cues),
        tuple(word and Span(word.start + at, word.end + at) for at in offsets for word in recording.words),
    )


def pauses(recording: Recording, shortest: float = 0.2) -> list[float]:
    """The middles of the pauses before cues (seconds), as far as they are at least so long."""
    counts = (len(cue.text.split()) for cue in recording.cues)
    firsts = set(accumulate(counts))
    said = [(at, word) for at, word in enumerate(recording.words) if word]
    return [
        (one.end + other.start) / 2
        for (_, one), (at, other) in pairwise(said)
        if at in firsts and other.start - one.end >= shortest
    ]


def middle_pause(recording: Recording) -> float:
    """The pause nearest to the middle."""
    return nearest(pauses(recording), recording.duration / 2)


def nearest(times: Sequence[float], wanted: float) -> float:
    """The one of the times that lies nearest."""
    return min(times, key=lambda time: abs(time - wanted))
