"""From a word as it is displayed to the words that are spoken for it, in English."""

import re
from collections.abc import Sequence
from functools import cache

import inflect
from anyascii import anyascii

NUMBER = re.compile(
    r"(?P<money>[$€£])?(?P<whole>\d[\d,]*)(?:\.(?P<part>\d+))?(?P<rest>%|st|nd|rd|th|s)?", re.IGNORECASE
)
MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}
SIGNS = {"%": "percent", "&": "and", "+": "plus", "=": "equals", "@": "at", "°": "degrees", "#": "number"}
ABBREVIATIONS = {
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "prof": "professor",
    "vs": "versus",
    "etc": "et cetera",
    "e.g": "for example",
    "i.e": "that is",
    "km": "kilometers",
    "kg": "kilograms",
    "cm": "centimeters",
    "mm": "millimeters",
}
LONGEST = 40
"""Letters; a longer run is nothing that anybody says as one word."""
YEARS = range(1100, 2000)
LONGEST_NOTE = 12
"""Words; a bracket that isn't closed within so many was never meant to be."""


def spoken_texts(tokens: Sequence[str]) -> list[list[str]]:
    """What is spoken for each token; notes of several words (`[upbeat music playing]`) are not spoken at all."""
    texts: list[list[str]] = []
    silent = 0
    for at, token in enumerate(tokens):
        if token.startswith("[") and at >= silent:
            inside = tokens[at : at + LONGEST_NOTE]
            silent = next((at + count for count, other in enumerate(inside, 1) if "]" in other), silent)
        texts.append([] if at < silent else spoken(token))
    return texts


def spoken(token: str) -> list[str]:
    """Lower-case words of letters and apostrophes; empty for what isn't spoken (`—`, `♪`, `[applause]`)."""
    is_note = token.startswith("[") and token.endswith("]")
    if is_note or not any(letter.isalnum() or letter in SIGNS for letter in token):
        return []
    low = anyascii(token.replace("’", "'")).lower() if not token.isascii() else token.lower()
    bare = low.strip("\"'()[]{}.,;:!?-*_~|<>")
    if bare in ABBREVIATIONS:
        return ABBREVIATIONS[bare].split()
    words: list[str] = []
    for part in re.findall(
        r"[$€£]?\d[\d,]*(?:\.\d+)?(?:%|st\b|nd\b|rd\b|th\b|s\b)?|[a-z]+(?:'[a-z]+)*'?|[%&+=@°#]", low
    ):
        words += _part(part)
    return words


def _part(part: str) -> list[str]:
    if part in SIGNS:
        return [SIGNS[part]]
    number = NUMBER.fullmatch(part)
    if number:
        return _number(number)
    return [part[:LONGEST].rstrip("'")]


def _number(number: re.Match[str]) -> list[str]:
    digits = number["whole"].replace(",", "")
    rest = number["rest"]
    words = _ordinal(digits) if rest in ("st", "nd", "rd", "th") else _cardinal(digits)
    if number["part"]:
        words = [*words, "point", *(word for digit in number["part"] for word in _cardinal(digit))]
    if rest == "%":
        words = [*words, "percent"]
    if number["money"]:
        words = [*words, MONEY[number["money"]]]
    return words


def _cardinal(digits: str) -> list[str]:
    """Years by halves, as they are mostly said; long digit strings digit by digit."""
    if len(digits) > 15:
        return [word for digit in digits for word in _cardinal(digit)]
    value = int(digits)
    if len(digits) == 4 and value in YEARS and value % 100 >= 10:
        return _cardinal(digits[:2]) + _cardinal(digits[2:])
    return _letters(_engine().number_to_words(str(value), andword=""))


def _ordinal(digits: str) -> list[str]:
    return _letters(_engine().number_to_words(str(_engine().ordinal(digits)), andword=""))


def _letters(text: object) -> list[str]:
    return re.findall(r"[a-z]+", str(text))


@cache
def _engine() -> inflect.engine:
    return inflect.engine()
