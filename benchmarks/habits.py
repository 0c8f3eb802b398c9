"""How people and tools put cues around what is said: each habit a function from lines of speech to times of cues."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cueweave.domain.transcript import Cue

SHORTEST = 0.2
"""Seconds of a cue."""
FRAME = 1 / 24
"""Seconds."""
READING = 15
"""Letters a second."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one cue says, and when that is said."""

    text: str
    start: float
    end: float


Habit = Callable[[Sequence[Line], random.Random], tuple[list[float], list[float]]]
"""Starts and ends; what overlaps is cut afterwards, in the middle of the pause between two lines."""


def cues_by(habit: Habit, lines: Sequence[Line], chance: random.Random, *, free: float = 0.0) -> list[Cue]:
    """The cues of these lines, with so many seconds left free before each."""
    starts, ends = habit(lines, chance)
    starts[0] = max(starts[0], 0.0)
    for at in range(1, len(lines)):
        starts[at] = max(starts[at], (lines[at - 1].end + lines[at].start) / 2)
        ends[at - 1] = min(ends[at - 1], starts[at] - free)
    return [
        Cue(round(start, 3), round(max(end, start + SHORTEST), 3), line.text)
        for start, end, line in zip(starts, ends, lines, strict=True)
    ]


def room(lead: float, tail: float) -> Habit:
    """The same room before and after each line."""
    return lambda lines, _: ([line.start - lead for line in lines], [line.end + tail for line in lines])


def broadcast(lines: Sequence[Line], chance: random.Random) -> tuple[list[float], list[float]]:
    """Early by two to seven frames of film, and left standing for a while."""
    return (
        [line.start - chance.uniform(0.05, 0.3) for line in lines],
        [line.end + chance.uniform(0.2, 0.8) for line in lines],
    )


def chained(lines: Sequence[Line], _: random.Random) -> tuple[list[float], list[float]]:
    """Left standing until the next one where that comes within a second."""
    starts = [line.start - 0.05 for line in lines]
    following = [*starts[1:], float("inf")]
    return starts, [
        after if after - line.end < 1.3 else line.end + 0.3 for line, after in zip(lines, following, strict=True)
    ]


def endless(lines: Sequence[Line], _: random.Random) -> tuple[list[float], list[float]]:
    """Left standing until the next one comes, for eight seconds at most."""
    starts = [line.start - 0.05 for line in lines]
    following = [*starts[1:], lines[-1].end]
    return starts, [min(after, start + 8.0) for start, after in zip(starts, following, strict=True)]


def reading(lines: Sequence[Line], chance: random.Random) -> tuple[list[float], list[float]]:
    """Left standing as long as it takes to read."""
    return (
        [line.start - chance.uniform(0, 0.1) for line in lines],
        [max(line.end, line.start + max(len(line.text) / READING, 1.0)) for line in lines],
    )


def film(lines: Sequence[Line], _: random.Random) -> tuple[list[float], list[float]]:
    """On whole frames, one or two before the line and twelve after it."""
    return (
        [(line.start // FRAME - 1) * FRAME for line in lines],
        [(line.end // FRAME + 12) * FRAME for line in lines],
    )


def by_hand(lines: Sequence[Line], chance: random.Random) -> tuple[list[float], list[float]]:
    """Somebody pressed a key while listening."""
    return (
        [line.start + chance.gauss(0.0, 0.15) for line in lines],
        [line.end + chance.gauss(0.2, 0.25) for line in lines],
    )


def recogniser(lines: Sequence[Line], chance: random.Random) -> tuple[list[float], list[float]]:
    """As a recogniser of speech has it, on steps of 20 ms: half of the cues start where the one before ended."""
    before = [0.0, *(line.end for line in lines[:-1])]
    starts = [
        end if line.start - end < 1.0 and chance.random() < 0.5 else line.start - 0.1
        for line, end in zip(lines, before, strict=True)
    ]
    return [round(start * 50) / 50 for start in starts], [round((line.end + 0.05) * 50) / 50 for line in lines]


def tenths(lines: Sequence[Line], _: random.Random) -> tuple[list[float], list[float]]:
    """On tenths of seconds."""
    return (
        [round((line.start - 0.05) * 10) / 10 for line in lines],
        [round((line.end + 0.2) * 10) / 10 for line in lines],
    )


HABITS: dict[str, tuple[Habit, float]] = {
    "words exactly": (room(0.0, 0.0), 0.0),
    "0.02 before, 0.05 after": (room(0.02, 0.05), 0.0),
    "0.1 on both sides": (room(0.1, 0.1), 0.0),
    "0.2 on both sides": (room(0.2, 0.2), 0.0),
    "0.5 after": (room(0.0, 0.5), 0.0),
    "0.3 before, 0.1 after": (room(0.3, 0.1), 0.0),
    "0.08 before, 1 after": (room(0.08, 1.0), 0.08),
    "broadcast": (broadcast, 0.08),
    "chained": (chained, 0.0),
    "endless": (endless, 0.0),
    "reading time": (reading, 0.0),
    "film": (film, 2 * FRAME),
    "by hand": (by_hand, 0.0),
    "recogniser": (recogniser, 0.0),
    "tenths of seconds": (tenths, 0.0),
}
"""With the seconds that are left free before each cue."""
