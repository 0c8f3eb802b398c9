"""Where the speech says a label: by stems, names of periods and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.numbers import numbers_in
from cueweave.stages.analysis.figures.periods import UNITS, period_at
from cueweave.stages.analysis.figures.speech import Speech, hear
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.stems import stem

Key = str | float | tuple[str, int]
"""A stem; a number; a period."""
SLACK = 4
"""Other words that may stand between the words of one label."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `first` up to and without `stop` name a label."""

    first: int
    stop: int


def keys_of(text: str, language: str | None) -> list[Key]:
    """What must be said for this text to be said; words of the closed classes only where there is nothing else."""
    speech = hear(text.split())
    numbers = numbers_in(speech, language)
    found = [key for _, _, key in _keys(speech, numbers, language)]
    return found or [stem(word, language) for word in speech.plain if word]


def index(speech: Speech, numbers: Sequence[Number], language: str | None) -> Mapping[Key, list[Mention]]:
    """Every key of the speech with the places where it is said, in order."""
    found: dict[Key, list[Mention]] = {}
    for first, stop, key in _keys(speech, numbers, language):
        found.setdefault(key, []).append(Mention(first, stop))
    for at, word in enumerate(speech.plain):
        if is_function_word(word, language) or any(letter.isdecimal() for letter in word):
            found.setdefault(stem(word, language), []).append(Mention(at, at + 1))
    return found


def mentions(keys: Sequence[Key], places: Mapping[Key, list[Mention]]) -> list[Mention]:
    """The stretches in which all keys of a label are said close together; empty: nowhere."""
    if not keys or any(key not in places for key in keys):
        return []
    rarest = min(keys, key=lambda key: len(places[key]))
    width = len(keys) + SLACK
    found: list[Mention] = []
    for anchor in places[rarest]:
        near = [min(places[key], key=lambda place: abs(place.first - anchor.first)) for key in keys]
        first, stop = min(place.first for place in near), max(place.stop for place in near)
        if max(place.first for place in near) - first <= width:
            found.append(Mention(first, stop))
    return _apart(found)


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """Of those that overlap the shortest: the West region sold 143; I think the West …"""
    kept: list[Mention] = []
    for each in sorted(found, key=lambda mention: mention.stop - mention.first):
        if all(each.stop <= other.first or other.stop <= each.first for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda mention: mention.first)


def _keys(speech: Speech, numbers: Sequence[Number], language: str | None) -> list[tuple[int, int, Key]]:
    """In order, each with its words."""
    found: list[tuple[int, int, Key]] = []
    covered: set[int] = set()
    for number in numbers:
        found.append(_of_number(number, speech))
        covered |= set(range(*found[-1][:2]))
    for at, shown in enumerate(speech.shown):
        if at in covered or not shown:
            continue
        key = period_at(speech, at, language)
        if key is not None or speech.is_letter(at) or not is_function_word(shown, language):
            found.append((at, at + 1, key or stem(shown, language)))
    return sorted(found, key=lambda item: item[:2])


def _of_number(number: Number, speech: Speech) -> tuple[int, int, Key]:
    """A number by its value; the first quarter is a period."""
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    if number.kind is Kind.ORDINAL and UNITS.get(after) == "quarter":
        return number.first, number.stop + 1, ("quarter", int(number.value))
    if number.kind is Kind.ORDINAL:
        return number.first, number.stop, ("ordinal", int(number.value))
    return number.first, number.stop, number.value
