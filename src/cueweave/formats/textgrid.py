"""Praat's TextGrid, which phoneticians work with: a tier of words and one of paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cueweave.formats.captions import milliseconds
from cueweave.formats.talk import Talk

Interval = tuple[int, int, str]
"""From and to in milliseconds, and the text; empty where nothing is said."""


def to_textgrid(talk: Talk) -> str:
    """In the long text form."""
    said = [(word.start, word.end, word.text) for each in talk.paragraphs for word in each.words]
    end = max(milliseconds(talk.duration), *(milliseconds(start) + 1 for start, _, _ in said), 1)
    tiers = {
        "word": _tiled(said, end),
        "paragraph": _tiled(((each.start, each.end, each.text) for each in talk.paragraphs), end),
    }
    head = ('File type = "ooTextFile"', 'Object class = "TextGrid"', "", *_range(end), "tiers? <exists>")
    body = (line for number, (name, tier) in enumerate(tiers.items(), 1) for line in _tier(number, name, tier, end))
    return "\n".join((*head, f"size = {len(tiers)}", "item []:", *body)) + "\n"


def _tier(number: int, name: str, tier: list[Interval], end: int) -> Iterator[str]:
    yield from (f"  item [{number}]:", '    class = "IntervalTier"', f'    name = "{name}"')
    yield from (f"    {line}" for line in _range(end))
    yield f"    intervals: size = {len(tier)}"
    for at, (start, stop, text) in enumerate(tier, 1):
        quoted = text.replace('"', '""')
        yield from (f"    intervals [{at}]:", f"      xmin = {start / 1000}", f"      xmax = {stop / 1000}")
        yield f'      text = "{quoted}"'


def _range(end: int) -> tuple[str, str]:
    return "xmin = 0", f"xmax = {end / 1000}"


def _tiled(found: Iterable[tuple[float, float, str]], end: int) -> list[Interval]:
    """Intervals without a gap from 0 to the end, as the format wants them."""
    intervals: list[Interval] = []
    last = (end, end, "")
    apart = _apart([(milliseconds(start), milliseconds(stop), text) for start, stop, text in found], end)
    before = 0
    for (start, stop, text), (following, _, _) in pairwise([*apart, last]):
        if start > before:
            intervals.append((before, start, ""))
        before = min(stop, following)
        intervals.append((start, before, text))
    return [*intervals, (before, end, "")] if before < end else intervals


def _apart(found: list[Interval], end: int) -> list[Interval]:
    """Each with a length: where several begin at once or have none, they share one interval, none of them lost."""
    joined: list[Interval] = []
    for start, stop, text in found:
        if joined and (start <= joined[-1][0] or joined[-1][1] <= joined[-1][0]):
            first, _, before = joined.pop()
            start, text = first, f"{before} {text}"
        joined.append((start, stop, text))
    if joined and joined[-1][1] <= joined[-1][0]:
        first, _, text = joined.pop()
        joined.append((first, end, text))
    return joined
