"""Numbers put together from their parts: two and a half million, nineteen ninety-nine, three euros fifty, a third."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from cueweave.stages.analysis.figures import number_words
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import (
    ALONE,
    ARTICLES,
    BELOW_ZERO,
    CENTS,
    CURRENCIES,
    DEGREES,
    HALF_OF_SCALE,
)
from cueweave.stages.analysis.figures.speech import Speech

CENTURIES = range(17, 21)
RARE_CENTURIES = range(10, 22)
WRITTEN_YEARS = range(1900, 2100)
THOUSAND = 1e3
LEAST = frozenset("al au du pelo lo ao o ou plus más mais più at".split())
"""Before minus words: at least, more or less."""
POINTING = frozenset(
    "the this that which each every any no another first second third last next only other blue big small new old good".split()
)

Step = Callable[[list[Number], Speech, str], list[Number]]


def compose(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """The same numbers, those that belong together as one; articles that count nothing left out."""
    for step in (_points, _years, _halves, _parts, _scaled, _measured, _cents, _signed, _ranged, _counted):
        found = step(found, speech, language)
    return found


def _follows(one: Number, other: Number, speech: Speech) -> bool:
    return other.first == one.stop and speech.joined(other.first)


def _points(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """3 point 5, where the digits are written."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and number.first == last.stop + 1 and speech.phrase_at(last.stop, number_words.points(language)):
            digits = speech.plain[number.first]
            if digits.isdecimal() and speech.joined(last.stop) and speech.joined(number.first):
                joined[-1] = replace(last, stop=number.stop, value=float(f"{last.value:.0f}.{digits}"), kind=Kind.COUNT)
                continue
        joined.append(number)
    return joined


