"""Items that carry two or more numbers each: the first model weighs 2 kilos and costs 300 dollars, the second …"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cueweave.stages.analysis.figures.anchors import Anchor
from cueweave.stages.analysis.figures.chunks import Chunk, chunks
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.values import Value
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.stems import stem

WIDEST = 4
"""Columns of numbers."""
BACK = 12
"""Words before an item's first value in which its name is looked for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Names of rows; for each row its values; for each column its header."""

    names: Sequence[Chunk | Anchor]
    rows: Sequence[Sequence[Value]]
    headers: Sequence[str]


def read_grid(values: Sequence[Value], taken: Sequence[Anchor], speech: Speech, language: str | None) -> Grid | None:
    """The values in rows, if the same measures or things come again in the same order for at least two items."""
    for width in range(2, WIDEST + 1):
        for skipped in range(len(values) % width + 1):
            height = (len(values) - skipped) // width
            rows = [values[skipped + at * width : skipped + (at + 1) * width] for at in range(height)]
            while len(rows) > 1:
                floor = values[skipped - 1].stop if skipped else 0
                if grid := _grid(rows, floor, taken, speech, language):
                    return grid
                rows = rows[:-1]
    return None


def _grid(
    rows: Sequence[Sequence[Value]], floor: int, taken: Sequence[Anchor], speech: Speech, language: str | None
) -> Grid | None:
    headers = [_header([row[column] for row in rows], speech, language) for column in range(len(rows[0]))]
    if not all(headers) or len(set(headers)) < len(headers) or not _differ(rows[0], speech, language):
        return None
    floors = [floor, *(row[-1].stop for row in rows[:-1])]
    names = [_name(start, row[0].first, taken, speech, language) for start, row in zip(floors, rows, strict=True)]
    found = [name for name in names if name is not None]
    if len(found) < len(rows) or len({_text(name, speech) for name in found}) < len(rows):
        return None
    return Grid(found, rows, [header for header in headers if header])


def _differ(row: Sequence[Value], speech: Speech, language: str | None) -> bool:
    """Whether the columns are about different things."""
    return len({_about(value, speech, language) for value in row}) == len(row)


def _about(value: Value, speech: Speech, language: str | None) -> str:
    return value.measure or value.noun or " ".join(_lead(value, speech, language))


def _lead(value: Value, speech: Speech, language: str | None) -> list[str]:
    """The content word before the value: what is said of the item."""
    at = value.first - 1
    while at >= max(0, value.first - 4) and speech.joined(at + 1):
        if not is_function_word(speech.plain[at], language):
            return [stem(speech.plain[at], language)]
        at -= 1
    return []


def _header(column: Sequence[Value], speech: Speech, language: str | None) -> str:
    """The word before all values of a column, else the thing that they count, else their measure; empty: no column."""
    if len({value.measure or value.noun for value in column} - {""}) > 1:
        return ""
    leads = [_lead(value, speech, language) for value in column]
    if leads[0] and all(lead == leads[0] for lead in leads):
        at = next(at for at in range(column[0].first - 1, -1, -1) if not is_function_word(speech.plain[at], language))
        return speech.shown[at].capitalize()
    if sum(bool(value.measure or value.noun) for value in column) < max(2, len(column) - 1):
        return ""
    nouns = {value.noun for value in column if value.noun}
    if len(nouns) == 1 and column[0].noun:
        return speech.shown[column[0].stop].capitalize()
    if column[0].measure and len({value.measure for value in column}) == 1:
        return speech.shown[column[0].stop - 1].capitalize()
    return ""


def _name(
    floor: int, first: int, taken: Sequence[Anchor], speech: Speech, language: str | None
) -> Chunk | Anchor | None:
    """The item's name before its first value: a point in time, else the first name of its clause."""
    start = max(floor, first - BACK)
    cut = next((at + 1 for at in range(first - 1, start - 1, -1) if speech.closed[at]), start)
    for begin in dict.fromkeys((cut, start)):
        times = [anchor for anchor in taken if begin <= anchor.first and anchor.stop <= first]
        if times:
            return times[-1]
        found = chunks(begin, first, speech, language)
        if found:
            return ([name for name in found if not name.after_verb] or found)[-1]
    return None


def _text(name: Chunk | Anchor, speech: Speech) -> str:
    return name.label if isinstance(name, Anchor) else name.shown(speech).lower()
