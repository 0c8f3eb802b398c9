"""Words cut into windows of sound: long enough to forgive rough times, short enough to be cheap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cueweave.domain.transcript import Word

LONGEST = 12.0
"""Seconds of a window's own words; the cost of alignment grows faster than its window."""
SHORTEST = 5.0
PADDING = 0.6
"""Seconds of sound on each side beyond the rough times of the first and the last word that is looked for."""
CONTEXT = 1.5
"""Seconds of words on each side that are aligned along and thrown away: rough times are wrong by up to half a second,
so the words at the edges must be held by others."""
APART = 1.2
"""Seconds; over a longer pause nothing is looked for."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words `first` up to and without `stop`, looked for together with their neighbours from `before` up to and
    without `after`, in the sound from `start` to `end` (seconds)."""

    first: int
    stop: int
    before: int
    after: int
    start: float
    end: float


def cut_windows(words: Sequence[Word], duration: float) -> list[Window]:
    """Windows whose own words cover all words once, cut at the longest pauses."""
    runs = cut_runs(words, 0, len(words))
    return [widened(words, first, stop, duration, context=CONTEXT, padding=PADDING) for first, stop in runs]


def cut_runs(words: Sequence[Word], first: int, stop: int) -> list[tuple[int, int]]:
    """The words `first` up to and without `stop` in runs of a window's length, cut at the longest pauses."""
    cuts = [first]
    while cuts[-1] < stop:
        cuts.append(_next_cut(words, cuts[-1], stop))
    return list(pairwise(cuts))


def _next_cut(words: Sequence[Word], first: int, stop: int) -> int:
    """Where the run from `first` ends: at the longest pause between the shortest and the longest window."""
    candidates: list[tuple[float, int]] = []
    for at in range(first + 1, stop):
        length = words[at - 1].end - words[first].start
        pause = words[at].start - words[at - 1].end
        if pause > APART:
            return at
        if length > LONGEST and candidates:
            break
        if length >= SHORTEST or length > LONGEST:
            candidates.append((pause, at))
    else:
        return stop
    return max(candidates)[1]


def widened(words: Sequence[Word], first: int, stop: int, duration: float, *, context: float, padding: float) -> Window:
    """The window around words `first` up to and without `stop`, with so many seconds of neighbours on each side."""
    before, after = first, stop
    while before > 0 and _near(words, before) and words[first].start - words[before].start < context:
        before -= 1
    while after < len(words) and _near(words, after) and words[after - 1].end - words[stop - 1].end < context:
        after += 1
    start = max(words[before].start - padding, 0.0)
    end = min(words[after - 1].end + padding, duration)
    return Window(first, stop, before, after, start, max(end, start))


def _near(words: Sequence[Word], at: int) -> bool:
    return words[at].start - words[at - 1].end <= APART