def _years(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Twenty nineteen, nineteen oh five, eighteen hundred: English says years in two halves."""
    if language != "en":
        return found
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and _is_year(last, number, speech):
            joined[-1] = replace(last, stop=number.stop, value=100 * last.value + number.value, kind=Kind.YEAR)
        elif (
            number.kind is Kind.COUNT
            and number.value in range(1100, 2000, 100)
            and "hundred" in speech.plain[number.stop - 1]
        ):
            joined.append(replace(number, kind=Kind.YEAR))
        else:
            joined.append(number)
    return joined


def _is_year(century: Number, rest: Number, speech: Speech) -> bool:
    oh = rest.first == century.stop + 1 and speech.plain[century.stop] in ("oh", "o") and rest.value < 10
    adjacent = _follows(century, rest, speech) and rest.value in range(10, 100)
    if not (oh or adjacent) or Kind.ORDINAL in (century.kind, rest.kind) or speech.plain[rest.first].isdecimal():
        return False
    if (
        century.stop - century.first > 1
        or century.value not in RARE_CENTURIES
        or speech.plain[century.first].isdecimal()
    ):
        return False
    before = speech.plain[century.first - 1] if century.first else ""
    return century.value in CENTURIES or before in number_words.YEAR_SIGNS


def _halves(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Two and a half, a million and a half, zweieinhalb."""
    added = number_words.additions(language)
    joined: list[Number] = []
    for number in found:
        if joined and number.first < joined[-1].stop:
            continue
        words = speech.phrase_at(number.stop, added) if speech.joined(number.stop) else 0
        if words:
            part = added[" ".join(speech.plain[number.stop : number.stop + words])]
            value = number.value + part * number.scale
            number = replace(number, stop=number.stop + words, value=value, kind=Kind.COUNT)
        joined.append(number)
    return joined


def _parts(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """A third, two thirds, half of, la mitad: the count before the part goes into it."""
    table = number_words.parts(language)
    by_first = {number.first: number for number in found}
    taken: dict[int, Number] = {}
    for at, word in enumerate(speech.plain):
        if word in table and (part := _part(at, table[word], by_first, speech, language)):
            taken[part.first] = part
    covered = {at for part in taken.values() for at in range(part.first, part.stop)}
    rest = [number for number in found if number.first not in covered]
    return sorted((*rest, *taken.values()), key=lambda number: number.first)


def _part(at: int, equal: int, by_first: dict[int, Number], speech: Speech, language: str) -> Number | None:
    if speech.plain[at] in HALF_OF_SCALE:
        scaled = speech.joined(at + 1) and speech.plain[at + 1] in number_words.scales(language)
        return Number(at, at + 1, 0.5, None, Kind.PART) if scaled else None
    before = speech.plain[at - 1] if speech.joined(at) else ""
    count = by_first.get(at - 1) if speech.joined(at) else None
    if count and count.stop == at and count.kind is Kind.COUNT and 0 < count.value < equal:
        return Number(at - 1, at + 1, count.value / equal, None, Kind.PART)
    if before in ARTICLES.get(language, ()) or speech.plain[at] in ALONE:
        first = at - 1 if before in ARTICLES.get(language, ()) else at
        return Number(first, at + 1, 1 / equal, None, Kind.PART) if _stands_alone(at, speech) else None
    return None


def _stands_alone(at: int, speech: Speech) -> bool:
    """Not half past ten."""
    return at + 1 >= len(speech.plain) or speech.plain[at + 1] not in ("past", "hour", "way")


def _scaled(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """15 million, 1,5 Millionen, two and a half million, half a million, two dozen."""
    table = number_words.scales(language)
    scaled: list[Number] = []
    for number in found:
        if not scaled or number.first >= scaled[-1].stop or number.ranges:
            scaled.append(_times_scales(number, speech, table, language))
    return _summed(scaled, speech)


def _times_scales(number: Number, speech: Speech, table: Mapping[str, float], language: str) -> Number:
    stop = number.stop
    if number.kind is Kind.PART:
        stop += speech.phrase_at(stop, number_words.of_a(language)) if speech.joined(stop) else 0
    factor = 1.0
    while speech.joined(stop) and speech.plain[stop] in table:
        factor *= table[speech.plain[stop]]
        stop += 1
    if factor == 1.0 or number.kind is Kind.ORDINAL or (number.kind is Kind.YEAR and number.value in WRITTEN_YEARS):
        return number
    kind = number.kind if number.kind in (Kind.MONEY, Kind.PERCENT) else Kind.COUNT
    scale = number.scale * factor if factor >= THOUSAND else number.scale
    return replace(number, stop=stop, value=number.value * factor, kind=kind, scale=scale)


def _summed(found: list[Number], speech: Speech) -> list[Number]:
    """2 million 300 thousand, 3 thousand 200."""
    summed: list[Number] = []
    for number in found:
        last = summed[-1] if summed else None
        if (
            last
            and _follows(last, number, speech)
            and last.scale > max(number.scale, number.value, 1.0)
            and _is_count(number)
        ):
            summed[-1] = replace(last, stop=number.stop, value=last.value + number.value)
        else:
            summed.append(number)
    return summed


def _is_count(number: Number) -> bool:
    """A number that may still become part of another."""
    return number.kind is Kind.COUNT and number.unit is None and not number.ranges


def _measured(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Per cent and money, the word for it after the number."""
    percents = number_words.percents(language)
    measured: list[Number] = []
    for number in found:
        if measured and number.first < measured[-1].stop and not number.ranges:
            continue
        measured.append(_with_unit(number, speech, percents))
    return measured


def _with_unit(number: Number, speech: Speech, percents: tuple[str, ...]) -> Number:
    if not speech.joined(number.stop) or number.kind is Kind.ORDINAL:
        return number
    if words := speech.phrase_at(number.stop, ("%", *percents)):
        return replace(number, stop=number.stop + words, unit="%", kind=Kind.PERCENT)
    sign = CURRENCIES.get(speech.plain[number.stop])
    if sign and number.kind is not Kind.PERCENT:
        return replace(number, stop=number.stop + 1, unit=number.unit or sign, kind=Kind.MONEY)
    return number


def _cents(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Three euros fifty; three dollars and fifty cents."""
    del language
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and last.kind is Kind.MONEY and (stop := _cents_stop(last, number, speech)):
            joined[-1] = replace(last, stop=stop, value=last.value + number.value / 100)
        else:
            joined.append(number)
    return joined


def _cents_stop(money: Number, cents: Number, speech: Speech) -> int:
    """Where the cents end; 0 if these are none."""
    whole = money.value == int(money.value) and cents.value in range(1, 100) and _is_count(cents)
    if not whole or speech.plain[money.stop - 1] not in CURRENCIES:
        return 0
    named = cents.stop < len(speech.plain) and speech.plain[cents.stop] in CENTS
    if _follows(money, cents, speech):
        return cents.stop + int(named)
    linked = cents.first == money.stop + 1 and speech.plain[money.stop] in ("and", "und", "y", "et", "e", "en")
    return cents.stop + 1 if linked and named else 0


def _signed(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Minus five, five degrees below zero; not ten minus five, au moins cinq."""
    signed: list[Number] = []
    for number in found:
        if signed and number.first < signed[-1].stop and not number.ranges:
            continue
        before = number.first - 1
        if speech.joined(number.first) and speech.plain[before] in number_words.minus_words(language):
            is_sign = not speech.joined(before) or not (
                speech.plain[before - 1] in LEAST or (signed and signed[-1].stop == before)
            )
            number = replace(number, first=before, value=-number.value) if is_sign else number
        signed.append(_below_zero(number, speech, language))
    return signed


def _below_zero(number: Number, speech: Speech, language: str) -> Number:
    at = number.stop + int(number.stop < len(speech.plain) and speech.plain[number.stop] in DEGREES)
    words = speech.phrase_at(at, BELOW_ZERO.get(language, ())) if speech.joined(at) else 0
    return replace(number, stop=at + words, value=-abs(number.value)) if words else number


def _ranged(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Between ten and fifteen million, 10 to 15: neither end is what was said of the thing."""
    between, (opening, closing) = number_words.ranges(language)
    ranged = list(found)
    for at, (low, high) in enumerate(pairwise(found)):
        if low.stop + 1 != high.first or not (speech.joined(low.stop) and speech.joined(high.first)):
            continue
        before = speech.plain[low.first - 1] if low.first else ""
        link = speech.plain[low.stop]
        if low.kind is not Kind.ORDINAL and (link in between or (link == closing and before == opening)):
            factor = high.scale if low.scale == 1.0 and low.value * high.scale < high.value else 1.0
            low = replace(low, value=low.value * factor, unit=low.unit or high.unit, ranges=True)
            ranged[at : at + 2] = [low, replace(high, ranges=True)]
    return ranged


def _counted(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Without articles and pronouns: ein Haus, the blue one."""
    articles = ARTICLES.get(language, frozenset())
    return [number for number in found if not _is_article(number, speech, articles)]


def _is_article(number: Number, speech: Speech, articles: frozenset[str]) -> bool:
    if number.kind is not Kind.COUNT or number.stop - number.first > 1 or number.value != 1:
        return False
    word = speech.plain[number.first]
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    return word in articles or (word == "one" and (before in POINTING or after == "of"))
