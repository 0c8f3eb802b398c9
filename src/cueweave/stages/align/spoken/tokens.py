"""What is said for one token, seen between its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import LETTER, WORD, lower, words_of
from cueweave.stages.align.spoken.numbers import NOMINATIVE, cardinal, decimal, locale, ordinal
from cueweave.stages.align.spoken.quantities import CURRENCIES, GLUED_ONLY, UNITS, currency, measured, money
from cueweave.stages.align.spoken.quantity import COINS, amount, date, is_date, is_large, time_of_day
from cueweave.stages.align.spoken.spelled import address, capitals, is_address, is_mixed_acronym, spell, split_camel

ROMAN = re.compile(r"(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
PARTS_OF_WORKS = frozenset(
    "war part chapter volume act type phase level appendix class section article stage tier title book".split()
)
"""After these English says "two"; after other capitalised words it takes II for a ruler's number."""
PART = re.compile(rf"{WORD}|\d+(?:[.,']\d+)*|\S")
OUTER = "\"'“”„«»‹›()[]{}.,;:!?¿¡…*_~|<>-–—"
STUTTER = re.compile(rf"\b({LETTER})-(?=\1)", re.IGNORECASE)
RANGE = re.compile(r"(\d+(?:[.,]\d+)*)[-–—](\d.*)")
LOWER_TAIL = re.compile(r"([A-ZÀ-ÞА-Я]{2,})('?s)")
SIGNS_AFTER_LETTER = re.compile(r"([A-Za-z])(\+\+|#)")
LATE_SIGNS = "+&@#=/×°%№"
"""Signs that are said where they stand among letters and numbers, if the language says them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A token and its neighbours, empty at the ends; `is_shouted` when all around is in capitals."""

    before: str
    token: str
    after: str
    is_shouted: bool = False


def say(place: Place, language: str) -> list[str]:
    """The words for a token."""
    token = place.token
    bare = token.strip(OUTER) or token
    if is_address(bare):
        return list(address(bare, language))
    for reading in (_coin_after_number, _short, _unit_after_number, _numeric, _roman):
        said = reading(place, bare, language)
        if said is not None:
            return said
    return list(_parts(place, bare, language))


def _short(place: Place, bare: str, language: str) -> list[str] | None:
    """Abbreviations, with their full stop or without."""
    short = idiom(language).short
    with_stop = lower(bare + ".", language)
    if with_stop in short and bare + "." in place.token:
        # "No." alone is an answer; before a number it is a number
        return short[with_stop] if with_stop != "no." or place.after[:1].isdecimal() else None
    return short.get(lower(bare, language))


def _numeric(place: Place, bare: str, language: str) -> list[str] | None:
    """Times, dates, ranges and amounts; None for what has no number in front."""
    if not re.search(r"\d", bare):
        return None
    if is_date(bare):
        return date(bare, language)
    if time_of_day(bare, place.after, language) is not None:
        return time_of_day(bare, place.after, language)
    spread = RANGE.fullmatch(bare)
    if spread and not re.search(r"[-–—]", spread[2]):
        to = idiom(language).said.get("-", [])
        return [*decimal(spread[1], language), *to, *say(Place("", spread[2], place.after), language)]
    if _is_point_ordinal(place, bare, language):
        return ordinal(bare, language)
    said = amount(_signed(place.token, bare), place.before, place.after, language)
    first, hyphen, rest = bare.partition("-")
    if said is None and hyphen and first[0].isdecimal():
        return [*say(Place("", first, ""), language), *say(Place("", rest, ""), language)]
    return said


def _signed(token: str, bare: str) -> str:
    """A minus before a number is no dash."""
    return "−" + bare if token.startswith(("-" + bare[0], "−" + bare[0])) else bare


def _is_point_ordinal(place: Place, bare: str, language: str) -> bool:
    """`am 3. Oktober`, but not `es waren 3. Dann`."""
    own = idiom(language)
    if not own.point_ordinal or not bare.isdecimal() or place.token.rstrip(",;:") != bare + "." or not place.after:
        return False
    following = lower(place.after.strip(OUTER), language)
    return place.after[0].islower() or following in own.followers.split() or following in _months(language)


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(lower(name, language) for name in get_month_names("wide", locale=locale(language)).values())


