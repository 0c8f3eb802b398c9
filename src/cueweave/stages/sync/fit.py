"""The fit from subtitle time to medium time under which cues and speech agree best, where there is evidence for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cueweave.domain.transcript import Cue, Fit, Piece, Report, Span
from cueweave.stages.sync.apply import by_piece
from cueweave.stages.sync.heard import STEP, Array, Heard, listen
from cueweave.stages.sync.jumps import OVERLAP, PRICE, Weighed, likeliest_cuts
from cueweave.stages.sync.lines import Lines, lines_of, says_for
from cueweave.stages.sync.regress import middle, nearest, straighten, turn
from cueweave.stages.sync.room import best_move
from cueweave.stages.sync.search import (
    FARTHEST,
    FASTEST,
    Correlator,
    Guess,
    best_at,
    best_between,
    free_rates,
    likely_offsets,
)

FILM_RATES = (24 / 23.976, 25 / 23.976, 25 / 24)
RATES = (1.0, *FILM_RATES, *(1 / rate for rate in FILM_RATES))
UNUSUAL = {1.0: 0.0, **dict.fromkeys(RATES[1:], 3.0)}
FREE = 12.0
"""How much more a film's rate, and any other rate, must say than the rate as it is."""
KEPT = 3
"""Free rates that are looked at closely."""
EVIDENCE = 20.0
"""What all cues together must say for a fit beyond chance, and beyond the subtitles as they are."""
EVIDENCE_PER_CUE = 0.25
NEVER = 1e9
"""The price of a jump at which none is made."""
LEAST_SCORE = 0.1
NEAR = 0.4
"""Seconds: an offset so small is within what people put around their cues."""


@dataclass(frozen=True, slots=True)
class Search:
    """What `search_fits` found, to be judged by `fit_subtitles`."""

    speech: Sequence[Span]
    heard: Heard
    lines: Lines
    guesses: tuple[tuple[Guess, Array], ...]
    """With the offsets (seconds) for which single stretches of the subtitles speak; none without speech or cues."""


@dataclass(frozen=True, slots=True)
class Found:
    """A rate, an offset for each stretch of cues (by the index of its first one), and what is said for it."""

    rate: float
    cuts: tuple[tuple[int, float], ...]
    says: float


def search_fits(cues: Sequence[Cue], speech: Sequence[Span], duration: float, report: Report) -> Search:
    """The rates and offsets that may be right: offsets up to 120 s, rates up to 6% off."""
    lines = lines_of(_within_reach(cues, duration))
    heard = listen(speech, duration)
    guesses: list[tuple[Guess, Array]] = []
    if speech and len(lines.start):
        correlator = Correlator(heard, lines)
        guesses = [(guess, likely_offsets(correlator, guess.rate)) for guess in _guesses(correlator, report)]
    report(1.0)
    return Search(speech, heard, lines, tuple(guesses))


def fit_subtitles(search: Search, *, caution: float = 1.0) -> Fit:
    """The fit from subtitle time to medium time (`time * rate + offset`, in pieces where the offset jumps).

    Without evidence, or where the subtitles agree already, they are left alone: offset 0, rate 1, method `as given`.
    At a `caution` of 1 chance is no evidence; with less, ask for other evidence before the fit is believed.
    """
    heard, lines = search.heard, search.lines
    if not search.guesses:
        return _as_given(search)
    given = says_for(heard, lines, 1.0, np.zeros(1)).sum()
    found = _likeliest(search, PRICE * caution)
    pieces = _refined(lines, search.speech, found)
    score = _score(heard, lines, pieces)
    evidence = caution * max(EVIDENCE, EVIDENCE_PER_CUE * len(lines.start))
    if score < LEAST_SCORE or found.says < max(evidence, given + caution * EVIDENCE) or not _moves(pieces):
        return _as_given(search)
    return fit_of(pieces, score)


def likeliest_fit(search: Search) -> Fit:
    """The one rate and offset that agree best with the speech, however little says so: ask for other evidence.

    Where cues stand until the next one comes, silence falls into them and little speaks for where they belong; yet
    that little is right as a rule.
    """
    if not search.guesses:
        return _as_given(search)
    pieces = _refined(search.lines, search.speech, _likeliest(search, NEVER))
    return fit_of(pieces, _score(search.heard, search.lines, pieces)) if _moves(pieces) else _as_given(search)


def _as_given(search: Search) -> Fit:
    return Fit(0.0, 1.0, _score(search.heard, search.lines, (Piece(0.0, 0.0, 1.0),)), "as given")


