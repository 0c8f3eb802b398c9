"""Words spread over the speech inside their cue, by their letters: where alignment starts, and its fallback."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from cueweave.domain.transcript import Cue, Span, Word

CONFIDENCE = 0.3
"""Of a time that nobody heard."""
LEAST_SPEECH = 0.4
"""Share of a cue that must be speech for it to be believed; below, the whole cue counts."""


def spread_words(cues: Sequence[Cue], speech: Sequence[Span], duration: float) -> list[Word]:
    """Every word of every cue, in order; times never run backwards and stay inside the medium."""
    words: list[Word] = []
    ends = [span.end for span in speech]
    at = 0.0
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        start = min(max(cue.start, at), duration)
        end = min(max(cue.end, start), duration)
        if following is not None and start < following.start < end:
            end = following.start  # cues that overlap share the time
        words += _spread(cue.text.split(), _inside(start, end, speech, ends))
        at = words[-1].end if words else at
    return words


def _inside(start: float, end: float, speech: Sequence[Span], ends: Sequence[float]) -> list[Span]:
    """The speech between two times; the whole stretch where there is too little of it."""
    found: list[Span] = []
    at = bisect_left(ends, start)
    while at < len(speech) and speech[at].start < end:
        found.append(Span(max(speech[at].start, start), min(speech[at].end, end)))
        at += 1
    heard = sum(span.end - span.start for span in found)
    return found if heard >= LEAST_SPEECH * (end - start) and heard > 0 else [Span(start, end)]


def _spread(texts: Sequence[str], spans: Sequence[Span]) -> list[Word]:
    total = sum(span.end - span.start for span in spans)
    weights = [len(text) + 1 for text in texts]
    shares = [0.0, *accumulate(weight / sum(weights) for weight in weights)]
    return [
        Word(text, _at(spans, total * first, late=True), _at(spans, total * last, late=False), CONFIDENCE)
        for text, first, last in zip(texts, shares[:-1], shares[1:], strict=True)
    ]


def _at(spans: Sequence[Span], spoken: float, *, late: bool) -> float:
    """The time after so many seconds of speech; on the edge of a pause its end (`late`) or its start."""
    for span in spans[:-1]:
        length = span.end - span.start
        if spoken < length - 1e-9 or (not late and spoken <= length + 1e-9):
            return span.start + min(spoken, length)
        spoken = max(spoken - length, 0.0)
    last = spans[-1]
    return min(last.start + spoken, last.end)
