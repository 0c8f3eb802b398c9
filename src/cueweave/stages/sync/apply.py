"""Moves cues from subtitle time to medium time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Cue, Fit, Piece
from cueweave.stages.sync.heard import Array


def apply_fit(cues: Sequence[Cue], fit: Fit, duration: float) -> list[Cue]:
    """The same cues in medium time, inside the medium; no cue is dropped, the order of starts stays.

    Where an earlier piece would reach beyond the start of a later one (a passage was cut out of the medium), its cues
    end there.
    """
    pieces = pieces_of(fit)
    starts = [piece.start for piece in pieces]
    limits = _limits(pieces, duration)
    moved: list[Cue] = []
    for cue in cues:
        at = max(bisect_right(starts, cue.start) - 1, 0)
        low, high = limits[at]
        start, end = (min(max(_moved(time, pieces[at]), low), high) for time in (cue.start, cue.end))
        moved.append(replace(cue, start=start, end=max(start, end)))
    return moved


def pieces_of(fit: Fit) -> tuple[Piece, ...]:
    """At least one."""
    return fit.pieces or (Piece(0.0, fit.offset, fit.rate),)


def by_piece(pieces: Sequence[Piece], starts: Array) -> tuple[NDArray[np.intp], Array, Array]:
    """For cues that start then (subtitle seconds): the index of the piece of each, its rate and its offset."""
    own = np.maximum(np.searchsorted([piece.start for piece in pieces], starts, side="right") - 1, 0)
    return own, np.array([piece.rate for piece in pieces])[own], np.array([piece.offset for piece in pieces])[own]


def _moved(time: float, piece: Piece) -> float:
    return time * piece.rate + piece.offset


def _limits(pieces: Sequence[Piece], duration: float) -> list[tuple[float, float]]:
    """Medium time in which each piece must stay: none reaches into the next, none starts before the one before."""
    firsts = [0.0, *(min(max(_moved(piece.start, piece), 0.0), duration) for piece in pieces[1:])]
    for at in range(1, len(firsts)):
        firsts[at] = max(firsts[at], firsts[at - 1])
    return list(zip(firsts, [*firsts[1:], duration], strict=True))
