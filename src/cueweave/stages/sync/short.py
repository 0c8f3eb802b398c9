"""Pieces of a fit that few cues speak for: which they are, and the fit without one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cueweave.domain.transcript import Cue, Fit
from cueweave.stages.sync.fit import fit_of

FEW = 8
"""Cues; chance gave as many an offset of their own where a voice was missed or music was taken for one."""


def short_pieces(fit: Fit, cues: Sequence[Cue]) -> Iterator[tuple[int, list[Cue]]]:
    """The pieces of few cues by index, last first, each with its cues."""
    starts = [-float("inf"), *(piece.start for piece in fit.pieces[1:]), float("inf")]
    for at in reversed(range(len(fit.pieces))):
        own = [cue for cue in cues if starts[at] <= cue.start < starts[at + 1]]
        if len(own) < FEW:
            yield at, own


def without_piece(fit: Fit, at: int, start: float | None) -> Fit:
    """The same without a piece: its cues from `start` (subtitle seconds) on go to the next one, those before it, or all
    where it is None, to the one before."""
    pieces = [*fit.pieces[:at], *fit.pieces[at + 1 :]]
    if at == 0:
        pieces[0] = replace(pieces[0], start=0.0)
    elif start is not None and at < len(pieces):
        pieces[at] = replace(pieces[at], start=start)
    return fit_of(tuple(pieces), fit.score)
