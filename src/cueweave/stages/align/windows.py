"""Words cut into windows of sound: long enough to forgive rough times, short enough to be cheap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cueweave.domain.transcript import Word

LONGEST = 20.0
"""Seconds; the cost of alignment grows faster than its window."""
SHORTEST = 6.0
PADDING = 0.6
"""Seconds of sound on each side beyond the rough times; half a pause where the pause is shorter."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words `first` up to and without `stop`, and the sound in which they are looked for (seconds)."""

    first: int
    stop: int
    start: float
    end: float


def cut_windows(words: Sequence[Word], duration: float) -> list[Window]:
    """Windows that cover all words, cut at their longest pauses."""
    cuts = [0]
    while cuts[-1] < len(words):
        cuts.append(_next_cut(words, cuts[-1]))
    return [_window(words, first, stop, duration) for first, stop in pairwise(cuts)]


def _next_cut(words: Sequence[Word], first: int) -> int:
    """Where the window from `first` ends: at the longest pause between the shortest and the longest window."""
    candidates: list[tuple[float, int]] = []
    for at in range(first + 1, len(words)):
        length = words[at - 1].end - words[first].start
        if length > LONGEST and candidates:
            break
        if length >= SHORTEST or length > LONGEST:
            candidates.append((words[at].start - words[at - 1].end, at))
    else:
        return len(words)
    return max(candidates)[1]


def _window(words: Sequence[Word], first: int, stop: int, duration: float) -> Window:
    start, end = words[first].start - PADDING, words[stop - 1].end + PADDING
    if first > 0:
        start = max(start, (words[first - 1].end + words[first].start) / 2)
    if stop < len(words):
        end = min(end, (words[stop - 1].end + words[stop].start) / 2)
    return Window(first, stop, max(start, 0.0), min(max(end, start), duration))
