"""Numbers written in digits: 15.000.000, $3.2M, 1,5 %, 2nd, 10-15."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9, "mn": 1e6, "mio": 1e6, "mrd": 1e9, "tn": 1e12}
_MONEY = r"us\$|r\$|[$€£¥₹]"
_NUMBER = r"\d+(?:[.,'’\u00a0\u202f ]\d+)*"
_NUMERAL = re.compile(
    rf"(?P<sign>[-−–+])?(?P<before>{_MONEY})?(?P<sign2>[-−])?(?P<number>{_NUMBER})(?P<fraction>[½¼¾])?"
    rf"(?:(?P<scale>k|m|bn|b|mn|mio|mrd|tn)(?=$|{_MONEY}|%))?"
    rf"(?:(?P<after>{_MONEY})|(?P<percent>%)|(?P<ordinal>st|nd|rd|th|er|re|ère|e|ème|º|ª)|(?P<unit>[°a-zµ²³/]{{1,5}}))?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<low>{_NUMBER})[-–—](?P<high>{_NUMBER})(?P<tail>\D{{0,5}})")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MEASURES = frozenset(
    "kg g mg lb lbs oz km m cm mm mi ft l ml cl gb mb tb kb ms s h w kw kwh mw gw mwh gwh twh mph km/h °c °f ° c f hz "
    "mhz ghz db px v a nm µm m² km² ha t x min".split()
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """What one written number says; `unit` is `%`, a currency's sign or a measure as written."""

    value: float
    unit: str | None
    is_ordinal: bool
    is_plain: bool
    """Digits and nothing else: only these can be years, and only these are grouped over several words."""


def read_numeral(text: str, language: str | None) -> Numeral | None:
    """The number in digits, if the text (without punctuation around it) is one and nothing more."""
    if text in _FRACTIONS:
        return Numeral(_FRACTIONS[text], None, is_ordinal=False, is_plain=False)
    match = _NUMERAL.fullmatch(text)
    value = _value(match["number"], language) if match else None
    if match is None or value is None:
        return None
    unit = (match["unit"] or "").lower()
    if unit and unit not in _MEASURES:
        return None
    value = (value + _FRACTIONS.get(match["fraction"] or "", 0.0)) * _scale(match)
    negative = "-" in (key := (match["sign"] or "") + (match["sign2"] or "")) or "−" in key or "–" in key
    money = match["before"] or match["after"]
    return Numeral(
        -value if negative else value,
        money.upper() if money else match["percent"] or match["unit"],
        is_ordinal=match["ordinal"] is not None,
        is_plain=text.isdecimal(),
    )


def read_range(text: str, language: str | None) -> tuple[Numeral, Numeral] | None:
    """Both ends of a range in one word, the smaller one first: 10-15%; a telephone number is none."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    ends = [read_numeral(match[end] + match["tail"], language) for end in ("low", "high")]
    low, high = ends
    if low is None or high is None or low.value >= high.value or match["high"][0] == "0":
        return None
    return low, high


def _scale(match: re.Match[str]) -> float:
    letter = match["scale"] or ""
    if letter == "m" and not (match["before"] or match["after"]):
        return 1.0  # metres: millions are written with a capital, or with a currency
    return _SCALES.get(letter.lower(), 1.0)


def _value(digits: str, language: str | None) -> float | None:
    """By the marks between digits; None where they are those of a date, a version or an address."""
    marks = [mark for mark in digits if not mark.isdecimal()]
    groups = re.split(r"\D", digits)
    if not marks:
        return float(digits)
    last_is_decimal = len(set(marks)) == 2 and marks.count(marks[-1]) == 1 and marks[-1] in ".,"
    if len(set(marks)) > 2 or (len(set(marks)) == 2 and not last_is_decimal):
        return None
    if len(marks) == 1 and not last_is_decimal:
        last_is_decimal = not _groups_thousands(marks[0], groups, language)
    whole = groups[:-1] if last_is_decimal else groups
    if any(len(group) != 3 for group in whole[1:]) or (len(whole) > 1 and len(whole[0]) > 3):
        return None
    return float("".join(whole) + ("." + groups[-1] if last_is_decimal else ""))


def _groups_thousands(mark: str, groups: list[str], language: str | None) -> bool:
    """Whether the only mark stands between thousands: 1.500 is a thousand and a half in German, one and a half here."""
    if mark not in ".,":
        return True
    fits = len(groups[1]) == 3 and len(groups[0]) <= 3 and groups[0] != "0"
    return fits and (mark == "," if language in (None, "en") else mark == ".")
