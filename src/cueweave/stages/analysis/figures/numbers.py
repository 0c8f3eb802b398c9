"""Numbers as they are spoken or written, with the words that say them."""

from __future__ import annotations

from collections.abc import Sequence

from cueweave.stages.analysis.figures.atoms import atoms
from cueweave.stages.analysis.figures.composition import compose
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import TIMES
from cueweave.stages.analysis.figures.speech import Speech, hear

__all__ = ["Kind", "Number", "numbers_in", "spoken_numbers"]


def spoken_numbers(tokens: Sequence[str], language: str | None) -> list[Number]:
    """The numbers that the words say, in order; words may carry punctuation.

    Number words are read in English, German, Spanish, French, Italian, Portuguese and Dutch, digits in all languages.
    Both ends of a range written as one word (`10-15`) stand on the same word.
    """
    return numbers_in(hear(tokens), language)


def numbers_in(speech: Speech, language: str | None) -> list[Number]:
    """The same, of words made ready."""
    found = compose(atoms(speech, language), speech, language or "")
    return sorted((*found, *_times(speech, language or "")), key=lambda number: (number.first, number.value))


def _times(speech: Speech, language: str) -> list[Number]:
    table = TIMES.get(language, {})
    if not table:
        return []
    return [Number(at, at + 1, table[word], None, Kind.TIMES) for at, word in enumerate(speech.plain) if word in table]
