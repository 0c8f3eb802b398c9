"""A fit made finer by cues that were heard: which ones to listen for, and what to make of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cueweave.domain.transcript import Cue, Fit, Piece
from cueweave.stages.sync.apply import pieces_of
from cueweave.stages.sync.heard import Array
from cueweave.stages.sync.regress import LEAST_OFF, straighten

WORDS = 4
"""Fewer are easily taken for others."""
FARTHEST = 5.0
"""Seconds between an anchor and the fit: beyond, something else was heard."""


def anchor_cues(cues: Sequence[Cue], count: int) -> list[int]:
    """Indices of up to `count` cues to listen for: of each of `count` equal parts of the time the wordiest."""
    candidates = [at for at, cue in enumerate(cues) if len(cue.text.split()) >= WORDS]
    if not candidates or count < 1:
        return []
    first, last = cues[candidates[0]].start, cues[candidates[-1]].start
    part = max((last - first) / count, 1e-9)
    best: dict[int, int] = {}
    for at in candidates:
        slot = min(int((cues[at].start - first) / part), count - 1)
        if slot not in best or len(cues[at].text.split()) > len(cues[best[slot]].text.split()):
            best[slot] = at
    return sorted(best.values())


def refine(fit: Fit, cues: Sequence[Cue], anchors: Sequence[tuple[float, float]]) -> Fit:
    """The fit moved and turned onto anchors: pairs of subtitle time and the time in the medium where that was heard.

    A piece with fewer than three anchors stays. Cues are needed for where the last piece ends only.
    """
    pieces = pieces_of(fit)
    pairs = np.array(sorted(anchors), float).reshape(-1, 2)
    ends = [*(piece.start for piece in pieces[1:]), max((cue.end for cue in cues), default=0.0) + 1.0]
    refined: list[Piece] = []
    for at, (piece, end) in enumerate(zip(pieces, ends, strict=True)):
        own = pairs[((pairs[:, 0] >= piece.start) | (at == 0)) & (pairs[:, 0] < end)]
        refined.append(_refined(piece, own))
    first = refined[0]
    if not fit.pieces:
        return replace(fit, offset=first.offset, rate=first.rate)
    return replace(fit, offset=first.offset, rate=first.rate, pieces=tuple(refined))


def _refined(piece: Piece, anchors: Array) -> Piece:
    off = anchors[:, 1] - (anchors[:, 0] * piece.rate + piece.offset)
    near = anchors[np.abs(off) < FARTHEST]
    if len(near) < LEAST_OFF:
        return piece
    start = piece.offset + float(np.median(near[:, 1] - (near[:, 0] * piece.rate + piece.offset)))
    rate, offset = straighten(near[:, 0], near[:, 1], piece.rate, start)
    return replace(piece, offset=round(offset, 3), rate=rate)
