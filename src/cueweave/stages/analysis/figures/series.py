"""Values over time: each next to the point in time that it was said of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cueweave.stages.analysis.figures.anchors import Anchor
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.values import Value, one_measure

Pair = tuple[Anchor, Value]
LEAST = 3
WIDE = 14
"""Words between a point in time and its value."""
CROSSED = 6
"""Words that a punctuation mark between them counts for."""


def read_series(values: Sequence[Value], taken: Sequence[Anchor], speech: Speech) -> list[Pair]:
    """The longest run of pairs of time and value, at least three; empty: there is none."""
    found: list[list[Pair]] = [[]]
    kinds = dict.fromkeys(anchor.kind for anchor in taken)
    for kind in kinds:
        own = [anchor for anchor in taken if anchor.kind == kind]
        if len({anchor.key for anchor in own}) < LEAST:
            continue
        found.extend(_best_run(own, group, speech) for group in _groups(values))
    return max(found, key=len)


def _groups(values: Sequence[Value]) -> list[list[Value]]:
    """All of them; those of each measure where there are several (with those that say none)."""
    measures = dict.fromkeys(value.measure for value in values)
    if len(measures) == 1:
        return [list(values)]
    groups = [[value for value in values if value.measure == measure] for measure in measures]
    return [list(values), *groups]


def _best_run(taken: Sequence[Anchor], values: Sequence[Value], speech: Speech) -> list[Pair]:
    events: list[Anchor | Value] = [*taken, *values]
    events.sort(key=lambda event: event.first)
    runs: list[tuple[int, int, list[Pair]]] = []
    start = 0
    while start < len(events) - 1:
        for first in (start, start + 1):
            run = _run(events[first:], speech)
            if len(run) >= LEAST and _fits(run):
                runs.append((len(run), -sum(_distance(*pair, speech) for pair in run), run))
        start += max([2 * len(run[2]) for run in runs[-2:]], default=1)
    return max(runs, key=lambda item: item[:2])[2] if runs else []


def _run(events: Sequence[Anchor | Value], speech: Speech) -> list[Pair]:
    pairs: list[Pair] = []
    seen: set[float | str] = set()
    for at in range(0, len(events) - 1, 2):
        one, other = events[at], events[at + 1]
        anchor, value = (one, other) if isinstance(one, Anchor) else (other, one)
        if not (isinstance(anchor, Anchor) and isinstance(value, Value)) or anchor.key in seen:
            break
        if _distance(anchor, value, speech) > WIDE + CROSSED or _is_parted(one, other, speech):
            break
        pairs.append((anchor, value))
        seen.add(anchor.key)
    return pairs


def _distance(anchor: Anchor, value: Value, speech: Speech) -> int:
    low, high = (anchor.stop, value.first) if anchor.first < value.first else (value.stop, anchor.first)
    return max(high - low, 0) + CROSSED * any(speech.closed[at] for at in range(low - 1, high))


def _is_parted(one: Anchor | Value, other: Anchor | Value, speech: Speech) -> bool:
    return any(speech.ends_sentence(at) for at in range(one.stop - 1, other.first))


def _fits(run: Sequence[Pair]) -> bool:
    """One scale; what is counted, where it is said, is said more than once or once for all."""
    values = [value for _, value in run]
    nouns = [value.noun for value in values if value.noun]
    repeated = len(nouns) - len(set(nouns))
    counted = len(set(nouns)) <= 1 or repeated > 0 or any(value.measure for value in values)
    ordered = [anchor.first for anchor, _ in run]
    return one_measure(values) and counted and all(one < other for one, other in pairwise(ordered))
