"""What stands around a number and makes it money, a share, a negative number, a range, or no number at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cueweave.stages.analysis.figures import number_words
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.number_words import ARTICLES, BELOW_ZERO, CENTS, CURRENCIES, DEGREES
from cueweave.stages.analysis.figures.speech import Speech

LEAST = frozenset("al au du pelo lo ao o ou plus más mais più at".split())
"""Before minus words: at least, more or less."""
POINTING = frozenset(
    """
    the this that which each every any no another first second third last next only other blue big small new
    old good
    """.split()
)


def follows(one: Number, other: Number, speech: Speech) -> bool:
    """Whether one stands right after the other, with no punctuation between."""
    return other.first == one.stop and speech.joined(other.first)


def is_count(number: Number) -> bool:
    """A number that may still become part of another."""
    return number.kind is Kind.COUNT and number.unit is None and not number.ranges


def measured(found: list[Number], speech: Speech, language: str) -> list[Number]:
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
    at = number.stop + int(speech.plain[number.stop] in ("de", "di") and speech.joined(number.stop + 1))
    sign = CURRENCIES.get(speech.plain[at].removeprefix("d'"))
    if sign and number.kind is not Kind.PERCENT:
        return replace(number, stop=at + 1, unit=number.unit or sign, kind=Kind.MONEY)
    return number


def cents(found: list[Number], speech: Speech, language: str) -> list[Number]:
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
    whole = money.value == int(money.value) and cents.value in range(1, 100) and is_count(cents)
    if not whole or speech.plain[money.stop - 1] not in CURRENCIES:
        return 0
    named = cents.stop < len(speech.plain) and speech.plain[cents.stop] in CENTS
    if follows(money, cents, speech):
        return cents.stop + int(named)
    linked = cents.first == money.stop + 1 and speech.plain[money.stop] in ("and", "und", "y", "et", "e", "en")
    return cents.stop + 1 if linked and named else 0


def signed(found: list[Number], speech: Speech, language: str) -> list[Number]:
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


def ranged(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Between ten and fifteen million, 10 to 15: neither end is what was said of the thing."""
    between, (opening, closing) = number_words.ranges(language)
    ranged = list(found)
    for at, (low, high) in enumerate(pairwise(found)):
        if low.stop + 1 != high.first or not (speech.joined(low.stop) and speech.joined(high.first)):
            continue
        before = speech.plain[low.first - 1] if low.first else ""
        link = speech.plain[low.stop]
        alike = low.kind is high.kind or (low.kind is Kind.COUNT and high.kind in (Kind.MONEY, Kind.PERCENT))
        if alike and low.kind is not Kind.ORDINAL and (link in between or (link == closing and before == opening)):
            factor = high.scale if low.scale == 1.0 and low.value * high.scale < high.value else 1.0
            low = replace(low, value=low.value * factor, unit=low.unit or high.unit, ranges=True)
            ranged[at : at + 2] = [low, replace(high, ranges=True)]
    return ranged


def counted(found: list[Number], speech: Speech, language: str) -> list[Number]:
    """Without articles and pronouns: ein Haus, the blue one."""
    articles = ARTICLES.get(language, frozenset())
    return [number for number in found if not _is_article(number, speech, articles)]


def _is_article(number: Number, speech: Speech, articles: frozenset[str]) -> bool:
    if number.kind is not Kind.COUNT or number.stop - number.first > 1 or number.value != 1:
        return False
    word = speech.plain[number.first]
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    pointed = before in POINTING or after == "of" or (speech.plain[number.first - 2 : number.first - 1] == ["the"])
    return word in articles or (word == "one" and pointed)
