"""Cutting a text of any length into windows that a model can take, each with the end of the one before."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.stages.analysis.model.draft import Window

OVERLAP = 8
"""The part of a window, one in so many, that it shares with the next."""


def cut_windows(costs: Sequence[int], room: int) -> list[Window]:
    """Windows over all sentences, whose costs add up to `room` at most; neighbours share a sentence at least.

    They are about equally long, so that none has little to go by. No sentence may cost more than a quarter of `room`.
    """
    shared = room // OVERLAP
    left = sum(costs)
    windows: list[Window] = []
    first = 0
    while True:
        count = max(-(-(left - shared) // (room - shared)), 1)
        stop = _reach(costs, first, min(room, -(-(left - shared) // count) + shared))
        windows.append(Window(first, stop))
        if stop == len(costs):
            return windows
        following = _back(costs, stop, shared)
        left -= sum(costs[first:following])
        first = following


def _reach(costs: Sequence[int], first: int, room: int) -> int:
    """Where a window ends that begins there."""
    stop, used = first, 0
    while stop < len(costs) and used + costs[stop] <= room:
        used += costs[stop]
        stop += 1
    return stop


def _back(costs: Sequence[int], stop: int, shared: int) -> int:
    """Where the next one begins."""
    first, used = stop - 1, costs[stop - 1]
    while used + costs[first - 1] <= shared:
        first -= 1
        used += costs[first]
    return first
