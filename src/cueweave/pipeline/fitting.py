"""Where the subtitles belong in the medium: by where somebody speaks, then by what is said there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cueweave.domain.transcript import Cue, Fit, Report, Sound, Span
from cueweave.stages.align import aligner
from cueweave.stages.spread import spread_words
from cueweave.stages.sync import anchor_cues, apply_fit, fit_subtitles, refine

ANCHORS = 12
"""Cues that are listened for; more cost time and told no more."""
SURE = 0.9
"""Confidence from which a word is an anchor."""
CONFIRMED = 0.3
"""Seconds: anchors that lie no farther off confirm the fit as it is, since by so much cues start before their words."""


def fit(
    given: Sequence[Cue],
    heard: tuple[Sound, Sequence[Span]],
    duration: float,
    language: str | None,
    report: Report,
) -> Fit:
    """The fit of the cues to the sound and its speech; subtitles that are left alone are not listened for."""
    _, speech = heard
    rough = fit_subtitles(given, speech, duration, report)
    if (rough.offset, rough.rate, rough.pieces) == (0.0, 1.0, ()):
        return rough
    finer = refine(rough, given, _anchors(given, rough, heard, duration, language, report))
    moved = zip(apply_fit(given, rough, duration), apply_fit(given, finer, duration), strict=True)
    return finer if max(abs(one.start - other.start) for one, other in moved) > CONFIRMED else rough


def _anchors(
    given: Sequence[Cue],
    rough: Fit,
    heard: tuple[Sound, Sequence[Span]],
    duration: float,
    language: str | None,
    report: Report,
) -> list[tuple[float, float]]:
    """Pairs of subtitle time and the time at which the cue's first word was heard, where that is sure."""
    sound, speech = heard
    cues = [given[at] for at in anchor_cues(given, ANCHORS)]
    words = spread_words(apply_fit(cues, rough, duration), speech, duration)
    aligned = aligner(language)(words, sound, speech, lambda _: report(1.0)).words
    firsts = accumulate((len(cue.text.split()) for cue in cues[:-1]), initial=0)
    return [
        (cue.start, aligned[at].start) for cue, at in zip(cues, firsts, strict=True) if aligned[at].confidence >= SURE
    ]
