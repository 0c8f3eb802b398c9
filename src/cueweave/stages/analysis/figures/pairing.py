"""Whether the speech says a value of its label and not of another one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cueweave.stages.analysis.figures.mentions import Mention
from cueweave.stages.analysis.figures.number import Number
from cueweave.stages.analysis.figures.speech import Speech

LIST_GAP = 6
"""Words between two labels of a list."""
REACH = 40
"""Words between a label and each of its values, at most."""
BESIDE = 3
"""Words between a header and a number next to it."""
NEAR = 12
"""Words between a label and a number that could be meant."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label, where it is said, and for each of its values the numbers that say it."""

    label: str
    places: Sequence[Mention]
    values: Sequence[Sequence[Number]]


def unpaired(rows: Sequence[Row], numbers: Sequence[Number], speech: Speech) -> list[str]:
    """The labels whose values are not said with them; `numbers` is all that is said and no part of a label.

    A value belongs to the label next to it with no other label between, on the same side for all rows: after the
    labels, or before them if nothing that could be meant stands after. Or all labels are listed, then all values in
    the same order.
    """
    if _listed(rows, numbers):
        return []
    ground = _Ground(rows, numbers, speech)
    after = [row.label for row in rows if not ground.holds(row, before=False)]
    if not after and not ground.is_shifted(before=False):
        return []
    before = [row.label for row in rows if not ground.holds(row, before=True)]
    if not before and not ground.is_shifted(before=True):
        return []
    return after or before or [row.label for row in rows]


class _Ground:
    """The labels and numbers of a speech in order, made ready for questions about what stands between."""

    def __init__(self, rows: Sequence[Row], numbers: Sequence[Number], speech: Speech) -> None:
        self._rows = rows
        self._speech = speech
        self._numbers = numbers
        self._places = sorted((place.first, place.stop, row.label) for row in rows for place in row.places)
        clause = 0
        self._clauses = []
        for closed in speech.closed:
            self._clauses.append(clause)
            clause += int(closed)
        self._in_clause: dict[int, list[Number]] = {}
        for number in numbers:
            self._in_clause.setdefault(self._clauses[number.first], []).append(number)

    def holds(self, row: Row, *, before: bool) -> bool:
        """Whether some mention of the label has all values beside it, or shares its clause with them alone."""
        return self._is_alone(row) or any(
            all(any(self._belongs(number, place, row.label, before=before) for number in value) for value in row.values)
            for place in row.places
        )

    def _is_alone(self, row: Row) -> bool:
        """A clause with this label, no other one, and one number: no side is needed to tell."""
        return any(self._own_clause(place, row) for place in row.places)

    def _own_clause(self, place: Mention, row: Row) -> bool:
        clause = self._clauses[place.first]
        numbers = self._in_clause.get(clause, [])
        others = any(self._clauses[first] == clause and label != row.label for first, _, label in self._places)
        return not others and len(numbers) == 1 and all(numbers[0] in value for value in row.values)

    def _belongs(self, number: Number, place: Mention, label: str, *, before: bool) -> bool:
        if (number.first < place.first) != before or number.first in range(place.first, place.stop):
            return False
        low, high = (number.stop, place.first) if before else (place.stop, number.first)
        if any(low <= first and stop <= high and other != label for first, stop, other in self._between(low, high)):
            return False
        if high - low > REACH * len(self._rows[0].values):
            return False
        own = self._in_clause.get(self._clauses[place.first], [])
        return len(self._rows[0].values) > 1 or ((not own or number in own) and self._is_next(number, low, high))

    def _is_next(self, number: Number, low: int, high: int) -> bool:
        """Whether no other number of its kind stands between it and the label."""
        return not any(
            low <= other.first < high and (other.unit, other.scale) == (number.unit, number.scale)
            for other in self._numbers
        )

    def _between(self, low: int, high: int) -> Sequence[tuple[int, int, str]]:
        at = bisect_right(self._places, (low - 1, 1 << 60, ""))
        stop = bisect_right(self._places, (high, 1 << 60, ""))
        return self._places[at:stop]

    def is_shifted(self, *, before: bool) -> bool:
        """Whether every label has as good a number on its other side: then nobody can tell which ones are meant."""
        return all(not self._is_alone(row) and self._is_doubtful(row, before=before) for row in self._rows)

    def _is_doubtful(self, row: Row, *, before: bool) -> bool:
        meant = row.values[0]
        return any(
            self._beside(place, meant[0], before=not before) and self._ties(row, place, before=before)
            for place in row.places
        )

    def _ties(self, row: Row, place: Mention, *, before: bool) -> bool:
        return any(self._belongs(number, place, row.label, before=before) for number in row.values[0])

    def _beside(self, place: Mention, like: Number, *, before: bool) -> bool:
        """Whether a number of the same kind stands next to the label on that side, in its clause or in the next one."""
        for number in self._numbers:
            near = 0 < place.first - number.first <= NEAR if before else 0 <= number.first - place.stop <= NEAR
            if near and number.unit == like.unit and self._reaches(number, place, before=before):
                return True
        return False

    def _reaches(self, number: Number, place: Mention, *, before: bool) -> bool:
        low, high = (number.stop, place.first) if before else (place.stop, number.first)
        parted = any(self._speech.ends_sentence(at) for at in range(low - 1, high))
        own = self._in_clause.get(self._clauses[place.first], [])
        return not parted and not self._between(low, high - 1) and (not own or number in own)


def misplaced(headers: Sequence[str], places: Sequence[Sequence[Mention]], rows: Sequence[Row]) -> list[str]:
    """The headers over numbers of another one: said next to those of another column, never next to their own."""
    width = {len(row.values) for row in rows}
    if width != {len(headers)}:
        return []
    return [
        f"{header} over its numbers"
        for column, (header, own) in enumerate(zip(headers, places, strict=True))
        if own and not _touches(own, column, rows) and any(_touches(own, other, rows) for other in range(len(headers)))
    ]


def _touches(places: Sequence[Mention], column: int, rows: Sequence[Row]) -> bool:
    return any(
        0 <= number.first - place.stop <= BESIDE
        or 0 <= place.first - number.stop <= BESIDE - 1
        or number.stop > place.first >= number.first
        for place in places
        for row in rows
        for number in row.values[column]
    )


def _listed(rows: Sequence[Row], numbers: Sequence[Number]) -> bool:
    """All labels with no number between, then all values of each column, in the same order, with nothing between."""
    return len(rows) > 1 and any(_in_order(rows, place.first, numbers) for place in rows[0].places)


def _in_order(rows: Sequence[Row], start: int, numbers: Sequence[Number]) -> bool:
    at = start
    for row in rows:
        place = next((place for place in row.places if place.first >= at), None)
        if place is None or place.first - at > LIST_GAP:
            return False
        at = place.stop
    if any(start <= number.first < at for number in numbers):
        return False
    said = iter([number for number in numbers if number.first >= at])
    meant = [value for column in zip(*(row.values for row in rows), strict=True) for value in column]
    return all(next(said, None) in value for value in meant)
