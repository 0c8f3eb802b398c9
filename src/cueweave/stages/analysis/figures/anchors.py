"""Points in time that the speech names: 2019, in March, the second week, on June 3, last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cueweave.stages.analysis.figures.lexicon import APPROXIMATE
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.periods import UNITS, period, period_at
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.verbs import is_verb
from cueweave.stages.analysis.function_words import is_function_word

DAYS = range(1, 32)
ON = frozenset("on the am dem el le il em dia dal den al".split())
DEICTIC = (
    "last year", "this year", "next year", "today", "yesterday", "tomorrow", "last month", "this month", "last week",
    "this week", "next week", "next month", "letztes jahr", "dieses jahr", "heute", "el año pasado", "este año", "hoy",
    "l'an dernier", "l'année dernière", "cette année", "aujourd'hui", "l'anno scorso", "quest'anno", "oggi",
    "ano passado", "este ano",
    "hoje",
)  # fmt: skip
FIRST_WORDS = frozenset(phrase.split()[0] for phrase in DEICTIC)
YEAR_BEFORE = frozenset(
    """
    in by since until year early late mid jahr seit bis en desde hasta año depuis an année nel dal anno em até ano im
    """.split()
)
AFTER = frozenset("after nach después après dopo depois minute hour".split())


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words `first` up to and without `stop` name a point in time; `label` is how it is written."""

    first: int
    stop: int
    label: str
    kind: str
    """Anchors of one series are of one kind."""
    key: float | str


def anchors(speech: Speech, numbers: Sequence[Number], first: int, stop: int, language: str | None) -> list[Anchor]:
    """All between two words, in order. A date is one anchor; a year that counts something (2000 visitors) is none."""
    by_first = {number.first: number for number in numbers if first <= number.first < stop}
    found: list[Anchor] = []
    at = first
    while at < stop:
        anchor = _anchor(at, speech, by_first, language) or _elided(by_first.get(at), found, speech, language)
        if anchor is None:
            at += 1
            continue
        found.append(anchor)
        at = anchor.stop
    return found


def _anchor(at: int, speech: Speech, by_first: dict[int, Number], language: str | None) -> Anchor | None:
    number = by_first.get(at)
    if speech.plain[at] in FIRST_WORDS and (words := speech.phrase_at(at, DEICTIC)):
        return Anchor(at, at + words, _shown(speech, at, at + words), "deictic", _shown(speech, at, at + words).lower())
    if number is not None:
        return _of_number(number, speech, by_first, language)
    if named := period_at(speech, at, language):
        return _of_period(at, named, speech, by_first, language)
    return _of_unit(at, speech, by_first)


def _elided(number: Number | None, before: Sequence[Anchor], speech: Speech, language: str | None) -> Anchor | None:
    """In the first quarter, and then in the second: the unit goes on from the ordinal before."""
    if number is None or number.kind is not Kind.ORDINAL or not before or before[-1].kind not in UNITS.values():
        return None
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    if before[-1].key != number.value - 1 or (after and not is_function_word(after, language)):
        return None
    return Anchor(number.first, number.stop, _shown(speech, number.first, number.stop), before[-1].kind, number.value)


def _of_number(number: Number, speech: Speech, by_first: dict[int, Number], language: str | None) -> Anchor | None:
    if number.kind is Kind.YEAR and not number.ranges and not counts_something(number, speech, language):
        return Anchor(number.first, number.stop, f"{number.value:.0f}", "year", number.value)
    link = number.stop + int(number.stop < len(speech.plain) and speech.plain[number.stop] in ("de", "of", "di"))
    named = period(speech.shown[link], language) if link < len(speech.plain) else None
    close = speech.joined(link) or speech.words[number.stop - 1].rstrip()[-1:] == "."
    if named and named[0] == "month" and number.value in DAYS and close and number.kind in (Kind.COUNT, Kind.ORDINAL):
        return _dated(
            Anchor(
                number.first, link + 1, _shown(speech, number.first, link + 1), "date", named[1] * 100 + number.value
            ),
            by_first,
        )
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    if number.kind is Kind.ORDINAL and after in UNITS and UNITS[after] != "second":
        return Anchor(
            number.first, number.stop + 1, _shown(speech, number.first, number.stop + 1), UNITS[after], number.value
        )
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    if before in AFTER and after in UNITS and number.kind is Kind.COUNT:
        return Anchor(
            number.first, number.stop + 1, _shown(speech, number.first, number.stop + 1), "elapsed", number.value
        )
    return None


def _of_period(
    at: int, named: tuple[str, int], speech: Speech, by_first: dict[int, Number], language: str | None
) -> Anchor | None:
    label = speech.shown[at]
    if language in (None, "en", "de"):
        label = label[:1].upper() + label[1:]
    anchor = Anchor(at, at + 1, label, named[0], named[1])
    number = by_first.get(at + 1)
    if number is None or not speech.joined(at + 1):
        return anchor
    if named[0] == "month" and _is_day(number, speech, by_first):
        key = named[1] * 100 + number.value
        return _dated(Anchor(at, at + 2, _shown(speech, at, at + 2), "date", key), by_first)
    is_year = named[0] in ("month", "season") and number.kind is Kind.YEAR
    if is_year and not counts_something(number, speech, language):
        key = number.value * 100 + named[1]
        return Anchor(at, number.stop, f"{label} {number.value:.0f}", "date", key)
    return anchor


def _is_day(number: Number, speech: Speech, by_first: dict[int, Number]) -> bool:
    """On March 3, March 3rd, March 3 2020; not in March 15 (visitors)."""
    if number.value not in DAYS or number.stop - number.first > 1:
        return False
    before = speech.plain[number.first - 2] if number.first > 1 else ""
    year = by_first.get(number.stop)
    return number.kind is Kind.ORDINAL or before in ON or (year is not None and year.kind is Kind.YEAR)


def _dated(anchor: Anchor, by_first: dict[int, Number]) -> Anchor:
    """With the year that follows."""
    year = by_first.get(anchor.stop)
    return replace(anchor, stop=year.stop) if year and year.kind is Kind.YEAR else anchor


def _of_unit(at: int, speech: Speech, by_first: dict[int, Number]) -> Anchor | None:
    """Week 3, day one, year two."""
    number = by_first.get(at + 1)
    unit = UNITS.get(speech.plain[at])
    singular = unit is not None and (
        speech.plain[at] == unit
        or speech.plain[at]
        in (
            "woche",
            "tag",
            "monat",
            "jahr",
            "semana",
            "día",
            "mes",
            "año",
            "semaine",
            "jour",
            "mois",
            "settimana",
            "giorno",
            "mese",
            "dia",
            "mês",
            "ano",
        )
    )
    if not (
        singular
        and number
        and speech.joined(at + 1)
        and number.kind is Kind.COUNT
        and number.scale == 1
        and number.unit is None
    ):
        return None
    return Anchor(at, number.stop, _shown(speech, at, number.stop), str(unit), number.value)


def counts_something(number: Number, speech: Speech, language: str | None) -> bool:
    """Whether a number that could be a year has the thing it counts after it, and no preposition before it."""
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    if before in YEAR_BEFORE:
        return False
    after = speech.plain[number.stop] if speech.joined(number.stop) else ""
    little = after in APPROXIMATE or is_function_word(after, language) or is_verb(after, language)
    is_thing = bool(after) and not little
    return number.unit is not None or (is_thing and bool(before))


def _shown(speech: Speech, first: int, stop: int) -> str:
    text = " ".join(speech.shown[first:stop])
    return text[:1].upper() + text[1:]
