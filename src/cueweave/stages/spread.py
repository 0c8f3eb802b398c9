"""Words spread over the speech inside their cue, by their letters: where alignment starts, and its fallback."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from cueweave.domain.transcript import Cue, Span, Word

CONFIDENCE = 0.3
"""Of a time that nobody heard."""
FASTEST = 0.03
"""Seconds a letter: speech that is shorter than its cue's letters take can't be all there is of it."""
EDGE = 1e-9
"""Seconds: nearer to the edge of a pause is on it."""
REACH = 1.0
"""Seconds from a cue without speech to speech that it may borrow."""


def spread_words(cues: Sequence[Cue], speech: Sequence[Span], duration: float) -> list[Word]:
    """Every word of every cue, in order; times never run backwards and stay inside the medium.

    Words stand in speech. Only a cue that has too little of it, or none and none within `REACH` that is free, keeps its
    own time.
    """
    words: list[Word] = []
    ends = [span.end for span in speech]
    at = 0.0
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        start = min(max(cue.start, at), duration)
        end = min(max(cue.end, start), duration)
        limit = duration if following is None else min(max(following.start, end), duration)
        if following is not None and start < following.start < end:
            end = following.start  # cues that overlap share the time
        found = _inside(start, end, speech, ends) or _borrowed((start, end), (at, limit), speech, ends)
        enough = sum(span.end - span.start for span in found) >= FASTEST * len(cue.text)
        words += _spread(cue.text.split(), found if found and enough else [Span(start, end)])
        at = words[-1].end if words else at
    return words


def _inside(start: float, end: float, speech: Sequence[Span], ends: Sequence[float]) -> list[Span]:
    """The speech between two times."""
    found: list[Span] = []
    at = bisect_left(ends, start)
    while at < len(speech) and speech[at].start < end:
        found.append(Span(max(speech[at].start, start), min(speech[at].end, end)))
        at += 1
    return [span for span in found if span.end > span.start]


def _borrowed(
    cue: tuple[float, float], free: tuple[float, float], speech: Sequence[Span], ends: Sequence[float]
) -> list[Span]:
    """The nearest speech within `REACH` of the cue, in the free time between the cues around it."""
    near = _inside(max(cue[0] - REACH, free[0]), min(cue[1] + REACH, free[1]), speech, ends)
    return [min(near, key=lambda span: max(span.start - cue[1], cue[0] - span.end))] if near else []


def _spread(texts: Sequence[str], spans: Sequence[Span]) -> list[Word]:
    until = list(accumulate(span.end - span.start for span in spans))
    weights = [len(text) + 1 for text in texts]
    whole = sum(weights)
    shares = [0.0, *accumulate(weight / whole for weight in weights)]
    return [
        Word(text, _at(spans, until, share=first, late=True), _at(spans, until, share=last, late=False), CONFIDENCE)
        for text, first, last in zip(texts, shares[:-1], shares[1:], strict=True)
    ]


def _at(spans: Sequence[Span], until: Sequence[float], *, share: float, late: bool) -> float:
    """The time after that share of the speech; on the edge of a pause its end (`late`) or its start.

    `until` is how much speech there is up to the end of each span.
    """
    spoken = until[-1] * share
    found = bisect_right(until, spoken + EDGE) if late else bisect_left(until, spoken - EDGE)
    at = min(found, len(spans) - 1)
    before = until[at - 1] if at else 0.0
    return min(spans[at].start + max(spoken - before, 0.0), spans[at].end)
