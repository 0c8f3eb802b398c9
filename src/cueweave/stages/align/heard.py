"""What is heard of some words in a stretch of sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cueweave.domain.transcript import Sound
from cueweave.stages.align.decoder import FRAME, Segment, Spoken, hear
from cueweave.stages.align.edges import trimmed

BYTES_PER_SAMPLE = 2
LONGEST = 60.0
"""Seconds; only a cue of few words over a long time makes such a stretch, and its sound would fill the memory."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words by index with what is spoken for each, and where they are looked for (seconds)."""

    said: tuple[tuple[int, tuple[Spoken, ...]], ...]
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A word's time in the medium, in seconds, and how badly the sound fits it."""

    start: float
    end: float
    loss: float


def hear_stretch(sound: Sound, stretch: Stretch) -> dict[int, Heard]:
    """The words by index; empty where no path leads through all of them."""
    said = [(at, word) for at, words in stretch.said for word in words]
    if stretch.end - stretch.start > LONGEST:
        return {}
    data = sound.read(stretch.start, stretch.end)
    frames = len(data) / (BYTES_PER_SAMPLE * sound.rate * FRAME)
    if not said or frames < sum(word.shortest for _, word in said):
        return {}
    segments = hear([word for _, word in said], data)
    if not segments:
        return {}
    pairs = zip((at for at, _ in said), trimmed(segments, data, sound.rate), strict=True)
    return {
        at: _joined([segment for _, segment in group], stretch.start, sound.duration)
        for at, group in groupby(pairs, key=lambda pair: pair[0])
    }


def _joined(segments: Sequence[Segment], start: float, duration: float) -> Heard:
    length = sum(segment.end - segment.start for segment in segments)
    loss = sum(segment.loss * (segment.end - segment.start) for segment in segments) / max(length, FRAME)
    end = min(start + segments[-1].end, duration)
    return Heard(min(start + segments[0].start, end), end, loss)
