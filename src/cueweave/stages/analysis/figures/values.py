"""Numbers that a figure could show, with what they count; and the stretches of speech in which they stand close."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cueweave.stages.analysis.figures.anchors import Anchor
from cueweave.stages.analysis.figures.lexicon import ARITHMETIC, CLOCK, LINKS, MEASURES, OUT_OF
from cueweave.stages.analysis.figures.number import Kind, Number
from cueweave.stages.analysis.figures.references import names_by_number
from cueweave.stages.analysis.figures.speech import Speech
from cueweave.stages.analysis.figures.verbs import is_verb
from cueweave.stages.analysis.function_words import is_function_word
from cueweave.stages.analysis.stems import stem

GAP = 22
"""Words between two numbers of one stretch."""
PER = frozenset("per every each pro je jede jeder jedem jedes alle cada chaque ogni por".split())
"""Before what a rate is taken of: users per hundred people."""
LEAST = 3
MOST = 40
"""Values of one stretch; longer ones are cut, so that work stays linear."""
MOST_EFFORT = 400_000
"""Of one text: ten thousand numbers in crowds of at least `MOST`, or ten times as many in small ones. Ten hours of
speech have fewer, and a megabyte of nothing but numbers would take minutes."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its measure: the words `first` up to and without `stop`."""

    first: int
    stop: int
    number: Number
    measure: str
    """`%`, a currency's sign or a measure's stem; empty where none is said."""
    noun: str
    """The stem of the thing that is counted, if it follows at once; empty otherwise."""
    best: float | None = None
    """Nine out of ten: 10."""


def values_in(speech: Speech, numbers: Sequence[Number], taken: Sequence[Anchor], language: str | None) -> list[Value]:
    """In order, without those that name a time, a page, an hour of the clock, a range, or are calculated with."""
    inside = {at for anchor in taken for at in range(anchor.first, anchor.stop)}
    found: list[Value] = []
    times = {number.first for number in numbers if speech.plain[number.first - 1] == "times"}
    times |= {number.first for number in numbers if number.stop + 1 in times}
    inside |= times
    for number in numbers:
        if number.first in inside or not _is_quantity(number, speech, language):
            continue
        if found and number.first < found[-1].stop:
            continue
        found.append(_value(number, numbers, speech, language))
    return found


def _is_quantity(number: Number, speech: Speech, language: str | None) -> bool:
    if number.kind in (Kind.ORDINAL, Kind.TIMES) or number.ranges or names_by_number(number, speech, language):
        return False
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    if before == "of" and number.first > 1 and speech.plain[number.first - 2] == "out":
        return False
    if before in PER or (before == "a" and number.first > 1 and speech.plain[number.first - 2] in PER):
        return False
    around = [speech.plain[at] for at in (number.first - 1, number.stop) if 0 <= at < len(speech.plain)]
    if ARITHMETIC.intersection(around) or _is_clock(number, speech, language):
        return False
    return not (number.kind is Kind.COUNT and any("-" in word[1:] and word[0].isdecimal() for word in around if word))


def _is_clock(number: Number, speech: Speech, language: str | None) -> bool:
    before = speech.plain[number.first - 1] if speech.joined(number.first) else ""
    bare = number.kind is Kind.COUNT and number.unit is None and number.value in range(25)
    return bare and before in CLOCK and not _thing_after(number.stop, speech, language)


def _value(number: Number, numbers: Sequence[Number], speech: Speech, language: str | None) -> Value:
    stop = number.stop
    best = None
    if words := speech.phrase_at(stop, OUT_OF) if speech.joined(stop) else 0:
        after = bisect_left(numbers, stop + words, key=lambda one: one.first)
        whole = numbers[after] if after < len(numbers) and numbers[after].first == stop + words else None
        if whole and whole.value in (5, 6, 10, 20, 100) and number.value <= whole.value and number.kind is Kind.COUNT:
            stop, best = whole.stop, whole.value
    measure = (number.unit or "") if number.kind is not Kind.PART else "%"
    if speech.joined(stop + 1) and speech.plain[stop] in ("de", "di", "of") and speech.plain[stop + 1] in MEASURES:
        stop += 1
    while speech.joined(stop) and speech.plain[stop].removeprefix("d'") in MEASURES:
        measure = measure or stem(speech.plain[stop], language)
        stop += 1
    return Value(number.first, stop, number, measure, _thing_after(stop, speech, language), best)


def _thing_after(at: int, speech: Speech, language: str | None) -> str:
    """The noun that follows, over one link (millions d'habitants, millones de habitantes)."""
    if speech.joined(at) and speech.plain[at] in LINKS and speech.plain[at] in ("de", "di"):
        at += 1
    word = speech.plain[at] if speech.joined(at) else ""
    if not word or is_function_word(word, language) or is_verb(word, language) or word[0].isdecimal():
        return ""
    return stem(word, language)


def crowds(numbers: Sequence[Number]) -> Iterator[list[Number]]:
    """Runs of at least three numbers of any kind, each within `GAP` words of the one before."""
    run: list[Number] = []
    for number in numbers:
        if run and number.first - run[-1].stop > GAP:
            if len(run) >= LEAST:
                yield run
            run = []
        run.append(number)
    if len(run) >= LEAST:
        yield run


def affordable(numbers: Iterable[list[Number]]) -> Iterator[list[Number]]:
    """The first of these crowds: each of its numbers costs as many looks as others stand with it in a stretch."""
    left = MOST_EFFORT
    for crowd in numbers:
        each = min(len(crowd), MOST)
        if left < each * LEAST:
            return
        yield crowd[: left // each]
        left -= each * len(crowd)


def stretches(values: Sequence[Value], speech: Speech) -> Iterator[list[Value]]:
    """Runs of at least three values, none farther than `GAP` words and one sentence without a number from the next."""
    run: list[Value] = []
    for value in values:
        if run and (
            value.first - run[-1].stop > GAP or len(run) == MOST or _sentences(speech, run[-1].stop, value.first) > 2
        ):
            if len(run) >= LEAST:
                yield run
            run = []
        run.append(value)
    if len(run) >= LEAST:
        yield run


def _sentences(speech: Speech, first: int, stop: int) -> int:
    return sum(speech.ends_sentence(at) for at in range(first - 1, stop))


def one_measure(values: Sequence[Value]) -> bool:
    """Whether the values can stand on one scale, as far as their measures tell."""
    return len({value.measure for value in values} - {""}) <= 1


def one_thing(values: Sequence[Value]) -> bool:
    """Whether they count the same thing, as far as they say."""
    return len({value.measure or value.noun for value in values} - {""}) <= 1
