"""Numbers put together from their parts: two and a half million, nineteen ninety-nine, three euros fifty, a third."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cueweave.stages.analysis.figures import number_words, surroundings
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import (
    ALONE,
    ARTICLES,
    HALF_OF_SCALE,
)
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.surroundings import follows, is_count

CENTURIES = range(17, 21)
RARE_CENTURIES = range(10, 22)
WRITTEN_YEARS = range(1900, 2100)
THOUSAND = 1e3


Step = Callable[[list[Number], Speech, str], list[Number]]


def compose(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """The same numbers, those that belong together as one; articles that count nothing left out."""
    for step in (
        _points,
        _years,
        _halves,
        _parts,
        _scaled,
        surroundings.measured,
        surroundings.cents,
        surroundings.signed,
        surroundings.ranged,
        surroundings.counted,
    ):
        found = step(found, speech, language)
    return found


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
        elif _is_hundreds(number, speech):
            joined.append(replace(number, kind=Kind.YEAR))
        else:
            joined.append(number)
    return joined


def _is_hundreds(number: Number, speech: Speech) -> bool:
    """In eighteen hundred; not twelve hundred in April."""
    led = number.first > 0 and speech.plain[number.first - 1] in number_words.YEAR_SIGNS - {"about", "around", "and"}
    hundreds = number.kind is Kind.COUNT and number.value in range(1100, 2000, 100)
    return led and hundreds and speech.plain[number.stop - 1] == "hundred"


def _is_year(century: Number, rest: Number, speech: Speech) -> bool:
    oh = rest.first == century.stop + 1 and speech.plain[century.stop] in ("oh", "o") and rest.value < 10
    adjacent = follows(century, rest, speech) and rest.value in range(10, 100)
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
        if not _stands_alone(at, speech):
            return None
        if equal == 2 and first == at and _is_amount(at, speech, language):
            return Number(at, at + 2, 0.5)
        return Number(first, at + 1, 1 / equal, None, Kind.PART)
    return None


def _is_amount(at: int, speech: Speech, language: str) -> bool:
    """Half a teaspoon; but half a million is scaled yet."""
    thing = speech.plain[at + 2] if speech.joined(at + 1) and speech.joined(at + 2) else ""
    return bool(thing) and speech.plain[at + 1] in ("a", "an") and thing not in number_words.scales(language)


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
    value = float(f"{number.value * factor:.12g}")  # 4.1 million, not 4099999.9999999995
    return replace(number, stop=stop, value=value, kind=kind, scale=scale)


def _summed(found: list[Number], speech: Speech) -> list[Number]:
    """2 million 300 thousand, 3 thousand 200."""
    summed: list[Number] = []
    for number in found:
        last = summed[-1] if summed else None
        if (
            last
            and follows(last, number, speech)
            and last.scale > max(number.scale, number.value, 1.0)
            and is_count(number)
        ):
            summed[-1] = replace(last, stop=number.stop, value=last.value + number.value)
        else:
            summed.append(number)
    return summed
