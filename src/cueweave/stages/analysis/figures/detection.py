"""Figures in a speech: series over time, shares and amounts of several things, tables."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cueweave.domain.analysis import Passage
from cueweave.domain.visuals import Chart, ChartType, Table
from cueweave.stages.analysis.figures.anchors import Anchor, anchors
from cueweave.stages.analysis.figures.categories import Items, read_items
from cueweave.stages.analysis.figures.chunks import Chunk, chunks
from cueweave.stages.analysis.figures.elision import with_carried_scales
from cueweave.stages.analysis.figures.grounding import ungrounded
from cueweave.stages.analysis.figures.naming import measure_word, title
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import scales
from cueweave.stages.analysis.figures.numbers import numbers_in
from cueweave.stages.analysis.figures.series import Pair, read_series
from cueweave.stages.analysis.figures.speech import Speech, hear
from cueweave.stages.analysis.figures.tables import Grid, read_grid
from cueweave.stages.analysis.figures.values import Value, affordable, crowds, stretches, values_in

MARGIN = 25
"""Words around a passage that count as said for its figure, beside those of the passage."""
WHOLE = (85.0, 102.0)
"""What shares of one thing sum up to: the rest may go unsaid, rounding may add a little."""
OF = frozenset("of der des von de del dos das do di dei delle degli du".split())
OF_GAP = 2
FEW = 5
"""Shares that a pie shows well."""


def passages(words: Sequence[str], language: str | None) -> list[Passage]:
    """All figures that the words carry, in order; no two over the same words.

    None in a language whose words for thousands and millions aren't known: 10 of them must not pass for 10.
    """
    if language is not None and not scales(language):
        return []
    speech = hear(words)
    counted = numbers_in(speech, language)
    speech = replace(speech, ordinals=frozenset(one.first for one in counted if one.kind is Kind.ORDINAL))
    numbers = with_carried_scales(counted, speech, language)
    found: list[Passage] = []
    for crowd in affordable(crowds(numbers)):
        found.extend(_in_crowd(crowd, speech, language))
    return found


def _in_crowd(numbers: Sequence[Number], speech: Speech, language: str | None) -> Iterator[Passage]:
    """The figures in a part of the speech that has many numbers."""
    first, stop = max(numbers[0].first - MARGIN, 0), min(numbers[-1].stop + MARGIN, len(speech.words))
    taken = anchors(speech, numbers, first, stop, language)
    values = values_in(speech, numbers, taken, language)
    free = 0
    for stretch in stretches(values, speech):
        low = bisect_left(taken, stretch[0].first - MARGIN, key=lambda one: one.first)
        near = taken[low : bisect_left(taken, stretch[-1].stop + MARGIN, key=lambda one: one.first)]
        for passage in _read(stretch, near, speech, language):
            said = speech.words[max(passage.first - MARGIN, 0) : passage.stop + MARGIN]
            if free <= passage.first and not ungrounded(passage.figure, said, language):
                free = passage.stop
                yield passage
                break


def _read(values: Sequence[Value], taken: Sequence[Anchor], speech: Speech, language: str | None) -> Iterator[Passage]:
    """What the stretch could be, the likeliest first."""
    things = Counter(value.measure or value.noun for value in values)
    repeated = [value for value in values if things[value.measure or value.noun] > 1]
    if grid := read_grid(values, taken, speech, language) or read_grid(repeated, taken, speech, language):
        yield _table(grid, speech, language)
    if pairs := read_series(values, taken, speech):
        yield _line(pairs, speech, language)
    if items := read_items(values, speech, language):
        yield _chart(items, values, speech, language)


def _line(pairs: Sequence[Pair], speech: Speech, language: str | None) -> Passage:
    first = min(min(anchor.first, value.first) for anchor, value in pairs)
    stop = max(max(anchor.stop, value.stop) for anchor, value in pairs)
    values = [value for _, value in pairs]
    labels = [anchor.label for anchor, _ in pairs]
    start = _clause(first, speech)
    inside = [at for anchor, _ in pairs for at in range(anchor.first, anchor.stop)]
    rest = [chunk for chunk in chunks(start, values[0].first, speech, language) if chunk.first not in inside]
    name = title(first, values, labels, rest, speech, language)
    return Passage(first, stop, Chart(name, ChartType.LINE, tuple(labels), _numbers(values)))


def _chart(items: Items, values: Sequence[Value], speech: Speech, language: str | None) -> Passage:
    labels = tuple(label.shown(speech) for label in items.labels)
    first = min(items.labels[0].first, items.values[0].first)
    stop = max(items.labels[-1].stop, items.values[-1].stop)
    name = title(first, items.values, labels, items.rest, speech, language)
    before = [value for value in values if value.stop <= items.values[0].first]
    kind = ChartType.BAR if _are_rates(items, speech) else _type(items.values, before)
    return Passage(first, stop, Chart(name, kind, labels, _numbers(items.values)))


def _are_rates(items: Items, speech: Speech) -> bool:
    """Percent of each of several things: no shares of one."""
    taken = [
        label.before in OF and 0 < label.first - value.stop <= OF_GAP and speech.plain[value.stop] in OF
        for label, value in zip(items.labels, items.values, strict=True)
    ]
    return taken[0] and sum(taken) > 1


def _type(values: Sequence[Value], before: Sequence[Value]) -> ChartType:
    if all(value.best is not None for value in values):
        return ChartType.RADAR
    total = sum(_numbers(values))
    shares = all(value.number.kind in (Kind.PERCENT, Kind.PART, Kind.COUNT) for value in values)
    parts = any(value.measure == "%" for value in values) and WHOLE[0] <= total <= WHOLE[1]
    whole = any(value.number.value == total for value in before)
    if shares and min(value.number.value for value in values) >= 0 and (parts or whole):
        return ChartType.PIE if len(values) <= FEW else ChartType.DOUGHNUT
    return ChartType.BAR


def _numbers(values: Sequence[Value]) -> tuple[float, ...]:
    """Parts of a whole as percent."""
    return tuple(
        round(100 * value.number.value, 1) if value.number.kind is Kind.PART else value.number.value for value in values
    )


def _table(grid: Grid, speech: Speech, language: str | None) -> Passage:
    names = [name.label if isinstance(name, Anchor) else name.shown(speech) for name in grid.names]
    rows = tuple(
        (name, *(_cell(value, header, speech) for value, header in zip(row, grid.headers, strict=True)))
        for name, row in zip(names, grid.rows, strict=True)
    )
    first = grid.names[0].first
    values = [value for row in grid.rows for value in row]
    head = _head(grid.names, speech)
    name = title(first, (), [head, *grid.headers] if head else grid.headers, [], speech, language)
    headers = (head, *grid.headers)
    return Passage(first, values[-1].stop, Table(name, None, headers, rows))


def _head(names: Sequence[Chunk | Anchor], speech: Speech) -> str:
    """The word that all names of rows end with: basic plan, team plan."""
    lasts = {speech.plain[name.stop - 1] for name in names if isinstance(name, Chunk)}
    return lasts.pop().capitalize() if len(lasts) == 1 and isinstance(names[0], Chunk) else ""


def _cell(value: Value, header: str, speech: Speech) -> str:
    """The number in digits, with its measure unless the header says it."""
    number = value.number
    digits = written(number)
    if number.unit:
        return f"{digits}%" if number.unit == "%" else f"{number.unit}{digits}"
    measure = measure_word(value, speech)
    return digits if not measure or measure.lower() == header.lower() else f"{digits} {measure}"


def written(number: Number) -> str:
    """In digits, without marks between thousands: those differ by language."""
    value = round(100 * number.value, 1) if number.kind is Kind.PART else number.value
    return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"


def _clause(at: int, speech: Speech) -> int:
    while at > 0 and not speech.closed[at - 1]:
        at -= 1
    return at
