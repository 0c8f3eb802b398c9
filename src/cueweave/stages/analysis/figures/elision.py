"""Scales that are said once and meant again: ten million, in 2020 fifteen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.references import names_by_number
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.function_words import is_function_word

REACH = 25
"""Words from one number to the next."""


def with_carried_scales(numbers: Sequence[Number], speech: Speech, language: str | None) -> list[Number]:
    """The same numbers; those that stand bare after one with a scale word get its scale and unit.

    Bare: nothing that they could count follows in their clause (fifteen people are no million people).
    """
    carried: list[Number] = []
    last: Number | None = None
    for number in numbers:
        if last and number.first - last.stop <= REACH and _is_bare(number, speech, language):
            number = replace(number, value=number.value * last.scale, scale=last.scale, unit=last.unit, kind=last.kind)
        if number.scale > 1:
            last = number
        elif not _is_label(number):
            last = None
        carried.append(number)
    return carried


def _is_label(number: Number) -> bool:
    """A year or an ordinal: it parts nothing from what came before."""
    return number.kind in (Kind.YEAR, Kind.ORDINAL, Kind.TIMES)


def _is_bare(number: Number, speech: Speech, language: str | None) -> bool:
    if number.kind is not Kind.COUNT or number.unit or number.scale > 1 or number.ranges or not 0 < number.value < 1000:
        return False
    if names_by_number(number, speech):
        return False
    return not speech.joined(number.stop) or is_function_word(speech.plain[number.stop], language)
