"""Scales that are said once and meant again: ten million, in 2020 fifteen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.references import names_by_number
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.function_words import is_function_word

LIST_WORDS = frozenset("and or und oder y o e et ou".split())
THOUSAND = 1000
ALIKE = 12.0
"""Times that a number without its scale may be larger or smaller than the one with it."""
REACH = 25
"""Words from one number to the next."""


def with_carried_scales(numbers: Sequence[Number], speech: Speech, language: str | None) -> list[Number]:
    """The same numbers; those that stand bare after one with a scale word get its scale and unit.

    Bare: nothing that they could count follows in their clause (fifteen people are no million people).
    """
    numbers = _listed(numbers, speech)
    carried: list[Number] = []
    last: Number | None = None
    for number in numbers:
        if last and _is_alike(last, number) and _is_bare(number, speech, language):
            value = float(f"{number.value * last.scale:.12g}")
            number = replace(number, value=value, scale=last.scale, unit=last.unit, kind=last.kind)
        if number.scale > 1 and number.kind is not Kind.YEAR:
            last = number
        elif not _is_label(number):
            last = None
        carried.append(number)
    return carried


def _listed(numbers: Sequence[Number], speech: Speech) -> list[Number]:
    """12, 15 and 20 million: what closes a list holds for all of it."""
    listed = list(numbers)
    for at in range(len(listed) - 2, -1, -1):
        number, following = listed[at], listed[at + 1]
        gap = speech.plain[number.stop : following.first]
        near = following.first - number.stop in (0, 1) and all(word in LIST_WORDS for word in gap)
        plain = number.kind is Kind.COUNT and number.unit is None and number.scale == 1 and not number.ranges
        if (
            near
            and plain
            and following.kind is not Kind.YEAR
            and (following.scale > 1 or following.unit)
            and 0 < number.value < THOUSAND
        ):
            value = float(f"{number.value * following.scale:.12g}")
            listed[at] = replace(number, value=value, scale=following.scale, unit=following.unit, kind=following.kind)
    return listed


def _is_label(number: Number) -> bool:
    """A year or an ordinal: it parts nothing from what came before."""
    return number.kind in (Kind.YEAR, Kind.ORDINAL, Kind.TIMES)


def _is_alike(scaled: Number, number: Number) -> bool:
    """Near enough in words and in size: after a thousand, 770 is no 770,000."""
    ratio = number.value * scaled.scale / scaled.value if scaled.value else 0.0
    return number.first - scaled.stop <= REACH and 1 / ALIKE <= ratio <= ALIKE


def _is_bare(number: Number, speech: Speech, language: str | None) -> bool:
    if (
        number.kind is not Kind.COUNT
        or number.unit
        or number.scale > 1
        or number.ranges
        or not 0 < number.value < THOUSAND
    ):
        return False
    if names_by_number(number, speech, language):
        return False
    return not speech.joined(number.stop) or is_function_word(speech.plain[number.stop], language)
