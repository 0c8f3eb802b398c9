"""Whether a figure shows only what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cueweave.domain.visuals import Chart, Figure, Table
from cueweave.stages.analysis.figures.elision import with_carried_scales
from cueweave.stages.analysis.figures.lexicon import OUT_OF
from cueweave.stages.analysis.figures.mentions import Key, Mention, index, keys_of, mentions
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import scales
from cueweave.stages.analysis.figures.numbers import numbers_in, spoken_numbers
from cueweave.stages.analysis.figures.pairing import Row, misplaced, unpaired
from cueweave.stages.analysis.figures.periods import UNITS, period
from cueweave.stages.analysis.figures.speech import Speech, hear

CLOSE = 1e-9
"""Relative: the same number, but for how computers write it."""
DIGITS = range(1, 7)
QUANTITIES = (Kind.COUNT, Kind.YEAR, Kind.PERCENT, Kind.MONEY, Kind.PART)


def ungrounded(figure: Figure, said: Sequence[str], language: str | None) -> list[str]:
    """What the figure shows and these words don't say; empty: it is grounded.

    Checked are all numbers (those of the title too), labels, headers and cells, and that each value was said of its own
    label. Fifteen stands for 15 million only where a title, label or header says millions; nothing is rounded, summed
    or converted, but that a third may be written 33.3.
    """
    said_things = _listen(said, language)
    problems = _ungrounded_numbers(figure.title, said_things)
    if isinstance(figure, Chart):
        problems += _ungrounded_chart(figure, said_things)
    else:
        problems += _ungrounded_table(figure, said_things)
    return list(dict.fromkeys(problems))


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said, ready to be asked."""

    speech: Speech
    language: str | None
    numbers: Sequence[Number]
    places: Mapping[Key, list[Mention]]

    def mentions(self, label: str) -> list[Mention]:
        """Where a label is said."""
        return mentions(keys_of(label, self.language), self.places)


def _listen(said: Sequence[str], language: str | None) -> _Said:
    speech = hear(said)
    numbers = numbers_in(speech, language)
    carried = with_carried_scales(numbers, speech, language)
    return _Said(speech, language, carried, index(speech, numbers, language))


def _ungrounded_chart(chart: Chart, said: _Said) -> list[str]:
    places = [said.mentions(label) for label in chart.labels]
    missing = [label for label, found in zip(chart.labels, places, strict=False) if not found]
    factor = _factor((chart.title, *chart.labels), said.language)
    free = _outside(said.numbers, chain.from_iterable(places))
    values = [[number for number in free if _says(number, value, factor)] for value in chart.values]
    if not chart.values:
        return ["no values"]
    missing += [f"{value:.10g}" for value, found in zip(chart.values, values, strict=True) if not found]
    if missing or len(chart.labels) != len(chart.values):
        return missing or ["as many labels as values"]
    rows = [Row(label, place, [value]) for label, place, value in zip(chart.labels, places, values, strict=True)]
    quantities = _said_of_things(free, said)
    return [f"{label} with its value" for label in unpaired(rows, quantities, said.speech)]


def _ungrounded_table(table: Table, said: _Said) -> list[str]:
    headers = [header for header in table.headers if header and not _is_period_name(header)]
    missing = [header for header in headers if not said.mentions(header)]
    missing += [cell for row in table.rows for cell in row if cell and not _cell_is_said(cell, table, said)]
    if missing or any(len(row) != len(table.headers) for row in table.rows):
        return missing or ["rows as long as the headers"]
    places = [said.mentions(row[0]) for row in table.rows]
    free = _outside(said.numbers, chain.from_iterable(places))
    rows = [
        Row(row[0], place, [_cell_places(cell, table, said, free) for cell in row[1:] if cell])
        for row, place in zip(table.rows, places, strict=True)
    ]
    quantities = _said_of_things(free, said)
    rows = [row for row in rows if row.values and all(row.values)]
    wrong = [f"{label} with its values" for label in unpaired(rows, quantities, said.speech)]
    return wrong or misplaced(table.headers[1:], [said.mentions(header) for header in table.headers[1:]], rows)


