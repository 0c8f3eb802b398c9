"""Where the subtitles belong in the medium: by where somebody speaks, then by what is said there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice

from cueweave.domain.transcript import Cue, Fit, Report, Sound, Span, Word
from cueweave.stages.align import aligner
from cueweave.stages.spread import spread_words
from cueweave.stages.sync import (
    Search,
    anchor_cues,
    apply_fit,
    fit_subtitles,
    likeliest_fit,
    refine,
    search_fits,
    short_pieces,
    without_piece,
)

ANCHORS = 12
"""Cues that are listened for; more cost time and told no more."""
CONFIRMED = 0.3
"""Seconds: anchors that lie no farther off confirm the fit as it is, since by so much cues start before their words."""
NEAR = 1.0
"""Seconds: an anchor that lies farther from where the fit has it speaks against the fit."""
GOOD = 0.8
"""The share of anchors near the fit at which nothing else is tried."""
BETTER = 0.15
"""By so much larger must that share be for a fit that has less evidence of its own."""
BOLD = 0.3
"""The caution of that fit: stretches of half a minute may then have an offset of their own."""
LEAST = 3
"""Anchors near a fit that has no evidence of its own."""

Anchors = list[tuple[float, float]]
"""Pairs of subtitle time and the time at which the cue's first word was heard."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What is listened to."""

    sound: Sound
    speech: Sequence[Span]
    duration: float
    language: str | None


def fit(given: Sequence[Cue], recording: Recording, report: Report) -> Fit:
    """The fit of the cues to the recording. Subtitles that are heard where they stand are left alone."""
    search = search_fits(given, recording.speech, recording.duration, report)
    where = fit_subtitles(search)
    cues = [given[at] for at in anchor_cues(given, ANCHORS)]
    if not recording.speech or not cues:
        return where
    where, anchors = _best_heard(search, cues, where, recording, report)
    where = _believed(given, cues, where, recording, report)
    return _refined(given, where, anchors, recording)


def _best_heard(
    search: Search, cues: Sequence[Cue], where: Fit, recording: Recording, report: Report
) -> tuple[Fit, Anchors]:
    """The fit, unless the cues aren't heard there and are heard where a bolder one has them; and what was heard."""
    anchors = _anchors(cues, where, recording, report)
    near = _near(anchors, where, recording)
    for bolder, least in ((partial(fit_subtitles, caution=BOLD), 1), (likeliest_fit, LEAST)):
        if near >= GOOD * len(cues):
            break
        other = bolder(search)
        heard = _anchors(cues, other, recording, report) if other != where else []
        count = _near(heard, other, recording)
        if count >= max(near + BETTER * len(cues), least):
            where, anchors, near = other, heard, count
    return where, anchors


def _anchors(cues: Sequence[Cue], where: Fit, recording: Recording, report: Report) -> Anchors:
    """Of those cues whose first word is surely heard."""
    words = spread_words(apply_fit(cues, where, recording.duration), recording.speech, recording.duration)
    align = aligner(recording.language)
    aligned = align(words, recording.sound, recording.speech, lambda _: report(1.0)).words
    firsts = accumulate((len(cue.text.split()) for cue in cues[:-1]), initial=0)
    return [(cue.start, aligned[at].start) for cue, at in zip(cues, firsts, strict=True) if aligned[at].is_sure]


def _near(anchors: Anchors, where: Fit, recording: Recording) -> int:
    """How many were heard about where the fit has them."""
    moved = apply_fit([Cue(time, time, "") for time, _ in anchors], where, recording.duration)
    return sum(abs(cue.start - heard) <= NEAR for cue, (_, heard) in zip(moved, anchors, strict=True))


def _believed(given: Sequence[Cue], beside: Sequence[Cue], where: Fit, recording: Recording, report: Report) -> Fit:
    """Without the pieces of few cues that are heard no better there than where the pieces beside them would have them.

    The cues `beside` are listened for too: they tell how well words of this recording are heard.
    """
    for at, own in short_pieces(where, given):
        if len(where.pieces) < 2:  # the one beside it was given up
            break
        hear = partial(_heard, own, beside, recording=recording, report=report)
        before = hear(without_piece(where, at, None)) if at else [0.0] * len(own)
        after = (
            hear(without_piece(where, at, where.pieces[at].start)) if at + 1 < len(where.pieces) else [0.0] * len(own)
        )
        cut = max(range(len(own) + 1), key=lambda cut: sum(before[:cut]) + sum(after[cut:]))
        if sum(before[:cut]) + sum(after[cut:]) >= sum(hear(where)):
            where = without_piece(where, at, own[cut].start if cut < len(own) else None)
    return where


def _heard(
    own: Sequence[Cue], beside: Sequence[Cue], where: Fit, *, recording: Recording, report: Report
) -> list[float]:
    """The words of each cue that are heard where the fit has it, by their confidence."""
    cues = sorted({*own, *beside}, key=lambda cue: cue.start)
    moved = apply_fit(cues, where, recording.duration)
    words = spread_words(moved, recording.speech, recording.duration)
    aligned = aligner(recording.language)(words, recording.sound, recording.speech, lambda _: report(1.0)).words
    left = iter(aligned)
    sums = {
        cue: sum(word.confidence for word in islice(left, len(cue.text.split())) if _within(word, there))
        for cue, there in zip(cues, moved, strict=True)
    }
    return [sums[cue] for cue in own]


def _within(word: Word, cue: Cue) -> bool:
    return cue.start - NEAR <= word.start and word.end <= cue.end + NEAR


def _refined(given: Sequence[Cue], rough: Fit, anchors: Anchors, recording: Recording) -> Fit:
    """Onto the anchors, where they lie farther off than people put their cues; what stood well is left alone."""
    if rough.leaves_alone:
        return rough
    finer = refine(rough, given, anchors)
    moved = zip(*(apply_fit(given, each, recording.duration) for each in (rough, finer)), strict=True)
    return finer if max(abs(one.start - other.start) for one, other in moved) > CONFIRMED else rough