def _likeliest(search: Search, price: float) -> Found:
    """With so high a price of jumps."""
    closely = (_closely(search.heard, search.lines, guess, likely, price) for guess, likely in search.guesses)
    return max(closely, key=lambda found: found.says)


def _within_reach(cues: Sequence[Cue], duration: float) -> list[Cue]:
    """Those that may be heard at any rate and offset; a slip of somebody's tool (99 hours) must not cost hours."""
    latest = (duration + FARTHEST) / (1 - FASTEST)
    return [replace(cue, end=min(cue.end, latest)) for cue in cues if cue.start < latest]


def _guesses(correlator: Correlator, report: Report) -> list[Guess]:
    """The usual rates, and the best of all others."""
    usual = [best_at(correlator, rate) for rate in RATES]
    free: list[Guess] = []
    for at, rate in enumerate(free_rates()):
        free.append(best_between(correlator, float(rate)))
        report(0.8 * at / len(free_rates()))
    free.sort(key=lambda guess: -guess.says)
    return [*usual, *free[:KEPT]]


def _closely(heard: Heard, lines: Lines, guess: Guess, likely: Array, price: float) -> Found:
    """The likeliest offsets at this rate, cue by cue."""
    fine = guess.offset + np.array([-STEP, 0.0, STEP])
    offsets: Array = np.unique(np.round(np.concatenate((likely, fine, [0.0])), 2))
    says = says_for(heard, lines, guess.rate, offsets)
    weighed = Weighed(says, offsets, lines.start * guess.rate, lines.end * guess.rate)
    cuts, value = likeliest_cuts(weighed, price)
    levels = tuple((first, float(offsets[state])) for first, state in cuts)
    return Found(guess.rate, levels, value - UNUSUAL.get(guess.rate, FREE))


def _refined(lines: Lines, speech: Sequence[Span], found: Found) -> tuple[Piece, ...]:
    """The starts of cues onto those of speech near them, then all around speech as people put them.

    One rate for all pieces, an offset for each.
    """
    starts = np.array([span.start for span in speech])
    stretch = np.zeros(len(lines.start), int)
    for cut, _ in found.cuts[1:]:
        stretch[cut:] += 1
    offsets = np.array([offset for _, offset in found.cuts])
    shift = offsets[stretch]
    near = nearest(lines.start * found.rate + shift, starts)
    better = straighten if found.rate in UNUSUAL else turn
    rate, level = better(lines.start, near - shift, found.rate, 0.0)
    fine = offsets + level
    for at in range(len(fine)):
        own = lines.start[stretch == at] * rate
        for width in (0.4, 0.3, 0.3):
            fine[at] += middle(nearest(own + fine[at], starts) - (own + fine[at]), width)
    start, end = lines.start * rate + fine[stretch], lines.end * rate + fine[stretch]
    next_piece = np.append(start[[cut for cut, _ in found.cuts[1:]]], np.inf)[stretch]
    said = end <= next_piece + OVERLAP  # the others' passage is missing from the medium
    fine += best_move(start[said], end[said], speech)
    return tuple(
        Piece(float(lines.start[cut]) if at else 0.0, round(float(fine[at]), 3), rate)
        for at, (cut, _) in enumerate(found.cuts)
    )


def _moves(pieces: Sequence[Piece]) -> bool:
    """Whether cues come to stand farther off than people put them."""
    return len(pieces) > 1 or pieces[0].rate != 1.0 or abs(pieces[0].offset) > NEAR


def fit_of(pieces: tuple[Piece, ...], score: float) -> Fit:
    """In pieces where there are more than one; `score` 0.0 to 1.0."""
    main = pieces[0]
    method = "offset" if main.rate == 1.0 else "offset and rate"
    if len(pieces) == 1:
        return Fit(main.offset, main.rate, score, method)
    return Fit(main.offset, main.rate, score, f"{method}, {len(pieces)} pieces", pieces)


def _score(heard: Heard, lines: Lines, pieces: Sequence[Piece]) -> float:
    """Correlation of cues and speech over the medium; 0.0 where they are opposed."""
    _, rate, offset = by_piece(pieces, lines.start)
    frames = len(heard.speech)
    first = np.clip(np.round((lines.start * rate + offset) / STEP), 0, frames).astype(int)
    stop = np.clip(np.round((lines.end * rate + offset) / STEP), 0, frames).astype(int)
    change = np.bincount(first, minlength=frames + 1) - np.bincount(np.maximum(stop, first), minlength=frames + 1)
    covered = np.cumsum(change)[:frames] > 0
    if covered.all() or not covered.any() or np.ptp(heard.speech) == 0:
        return 0.0
    return float(np.clip(np.corrcoef(covered, heard.speech)[0, 1], 0.0, 1.0))
