"""Terms that a speaker defines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from cueweave.stages.analysis.keywords.clauses import Clause
from cueweave.stages.analysis.keywords.phrases import Phrase, Reading
from cueweave.stages.analysis.keywords.roles import JOIN, NUMBER

LEAD_WORDS = 2
"""So many words may stand before the term at the beginning of its clause, and between a marker and its term."""


def find_defined(reading: Reading, clauses: list[Clause]) -> Iterator[Phrase]:
    """What stands before "is a" at the beginning of its clause, and what stands after "is called"."""
    cues = reading.language.cues
    for clause in clauses:
        after = cues.defined_after.search(clause.text)
        if after:
            yield from _after(reading, clause, clause.word_at(after.end() - 1) + 1)
        before = cues.defined_before.search(clause.text)
        if before and before.start():
            yield from _before(reading, clause, clause.word_at(before.start()))


def _after(reading: Reading, clause: Clause, at: int) -> Iterator[Phrase]:
    phrase = term_at(reading, at, clause.stop)
    if phrase and phrase.first - at <= LEAD_WORDS:
        yield _name_of(reading, phrase, clause.stop) or phrase


def _name_of(reading: Reading, phrase: Phrase, stop: int) -> Phrase | None:
    """The term behind what it names, as in "we call this layout the diamond frame"."""
    if phrase.stop >= stop or reading.tokens[phrase.stop].low not in reading.language.grammar.determiners:
        return None
    return next((one for one in phrases_in(reading, phrase.stop, stop)[:1] if one.first == phrase.stop + 1), None)


def _before(reading: Reading, clause: Clause, at: int) -> Iterator[Phrase]:
    for phrase in phrases_in(reading, clause.first, at)[-1:]:
        lead = reading.tokens[clause.first : phrase.first]
        if phrase.stop == at and len(lead) <= LEAD_WORDS and all(token.is_little for token in lead):
            yield phrase


def term_at(reading: Reading, at: int, stop: int) -> Phrase | None:
    """The phrase that comes next, or, where a word comes first that is in none, that word: what follows is a term."""
    tokens, roles = reading.tokens, reading.roles
    while at < stop and (tokens[at].is_little or roles[at] == NUMBER):
        at += 1
    for phrase in phrases_in(reading, at, stop)[:1]:
        if phrase.first == at or tokens[at].low in reading.language.grammar.dull:
            return phrase
    if at == stop or tokens[at].low in reading.language.grammar.dull:
        return None
    for phrase in phrases_in(reading, at, stop)[:1]:
        if phrase.first == at + 2 and roles[at + 1] == JOIN:
            return Phrase(at, phrase.stop, (tokens[at].stem, *phrase.stems), is_name=False)
    return Phrase(at, at + 1, (tokens[at].stem,), is_name=False)


def phrases_in(reading: Reading, first: int, stop: int) -> list[Phrase]:
    """The phrases that lie between two words, in order."""
    begin = bisect_left(reading.phrases, first, key=lambda phrase: phrase.first)
    end = bisect_left(reading.phrases, stop, key=lambda phrase: phrase.first)
    return [phrase for phrase in reading.phrases[begin:end] if phrase.stop <= stop]
