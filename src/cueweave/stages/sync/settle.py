"""A fit made exact by when the words are spoken.

Where a cue follows another in the middle of speech, it starts with its first word, which tells to some milliseconds
where the cues belong. Elsewhere only the room is known that cues leave around their words, and how people part it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Cue, Fit, Piece, Word
from cueweave.stages.sync.apply import by_piece, pieces_of
from cueweave.stages.sync.heard import Array
from cueweave.stages.sync.regress import LEAST_OFF

SHORTEST, LONGEST_LEAD, LONGEST_TAIL = -0.5, 1.0, 2.0
"""Seconds of room before and after words; beyond, the word is another one or the cue stands for something else."""
PAUSE = 0.1
"""Seconds between two words at which people speak on."""
FOLLOWS = 0.15
"""Seconds between two cues that follow one another; up to two frames of film are left free by habit, before the second
one starts."""
LEAST = 0.1
"""The quantile that is the least room: a few words are always misheard."""
ENOUGH = 8
"""Cues from which a piece is believed to lie otherwise than the others, and subtitles that seemed right to be off."""
TOLERATED = 0.1
"""Seconds by which half of the cues may start late or end early and stay where they were given."""
MOST_LEAD = 0.04
"""Seconds: half of the least room around words lies before them, and so much at most, where people made the cues ..."""
EVEN, MOST_EVEN = 0.03, 0.45
"""... and up to half of so much where a program seems to have made them from words, leaving the same on both sides: the
middle half of all rooms then differs by less than `EVEN` seconds. Where only what lies after does, a program let cues
stand for longer and left their starts as somebody set them: the earliest at their words."""
ROUGH = 0.2
"""So much does the room count beside each cue that starts with its first word."""
SLACK = 0.05
"""Seconds beyond the least room, at which such a cue is still believed. All of these were chosen on cues made by
fifteen habits (`benchmarks/cue_habits.py --only en,fr,pl,sample,real`): 210 sets are left 17 ms off on average, median
7; by where speech starts and ends alone 54 and 49, by ffsubsync 69 and 50."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """Cues beside their words, in seconds of medium time; NaN where the word isn't sure."""

    piece: NDArray[np.intp]
    lead: Array
    """From the cue's start to its first word."""
    tail: Array
    """From its last word to its end."""
    follows: NDArray[np.bool_]
    """Whether it comes right after another cue in the middle of speech."""


def settled(fit: Fit, cues: Sequence[Cue], words: Sequence[Word]) -> Fit:
    """The fit, with each offset moved to where the words of the cues (subtitle time) were heard.

    `words` are those of all cues in order, as often as `cue.text.split()` has them. A fit stays as it is where too few
    words are sure; subtitles that were left alone do unless half of their cues start after their words or end before
    them.
    """
    spoken = [len(cue.text.split()) for cue in cues]
    if not cues or not all(spoken):
        return fit
    pieces = pieces_of(fit)
    beside = _beside(pieces, cues, words, [0, *accumulate(spoken)])
    known = min(_known(beside.lead), _known(beside.tail))
    if fit.leaves_alone:
        return _corrected(fit, beside) if known >= ENOUGH else fit
    if known < LEAST_OFF:
        return fit
    level = _levels(beside, len(pieces))
    own = level[beside.piece]
    move = level + _move(beside.lead - own, beside.tail + own, beside.follows)
    moved = [replace(piece, offset=round(piece.offset + float(by), 3)) for piece, by in zip(pieces, move, strict=True)]
    return replace(fit, offset=moved[0].offset, pieces=tuple(moved) if fit.pieces else ())


def _corrected(fit: Fit, beside: _Beside) -> Fit:
    """Moved until half of the cues start before their words, or end after them; what is off by little stays."""
    out = float(min(np.nanmedian(beside.lead), 0.0) - min(np.nanmedian(beside.tail), 0.0))
    return replace(fit, offset=round(out, 3), method="offset") if abs(out) > TOLERATED else fit


def _beside(pieces: Sequence[Piece], cues: Sequence[Cue], words: Sequence[Word], bounds: Sequence[int]) -> _Beside:
    start, end = (np.array(times, float) for times in zip(*((cue.start, cue.end) for cue in cues), strict=True))
    piece, rate, offset = by_piece(pieces, start)
    first, last = _times([words[at] for at in bounds[:-1]]), _times([words[at - 1] for at in bounds[1:]])
    follows = np.zeros(len(cues), bool)
    follows[1:] = (
        (first[1:, 0] - last[:-1, 1] < PAUSE) & (np.abs(start[1:] - end[:-1]) < FOLLOWS) & (piece[1:] == piece[:-1])
    )
    return _Beside(
        piece,
        _within(first[:, 0] - (start * rate + offset), LONGEST_LEAD),
        _within((end * rate + offset) - last[:, 1], LONGEST_TAIL),
        follows,
    )


def _times(words: Sequence[Word]) -> Array:
    """Start and end of each, (words, 2); NaN where it isn't sure."""
    nothing = (np.nan, np.nan)
    return np.array([(word.start, word.end) if word.is_sure else nothing for word in words], float)


def _within(room: Array, most: float) -> Array:
    return np.where((room > SHORTEST) & (room < most), room, np.nan)


def _known(values: Array) -> int:
    return int(np.isfinite(values).sum())


def _levels(beside: _Beside, count: int) -> Array:
    """By how much the leads of each piece differ from those of all; 0.0 for pieces of few cues."""
    usual = np.nanmedian(beside.lead)
    levels = np.zeros(count)
    for at in range(count):
        own = beside.lead[beside.piece == at]
        if _known(own) >= ENOUGH:
            levels[at] = np.nanmedian(own) - usual
    return levels


def _move(lead: Array, tail: Array, follows: NDArray[np.bool_]) -> float:
    """Seconds by which cues with this room before and after their words are to be moved."""
    before, after = float(np.nanquantile(lead, LEAST)), float(np.nanquantile(tail, LEAST))
    room = before + after
    by_room = before - _lead(lead, tail, room)
    low, high = min(-after, before) - SLACK, max(before, -after) + SLACK
    exact = lead[follows & (lead > low) & (lead < high)]
    if not len(exact):
        return by_room
    return float((np.median(exact) * len(exact) + by_room * ROUGH) / (len(exact) + ROUGH))


def _lead(lead: Array, tail: Array, room: float) -> float:
    """What of the least room lies before the words; so does half of what cues lack."""
    if room < 0 or (room < MOST_EVEN and _is_even(lead + tail)):
        return room / 2
    if _is_even(tail) and not _is_even(lead):
        return 0.0
    return min(room / 2, MOST_LEAD)


def _is_even(room: Array) -> bool:
    known = room[np.isfinite(room)]
    return len(known) > 0 and float(np.subtract(*np.quantile(known, (0.75, 0.25)))) < EVEN
