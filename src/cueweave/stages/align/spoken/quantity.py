"""Tokens that start with a number: amounts with what is glued to them, times of day, dates."""

from __future__ import annotations

import re

from babel.dates import get_month_names

from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import LETTER, lower, words_of
from cueweave.stages.align.spoken.numbers import FEMININE, MASCULINE, cardinal, decimal, locale, ordinal, year
from cueweave.stages.align.spoken.quantities import CURRENCIES, UNITS, measured, money
from cueweave.stages.align.spoken.spelled import spell

COINS = "".join(CURRENCIES)
AMOUNT = re.compile(
    rf"(?P<minus>[−+])?(?:US|A|C)?(?P<coin>[{COINS}])?(?P<number>\d+(?:[.,'\u00a0\u202f]\d+)*)(?P<rest>\D*)"
)
TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])(?P<sign>[:.h])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?P<half>[ap]\.?m)?", re.I
)
DATES = (
    re.compile(r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>\d{4}|\d\d)?"),
    re.compile(r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)"),
    re.compile(r"(?P<day>[0-3]?\d)[/-](?P<month>[0-3]?\d)[/-](?P<year>\d{4}|\d\d)"),
)
FRACTIONS = {"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters"}
MAGNITUDES = {"k": 0, "K": 0, "M": 1, "m": 1, "bn": 2, "B": 2, "b": 2}
LARGE = {"en": ("hundred", "thousand", "million", "billion", "trillion"), "es": ("millón", "millones", "mil")}
"""What takes over a currency, where it is more than a language's words for millions and billions."""


def amount(text: str, before: str, after: str, language: str) -> list[str] | None:
    """The words of a number and of all that is glued to it; None for what is otherwise made up (`R2-D2`, `1/2x`)."""
    if text in FRACTIONS and language == "en":
        return FRACTIONS[text].split()
    # Turkish writes the sign for percent first
    match = AMOUNT.fullmatch(text[1:] + "%" if text.startswith("%") else text)
    if match is None:
        return None
    if after.strip(".,!?;:") in CURRENCIES and re.search(r"[.,]\d\d$", match["number"]):
        return money(after, match["number"], language).number
    said = _with_coin(match, before, after, language) or _with_rest(match, language)
    minus = idiom(language).said.get({"−": "−", "+": "+"}.get(match["minus"] or "", ""), [])
    return None if said is None else [*minus, *said]


def _with_coin(match: re.Match[str], before: str, after: str, language: str) -> list[str] | None:
    """Money: the sign stands before the number or after it, or in the token before; a million takes it over."""
    number, rest = match["number"], match["rest"].strip(".")
    coin = match["coin"] or (before if before in CURRENCIES else "") or (rest if rest in CURRENCIES else "")
    if not coin:
        return None
    rest = "" if rest in CURRENCIES else rest
    many = idiom(language).million.split()
    if is_large(after, language):
        return decimal(number, language)
    paid = money(coin, number, language)
    if rest in MAGNITUDES and many:
        large = (
            ["thousand"]
            if MAGNITUDES[rest] == 0 and language == "en"
            else many[MAGNITUDES[rest] - 1 : MAGNITUDES[rest]]
        )
        return [*decimal(number, language), *large, *money(coin, "9", language).currency]
    return [*paid.number, *paid.currency, *paid.cents, *words_of(rest, language)]


def is_large(token: str, language: str) -> bool:
    """Whether a token is a million or the like, which takes over the currency of the number before it."""
    word = lower(token.strip(".,!?;:"), language)
    words = idiom(language).short.get(word, [word])
    return len(words) == 1 and words[0].startswith(
        LARGE.get(language, tuple(idiom(language).million.split()) or ("million",))
    )


def _with_rest(match: re.Match[str], language: str) -> list[str] | None:
    number, rest = match["number"], match["rest"]
    if not rest:
        return decimal(number, language)
    endings, feminine = idiom(language).ordinal_endings
    if rest.lower() in endings and number.isdecimal():
        return ordinal(number, language, form=FEMININE if rest.lower() in feminine else MASCULINE)
    if rest in ("s", "'s", "er", "ern") and number.isdecimal():
        return _decade(number, rest, language)
    if rest in UNITS:
        first, last = measured(number, rest, language)
        return [*first, *decimal(number, language), *last]
    if re.fullmatch(rf"-?{LETTER}+", rest):
        word = rest.lstrip("-")
        word = word.upper() if word.lower() in ("am", "pm") and language == "en" else word
        return [
            *decimal(number, language),
            *(spell(word, language) if word.isupper() or len(word) == 1 else words_of(word, language)),
        ]
    return None


def _decade(number: str, ending: str, language: str) -> list[str]:
    """The 1990s; die 1990er."""
    *words, last = year(number, language) if len(number) == 4 else cardinal(number, language)
    if ending.endswith("s"):
        return [*words, last.removesuffix("y") + "ies" if last.endswith("y") else last + "s"]
    return [*words, last + ending]


def time_of_day(text: str, after: str, language: str) -> list[str] | None:
    """`10:30`, `10h30`, `10.30 Uhr`; None for what is no time."""
    match = TIME.fullmatch(text)
    clock = idiom(language).clock.split()
    if match is None or (
        match["sign"] == "." and lower(after.strip(".,"), language) not in clock and not match["half"]
    ):
        return None
    minutes = [] if match["minute"] == "00" else cardinal(str(int(match["minute"])), language)
    if language == "en" and len(minutes) == 1 and match["minute"].startswith("0"):
        minutes = ["oh", *minutes]
    seconds = cardinal(str(int(match["second"])), language) if match["second"] else []
    half = spell(match["half"].replace(".", ""), language) if match["half"] else []
    return [*cardinal(str(int(match["hour"])), language), *clock, *minutes, *seconds, *half]


def is_date(text: str) -> bool:
    """Whether a token is a date in digits."""
    return any(pattern.fullmatch(text) and _day_and_month(pattern.fullmatch(text), "") for pattern in DATES)


def date(text: str, language: str) -> list[str]:
    """`24.12.2024`; English may put the month first, and says it first."""
    match = next(found for pattern in DATES if (found := pattern.fullmatch(text)) and _day_and_month(found, language))
    day, month = _day_and_month(match, language) or (1, 1)
    name = words_of(get_month_names("wide", locale=locale(language))[month], language)
    years = decimal(match["year"], language) if match["year"] else []
    if language == "en":
        return [*name, *ordinal(str(day), language), *years]
    days = ordinal(str(day), language) if idiom(language).point_ordinal else cardinal(str(day), language)
    return [*days, *name, *years]


def _day_and_month(match: re.Match[str] | None, language: str) -> tuple[int, int] | None:
    if match is None:
        return None
    day, month = int(match["day"]), int(match["month"])
    if month > 12 or (language == "en" and day <= 12 and "/" in match[0]):
        day, month = month, day
    return (day, month) if 1 <= day <= 31 and 1 <= month <= 12 else None
