"""Advice and warnings: a clause, from the words by which a speaker marks it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cueweave.stages.analysis.keywords.phrases import Reading
from cueweave.stages.analysis.keywords.roles import BEFORE_VERB, DETERMINER, JOIN, LITTLE, NUMBER, PREPOSITION
from cueweave.stages.analysis.keywords.tokens import Token

MOST_WORDS = 8
MOST_WHOLE = 10
"""A clause of so many words isn't cut."""
MOST_SEAMLESS = 12
"""Nor one of so many words that has no place for a cut."""
FEWEST_WORDS = 3
MOST_CLAUSES = 3
OPEN = frozenset(DETERMINER + PREPOSITION + JOIN + BEFORE_VERB + LITTLE + NUMBER)
"""Roles of words that a readable clause doesn't end with where it is cut."""
EDGES = frozenset(PREPOSITION + LITTLE)
"""Roles of words before which it may be cut."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` up to and without `stop`, in lower case apart by one blank."""

    first: int
    stop: int
    text: str
    edges: list[int]
    """Where each word begins in the text."""

    @classmethod
    def of(cls, tokens: list[Token], first: int, stop: int) -> Clause:
        """The clause of these words."""
        lows = [token.low for token in tokens[first:stop]]
        return cls(first, stop, " ".join(lows), [0, *accumulate(len(low) + 1 for low in lows)][: len(lows)])

    def word_at(self, offset: int) -> int:
        """The index in the whole text of the word at an offset."""
        return self.first + bisect_right(self.edges, offset) - 1


def find_clauses(reading: Reading, first: int, stop: int) -> list[Clause]:
    """The clauses of a part, parted by punctuation and sentences."""
    starts = [at for at in range(first, stop) if at == first or reading.tokens[at].starts]
    return [Clause.of(reading.tokens, begin, end) for begin, end in pairwise([*starts, stop])]


def find_marked(
    reading: Reading, clauses: list[Clause], marker: re.Pattern[str], whole: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The spans that begin with a marker, and the clauses that hold a sign, none longer than twelve words."""
    for at, clause in enumerate(clauses):
        match = marker.search(clause.text)
        if match:
            first = _without_openers(reading, clause.word_at(match.start()), clause.stop)
            stop = _full_stop(reading, clauses[at:], first, says_all=match.end() < len(clause.text))
        elif whole.search(clause.text):
            first, stop = _without_openers(reading, clause.first, clause.stop), clause.stop
        else:
            continue
        stop = _cut(reading, first, stop)
        if stop - first > 1:
            yield first, stop


def _full_stop(reading: Reading, clauses: list[Clause], first: int, *, says_all: bool) -> int:
    """Where a clause ends; where it says nothing yet but its marker, the next one of its sentence."""
    stop = clauses[0].stop
    for clause in clauses[1:MOST_CLAUSES]:
        if reading.tokens[clause.first].opens or (says_all and stop - first > FEWEST_WORDS):
            break
        stop, says_all = clause.stop, True
    return stop


def _without_openers(reading: Reading, first: int, stop: int) -> int:
    openers = reading.language.cues.openers
    while first < stop - 1 and (reading.tokens[first].low in openers or not reading.tokens[first].text):
        first += 1
    return first


def _cut(reading: Reading, first: int, stop: int) -> int:
    """Where a span ends that is readable: before a preposition or a conjunction where the clause is too long."""
    most = stop if stop - first <= MOST_WHOLE else first + MOST_WORDS
    if most < stop:
        links = reading.language.grammar.conjunction
        places = range(first + FEWEST_WORDS + 1, most + 1)
        edges = [at for at in places if reading.roles[at] in EDGES and reading.tokens[at].low != links]
        seamless = stop if stop - first <= MOST_SEAMLESS else most
        most = next((at for at in reversed(edges) if reading.roles[at - 1] not in OPEN), seamless)
    while most > first and (reading.roles[most - 1] in OPEN and (most < stop or not reading.tokens[most - 1].text)):
        most -= 1
    return most