def _roman(place: Place, bare: str, language: str) -> list[str] | None:
    """Henry VIII, World War II, siglo XX."""
    match = ROMAN.fullmatch(bare)
    if match is None or place.is_shouted or not place.before[:1].isalpha():
        return None
    values = [ROMAN_VALUES[letter] for letter in bare]
    number = sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
    name = place.before.strip(OUTER)
    if not name[:1].isupper() or name.isupper() or name.lower() in PARTS_OF_WORKS:
        return None if language == "en" and not name[:1].isupper() else cardinal(str(number), language)
    return [*idiom(language).regnal.split(), *ordinal(str(number), language, form=NOMINATIVE)]


def _unit_after_number(place: Place, bare: str, language: str) -> list[str] | None:
    """`5 km`: the number stands in the token before."""
    number = _number_before(place)
    return measured(number, bare, language)[1] if number and bare in UNITS and bare not in GLUED_ONLY else None


def _coin_after_number(place: Place, bare: str, language: str) -> list[str] | None:
    """`5 €`, `$3.5 million`: the number stands in the token before."""
    number = _number_before(place)
    if not number:
        return None
    coin = next((sign for sign in CURRENCIES if place.before.startswith(sign)), "")
    if coin and is_large(bare, language):
        return [
            *(idiom(language).short.get(lower(bare, language)) or words_of(bare, language)),
            *currency(coin, "9", language),
        ]
    if bare in CURRENCIES:
        paid = money(bare, number, language)
        return [*paid.currency, *paid.cents]
    return None


def _number_before(place: Place) -> str:
    """The number in the token before; empty where it is none, or a comma ends it."""
    number = place.before.lstrip(OUTER + COINS)
    return number if number[:1].isdecimal() and number[-1:].isdecimal() else ""


def _parts(place: Place, bare: str, language: str) -> Iterator[str]:
    """Words, numbers and signs in the order in which they stand."""
    text = STUTTER.sub("", bare) if not place.is_shouted and language == "en" else bare
    text = SIGNS_AFTER_LETTER.sub(_letter_and_signs, text)
    pieces = PART.findall(text)
    spells = len(pieces) > 1 and bool(re.search(r"[\d&]", place.token))
    for at, piece in enumerate(pieces):
        if piece[0].isdecimal():
            yield from decimal(piece, language)
        elif piece[0].isalpha():
            yield from _word(piece, place, language, spells_letters=spells)
        elif piece in LATE_SIGNS and (len(pieces) == 1 or at > 0 or piece in "#@&"):
            yield from _sign(piece, pieces, language)


def _letter_and_signs(match: re.Match[str]) -> str:
    return f"{match[1]} " + ("sharp" if match[2] == "#" else "plus plus")


def _sign(piece: str, pieces: list[str], language: str) -> list[str]:
    """Signs have names, but for a slash outside of addresses and for the sign before a #tag."""
    if piece == "/" or (piece == "#" and not any(other[0].isdecimal() for other in pieces)):
        return []
    return idiom(language).said.get(piece, [])


def _word(piece: str, place: Place, language: str, *, spells_letters: bool) -> Iterator[str]:
    plural = LOWER_TAIL.fullmatch(piece)
    if plural and not place.is_shouted:
        *names, last = capitals(plural[1], language)
        yield from [*names, f"{last}'s" if language == "en" else last]
    elif _is_acronym(piece, place, spells_letters=spells_letters):
        yield from capitals(piece, language)
    elif is_mixed_acronym(piece):
        yield from spell(piece, language)
    else:
        for part in split_camel(piece):
            is_inner_acronym = part != piece and len(part) > 1 and part.isupper()
            yield from capitals(part, language) if is_inner_acronym else words_of(part, language)


def _is_acronym(piece: str, place: Place, *, spells_letters: bool) -> bool:
    """Capitals among small letters; single ones beside a digit or a sign (R2-D2, R&D)."""
    if not piece.isalpha() or not piece.isupper():
        return False
    if len(piece) == 1:
        return spells_letters
    return not place.is_shouted or not set(lower(piece, "")) & set("aeiouyäöüåæøаеёиоуыэюяіїєαεηιουωáéíóúýąęěůőűăâîı")
