"""The smallest numbers in the speech: each run of digits, each number word with those that belong to it (text2num)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from text_to_num import find_numbers, text2num

from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import LANGUAGES, scales
from cueweave.stages.analysis.figures.numerals import Numeral, read_numeral, read_range
from cueweave.stages.analysis.figures.speech import Speech

DIGIT = re.compile(r"[\d½¼¾]")
YEARS = range(1400, 2151)
SPOKEN_YEARS = range(1900, 2100)
GROUP = 3
SPANISH_ORDINALS = {"segundo": 2.0, "tercer": 3.0}
"""Those that text2num 3.1 leaves out."""
HALVES = {
    "anderthalb": 1.5,
    "anderthalbe": 1.5,
    "anderhalf": 1.5,
    "anderhalve": 1.5,
    "dreiviertel": 0.75,
} | dict.fromkeys("dozen dutzend docena docenas douzaine douzaines dozzina dozzine dúzia dúzias dozijn".split(), 12.0)


def atoms(speech: Speech, language: str | None) -> list[Number]:
    """In order; scale words are atoms of their own after digits (`15 million`)."""
    return sorted(
        (*_written(speech, language), *_spoken(speech, language)), key=lambda number: (number.first, number.value)
    )


def _written(speech: Speech, language: str | None) -> Iterator[Number]:
    """Also 15 000 000, which some languages write in three words."""
    at = 0
    while at < len(speech.plain):
        text = speech.shown[at]
        stop = at + 1
        if text.isdecimal() and language not in (None, "en"):
            stop = _grouped(speech, at)
            text = "".join(speech.plain[at:stop])
        if DIGIT.search(text):
            yield from _read(text, at, stop, language)
        at = stop


def _grouped(speech: Speech, at: int) -> int:
    stop = at + 1
    if len(speech.plain[at]) > GROUP:
        return stop
    while speech.joined(stop) and len(speech.plain[stop]) == GROUP and speech.plain[stop].isdecimal():
        stop += 1
    return stop


def _read(text: str, first: int, stop: int, language: str | None) -> Iterator[Number]:
    numeral = read_numeral(text, language)
    if numeral is not None:
        yield Number(first, stop, numeral.value, numeral.unit, _kind(numeral, grouped=stop - first > 1))
    elif ends := read_range(text, language):
        for end in ends:
            yield Number(first, stop, end.value, end.unit, _kind(end, grouped=False), ranges=True)


def _kind(numeral: Numeral, *, grouped: bool) -> Kind:
    if numeral.is_ordinal:
        return Kind.ORDINAL
    if numeral.unit == "%":
        return Kind.PERCENT
    if numeral.unit is not None and not numeral.unit[0].isalpha() and numeral.unit[0] != "°":
        return Kind.MONEY
    if numeral.is_plain and not grouped and numeral.value in YEARS:
        return Kind.YEAR
    return Kind.COUNT


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as text2num asks for it."""

    plain: str
    parted: bool
    """Punctuation stands before it."""

    def text(self) -> str:
        return self.plain

    def nt_separated(self, previous: object) -> bool:
        del previous
        return self.parted

    def not_a_number_part(self) -> bool:
        return DIGIT.search(self.plain) is not None


def _spoken(speech: Speech, language: str | None) -> Iterator[Number]:
    if language not in LANGUAGES:
        return
    tokens = [_Token(plain or "-", not speech.joined(at)) for at, plain in enumerate(speech.plain)]
    for found in find_numbers(tokens, language, threshold=0):
        words = speech.plain[found.start : found.end]
        if language == "es" and words[0] in SPANISH_ORDINALS:
            continue
        kind = Kind.ORDINAL if found.is_ordinal else Kind.COUNT
        if kind is Kind.COUNT and found.value in SPOKEN_YEARS and _largest(words, language) <= 1e3:
            kind = Kind.YEAR
        yield Number(found.start, found.end, found.value, None, kind, _largest(words, language))
    for at, plain in enumerate(speech.plain):
        if language == "es" and plain in SPANISH_ORDINALS:
            yield Number(at, at + 1, SPANISH_ORDINALS[plain], None, Kind.ORDINAL)
        if (value := HALVES.get(plain)) is not None or (value := _and_a_half(plain, language)) is not None:
            yield Number(at, at + 1, value)


def _and_a_half(plain: str, language: str) -> float | None:
    """Zweieinhalb, in one word."""
    if language != "de" or not plain.endswith("einhalb"):
        return None
    try:
        return float(text2num(plain.removesuffix("einhalb"), "de")) + 0.5
    except ValueError:
        return None


def _largest(words: Sequence[str], language: str) -> float:
    """The scale that the last of the words gives the whole, 1 if it is none from a thousand up."""
    scale = scales(language).get(words[-1], 1.0)
    return scale if scale >= 1e3 else 1.0