def _cell_is_said(cell: str, table: Table, said: _Said) -> bool:
    """Its words by stem, its numbers by value and unit."""
    plain = keys_of(cell, said.language)
    words = [key for key in plain if not isinstance(key, float)]
    numbers = spoken_numbers(cell.split(), said.language)
    factor = _factor((table.title, table.caption or "", *table.headers), said.language)
    return all(key in said.places for key in words) and all(
        any(_says(other, number.value, factor) and _unit_is_said(number, other, said) for other in said.numbers)
        or number.kind is Kind.ORDINAL
        for number in numbers
    )


def _unit_is_said(shown: Number, number: Number, said: _Said) -> bool:
    """A unit may be said with another number only."""
    return shown.unit in (None, number.unit) or (
        number.unit is None and any(other.unit == shown.unit for other in said.numbers)
    )


def _quantities(cell: str, said: _Said) -> list[Number]:
    return [number for number in spoken_numbers(cell.split(), said.language) if number.kind in QUANTITIES]


def _cell_places(cell: str, table: Table, said: _Said, free: Sequence[Number]) -> list[Number]:
    """Where a cell is said: its number, or its words as if they were one."""
    quantities = _quantities(cell, said)
    if not quantities:
        return [Number(place.first, place.stop, 0.0) for place in said.mentions(cell)]
    factor = _factor((table.title, table.caption or "", *table.headers), said.language)
    return [number for number in free if _says(number, quantities[0].value, factor)]


def _ungrounded_numbers(text: str, said: _Said) -> list[str]:
    found = spoken_numbers(text.split(), said.language)
    return [
        text
        for number in found
        if number.kind is not Kind.ORDINAL
        if number.value not in said.places and not any(_says(other, number.value, 1.0) for other in said.numbers)
        if not _is_scale_alone(number)
    ]


def _is_scale_alone(number: Number) -> bool:
    """In millions."""
    return number.scale > 1 and number.value == number.scale


def _outside(numbers: Iterable[Number], places: Iterable[Mention]) -> list[Number]:
    """Without the numbers that are part of a label."""
    taken = {at for place in places for at in range(place.first, place.stop)}
    return [number for number in numbers if number.first not in taken]


def _said_of_things(numbers: Sequence[Number], said: _Said) -> list[Number]:
    """The quantities without those that only say out of how many: nine out of ten."""
    ends = {number.stop for number in numbers}
    return [
        number
        for number in numbers
        if number.kind in QUANTITIES
        if not any(
            number.first - words in ends and said.speech.phrase_at(number.first - words, OUT_OF) == words
            for words in (1, 2)
        )
    ]


def _says(number: Number, value: float, factor: float) -> bool:
    if number.kind is Kind.PART:
        hundredth = number.value * 100
        shown = {number.value, hundredth} | {
            round(each, digits) for each in (number.value, hundredth) for digits in DIGITS
        }
        return value in shown
    meant = number.value if number.unit == "%" or number.scale == 1 else number.value / factor
    if factor > 1 and number.scale == 1 and number.value >= factor:
        meant = number.value / factor
    return number.kind in QUANTITIES and abs(meant - value) <= CLOSE * max(1.0, abs(value))


def _factor(texts: Iterable[str], language: str | None) -> float:
    """The scale that titles and labels name without a number: sales in millions."""
    table = scales(language or "en")
    words = {word for text in texts for word in hear(text.split()).plain}
    singular = {word.removesuffix("s") for word in words}
    return max((table[word] for word in words | singular if table.get(word, 0) >= 1e3), default=1.0)


def _is_period_name(header: str) -> bool:
    """Year, month, weekday: what a column of periods may be called though nobody says it."""
    return header.lower() in UNITS or period(header, None) is not None
