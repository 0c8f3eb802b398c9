"""Numbers as words, by the Unicode consortium's rules for each language (unicode-rbnf)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol
from unicode_rbnf import FormatPurpose, RbnfEngine

from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import words_of

YEARS = range(1100, 2100)
LONGEST = 15
"""Digits; longer numbers are said digit by digit, and so are those with a leading zero."""
SAME = {"nb": "no", "nn": "no", "sh": "sr"}
"""Languages whose numbers stand under another name."""
MASCULINE, FEMININE, NOMINATIVE = "spellout-ordinal-masculine", "spellout-ordinal-feminine", "spellout-ordinal"
"""Forms of ordinals, by the rules' own names; languages have some of them."""
BENT = {"de": "spellout-ordinal-n"}
"""The form in which ordinals mostly stand ("am dritten"), where it is neither of the above."""


def cardinal(digits: str, language: str) -> list[str]:
    """The words of a whole number given by its digits."""
    if len(digits) > LONGEST or (digits[0] == "0" and len(digits) > 1):
        return [word for digit in digits for word in _spelled(int(digit), FormatPurpose.CARDINAL, "", language)]
    return list(_spelled(int(digits), FormatPurpose.CARDINAL, "", language))


def year(digits: str, language: str) -> list[str]:
    """The words of a number of four digits without separators, which is mostly a year."""
    if int(digits) not in YEARS or not idiom(language).has_century_years:
        return cardinal(digits, language)
    return list(_spelled(int(digits), FormatPurpose.YEAR, "", language))


def ordinal(digits: str, language: str, *, form: str = MASCULINE) -> list[str]:
    """The words of an ordinal; those of the number itself where the rules have no ordinals."""
    if len(digits) > LONGEST:
        return cardinal(digits, language)
    form = BENT.get(language, form) if form != NOMINATIVE else form
    return list(_spelled(int(digits), FormatPurpose.ORDINAL, form, language)) or cardinal(digits, language)


def decimal(text: str, language: str) -> list[str]:
    """The words of a number with separators: `1.000,5` in German, `1,000.5` in English, also `3.11.2` or `1 000`."""
    whole, part = _taken_apart(text, language)
    if part is None:
        return year(whole, language) if len(text) == 4 else cardinal(whole, language)
    if not part:
        return _dotted(text, language)
    by_digit = idiom(language).spells_decimals or len(part) > 2
    said = [word for digit in part for word in cardinal(digit, language)] if by_digit else cardinal(part, language)
    return [*cardinal(whole, language), *_point(language), *said]


def _dotted(text: str, language: str) -> list[str]:
    """`3.11.2`: its numbers, with what is said for a decimal sign between them."""
    first, *rest = (cardinal(piece, language) for piece in re.split(r"\D+", text))
    return [*first, *(word for piece in rest for word in [*_point(language), *piece])]


def joins_by_blank(language: str) -> bool:
    """Whether thousands stand apart by a blank (10 000), as in French."""
    return _separators(language)[1].isspace()


def _point(language: str) -> list[str]:
    return idiom(language).point.split()


def _taken_apart(text: str, language: str) -> tuple[str, str | None]:
    """Digits before and after the decimal sign: None where there is none, empty for what is no decimal number."""
    point, group = _separators(language)
    marks = re.findall(r"\D", text)
    first, *rest = re.split(r"\D", text)
    is_grouped = all(len(piece) == 3 for piece in rest) and len(first) <= 3
    if not marks or (is_grouped and (set(marks) <= {group, "'"} or len(marks) > 1) and first != "0"):
        return re.sub(r"\D", "", text), None
    *groups, last = rest
    if marks[-1] != group and set(marks[:-1]) <= {group, "'"} and all(len(piece) == 3 for piece in groups):
        return first + "".join(groups), last
    # 1.5 in a language that writes 1,5
    return (first, last) if len(marks) == 1 and marks[0] in {point, group} else (first, "")


@cache
def _separators(language: str) -> tuple[str, str]:
    """The signs before decimals and between thousands."""
    return get_decimal_symbol(locale(language)), get_group_symbol(locale(language))


@cache
def locale(language: str) -> Locale:
    """Unicode's data for a language, those for English where there are none."""
    try:
        return Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return Locale("en")


@lru_cache(maxsize=10_000)
def _spelled(number: int, purpose: FormatPurpose, form: str, language: str) -> tuple[str, ...]:
    """Words of a number in the wished form, if the language has it; empty where it has no such numbers."""
    try:
        result = _engine(language).format_number(number, purpose)
    except ValueError:
        return ()
    return tuple(words_of(result.text_by_ruleset.get(form, result.text), language))


@cache
def _engine(language: str) -> RbnfEngine:
    """English where the rules lack a language."""
    name = SAME.get(language, language)
    return RbnfEngine.for_language(name if name in RbnfEngine.get_supported_languages() else "en")
