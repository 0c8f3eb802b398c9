"""Numbers with what belongs to them: money, percentages, units, by the Unicode consortium's names (Babel)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from babel.numbers import get_currency_name
from babel.units import UnknownUnitError, format_unit

from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import words_of
from cueweave.stages.align.spoken.numbers import decimal, locale

CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY",
              "₫": "VND", "₩": "KRW", "₪": "ILS"}  # fmt: skip
GLUED_ONLY = frozenset("in W L t s V".split())
"""Units that are words or names as well, and so only meant when they stick to the number."""
UNITS = {
    "%": "concentr-percent", "‰": "concentr-permille", "°": "angle-degree", "°C": "temperature-celsius",
    "°F": "temperature-fahrenheit", "km": "length-kilometer", "m": "length-meter", "dm": "length-decimeter",
    "cm": "length-centimeter", "mm": "length-millimeter", "µm": "length-micrometer", "μm": "length-micrometer",
    "nm": "length-nanometer", "mi": "length-mile", "ft": "length-foot", "yd": "length-yard", "in": "length-inch",
    "kg": "mass-kilogram", "g": "mass-gram", "mg": "mass-milligram", "µg": "mass-microgram", "lb": "mass-pound",
    "lbs": "mass-pound", "oz": "mass-ounce", "t": "mass-tonne", "l": "volume-liter", "L": "volume-liter",
    "ml": "volume-milliliter", "mL": "volume-milliliter", "cl": "volume-centiliter", "dl": "volume-deciliter",
    "km/h": "speed-kilometer-per-hour", "kmh": "speed-kilometer-per-hour", "km/t": "speed-kilometer-per-hour",
    "kph": "speed-kilometer-per-hour", "m/s": "speed-meter-per-second", "mph": "speed-mile-per-hour",
    "Hz": "frequency-hertz", "kHz": "frequency-kilohertz", "MHz": "frequency-megahertz", "GHz": "frequency-gigahertz",
    "KB": "digital-kilobyte", "kB": "digital-kilobyte", "MB": "digital-megabyte",
    "GB": "digital-gigabyte", "TB": "digital-terabyte", "PB": "digital-petabyte", "kbit": "digital-kilobit",
    "Mbit": "digital-megabit", "Gbit": "digital-gigabit", "W": "power-watt", "mW": "power-milliwatt",
    "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt", "kWh": "energy-kilowatt-hour",
    "kJ": "energy-kilojoule", "cal": "energy-calorie", "kcal": "energy-kilocalorie",
    "eV": "energy-electronvolt", "V": "electric-volt", "mA": "electric-milliampere",
    "Ω": "electric-ohm", "Pa": "pressure-pascal", "hPa": "pressure-hectopascal",
    "kPa": "pressure-kilopascal", "MPa": "pressure-megapascal", "bar": "pressure-bar",
    "psi": "pressure-pound-force-per-square-inch",
    "h": "duration-hour", "hr": "duration-hour", "hrs": "duration-hour", "min": "duration-minute",
    "s": "duration-second", "sec": "duration-second", "ms": "duration-millisecond", "µs": "duration-microsecond",
    "ns": "duration-nanosecond", "m²": "area-square-meter", "km²": "area-square-kilometer",
    "cm²": "area-square-centimeter", "m2": "area-square-meter", "km2": "area-square-kilometer",
    "ha": "area-hectare", "m³": "volume-cubic-meter", "m3": "volume-cubic-meter", "cm³": "volume-cubic-centimeter",
    "px": "graphics-pixel", "hp": "power-horsepower",
    "км": "length-kilometer", "м": "length-meter", "см": "length-centimeter", "мм": "length-millimeter",
    "кг": "mass-kilogram", "г": "mass-gram", "л": "volume-liter", "км/ч": "speed-kilometer-per-hour",
    "км/год": "speed-kilometer-per-hour", "ГГц": "frequency-gigahertz", "χλμ": "length-kilometer",
    "кВт": "power-kilowatt",
}  # fmt: skip
"""By what is written after the number, Unicode's name of the unit."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: what is said for the number, and for the currency after it."""

    number: list[str]
    currency: list[str]
    cents: list[str]


def money(sign: str, number: str, language: str) -> Money:
    """`$5.50` is said as five dollars fifty."""
    small = re.fullmatch(r"(.*\d)[.,](\d\d)", number)
    if small:
        cents = decimal(str(int(small[2])), language) if int(small[2]) else []
        return Money(decimal(small[1], language), currency(sign, small[1], language), cents)
    return Money(decimal(number, language), currency(sign, number, language), [])


def measured(number: str, unit: str, language: str) -> tuple[list[str], list[str]]:
    """What is said before and after the number for its unit; raises KeyError for what is no unit."""
    own = idiom(language).said.get(unit)
    if own:
        return [], own
    before, after = _unit(UNITS[unit], _amount(number), language)
    return list(before), list(after)


def currency(sign: str, number: str, language: str) -> list[str]:
    own = idiom(language).coins.get(sign)
    if own:
        many, one = own if len(own) == 2 and sign != "₫" else (" ".join(own), " ".join(own))
        return (one if number == "1" else many).split()
    try:
        return words_of(get_currency_name(CURRENCIES[sign], _amount(number), locale=locale(language)), language)
    except KeyError:
        return []


def _amount(number: str) -> float:
    """Roughly how many, to choose between singular and plurals."""
    digits = "".join(digit for digit in number if digit.isdecimal())
    return 1.5 if len(digits) < len(number) else float(digits[-9:] or 2)


@lru_cache(maxsize=4096)
def _unit(name: str, amount: float, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Unicode's words for a unit, before and after the number."""
    try:
        text = format_unit(amount, name, length="long", format="0.#", locale=locale(language))
    except (UnknownUnitError, ValueError):
        return (), ()
    start = next((at for at, letter in enumerate(text) if letter.isdecimal()), 0)
    end = next((len(text) - at for at, letter in enumerate(reversed(text)) if letter.isdecimal()), 0)
    # where a language has no name, its own is left as it stands: "5 frequency-gigahertz"
    known = name not in text
    return tuple(words_of(text[:start], language)) * known, tuple(words_of(text[end:], language)) * known
