"""How a language says what isn't written as words, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

LATIN = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Idiom:
    """One language's ways; a table is text, its entries apart by commas, each `what is written` then `what is said`
    (a `_` joins what must be one word of the table).

    Where nothing stands, nothing is said, or the letters themselves.
    """

    letters: str = "a be ce de e ef ge ha i jot ka el em en o pe ku er es te u ve we ix ypsilon zet"
    """What the letters of `alphabet` are called, in its order; names of several words are joined by `_`."""
    alphabet: str = LATIN
    signs: str = ""
    """Signs that are said: `& and`. A dash stands for "to" between two numbers."""
    point: str = ""
    """What is said between a number and its decimals."""
    spells_decimals: bool = False
    """Whether decimals are said digit by digit rather than as a number."""
    has_century_years: bool = False
    """Whether 1987 is said by hundreds, as a year."""
    money: str = ""
    """Currencies said otherwise than by their full name: `$ dollars`."""
    million: str = ""
    """What M and bn mean beside money: two words, million and billion."""
    ordinals: str = ""
    """Endings that make a number an ordinal: `st nd rd th`; those after `/` make it feminine."""
    followers: str = ""
    """Words before which a number with a full stop is an ordinal, beside the months and small words."""
    point_ordinal: bool = False
    """Whether `3.` means the third."""
    regnal: str = ""
    """What is said before a ruler's number: Henry the eighth."""
    clock: str = ""
    """The word between hours and minutes, and after full hours."""
    abbreviations: str = ""
    """Those that end in a full stop here are only meant with it."""
    notes: str = ""
    """Beginnings of words that make a bracket a note of sounds: `laugh applau music`."""

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """By letter, what it is called."""
        names = [name.split("_") for name in self.letters.split()]
        return dict(zip(self.alphabet, names, strict=True))

    @cached_property
    def said(self) -> dict[str, list[str]]:
        """By sign, what is said."""
        return _entries(self.signs)

    @cached_property
    def coins(self) -> dict[str, list[str]]:
        """By sign of a currency, its name: of many, or of many and one."""
        return _entries(self.money)

    @cached_property
    def short(self) -> dict[str, list[str]]:
        """By abbreviation (its tokens apart by blanks, where it has several, joined by `_`), its words."""
        return {short.replace("_", " "): words for short, words in _entries(self.abbreviations).items()}

    @cached_property
    def ordinal_endings(self) -> tuple[frozenset[str], frozenset[str]]:
        """All endings of ordinals, and those that are feminine."""
        plain, _, feminine = self.ordinals.partition("/")
        return frozenset([*plain.split(), *feminine.split()]), frozenset(feminine.split())


def _entries(text: str) -> dict[str, list[str]]:
    parts = (part.split() for part in text.replace("\n", ",").split(","))
    return {written: " ".join(said).replace("_", " ").split() for written, *said in filter(None, parts)}
