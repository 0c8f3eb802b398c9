"""The speech of a chunk in pieces that an engine hears at one go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cueweave.domain.transcript import Span


def windows(speech: Sequence[Span], *, longest: float, join: float) -> list[Span]:
    """Neighbouring spans joined over silences of up to `join` seconds while they stay short; long ones cut evenly."""
    joined: list[Span] = []
    for span in speech:
        if joined and span.start - joined[-1].end <= join and span.end - joined[-1].start <= longest:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined += _cut(span, longest)
    return joined


def _cut(span: Span, longest: float) -> list[Span]:
    count = int((span.end - span.start) / longest) + 1
    edges = [span.start + (span.end - span.start) * at / count for at in range(count + 1)]
    return [Span(start, end) for start, end in pairwise(edges)]


def widened(spans: Sequence[Span], margin: float, duration: float) -> list[Span]:
    """The same with so many seconds more at both ends, but never over half of the silence to a neighbour."""
    edges = [0.0, *((one.end + other.start) / 2 for one, other in pairwise(spans)), duration]
    return [
        Span(max(span.start - margin, before), min(span.end + margin, after))
        for span, before, after in zip(spans, edges, edges[1:], strict=False)
    ]
