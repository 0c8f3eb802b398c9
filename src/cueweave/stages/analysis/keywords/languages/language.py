"""What keywords need to know about a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

NEVER = re.compile(r"(?!)")


class Order(Enum):
    """Where the head of a noun phrase stands, and what tells a noun."""

    HEAD_LAST = "last"
    """Modifiers, then the noun: "solar panel"."""
    HEAD_FIRST = "first"
    """The noun, then what describes it: "panel solar"."""
    CAPITALS = "capitals"
    """Modifiers, then nouns, which are capitalised."""
    FREE = "free"
    """Nothing is known; words that come again and again tell."""


def words(text: str) -> frozenset[str]:
    """A set of words from a table."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which words make a phrase; all in lower case."""

    order: Order = Order.FREE
    determiners: frozenset[str] = frozenset()
    """A noun or its adjectives follow."""
    prepositions: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    """Words that hold two nouns together in one phrase: "rate of change"."""
    before_verbs: frozenset[str] = frozenset()
    """Pronouns, modals and particles: a verb follows."""
    clitics: frozenset[str] = frozenset()
    """Determiners that may be pronouns: "on la charge"; a verb follows then."""
    before_clitics: frozenset[str] = frozenset()
    """Pronouns and negations after which they are."""
    dull: frozenset[str] = frozenset()
    """Words of every talk: greetings, fillers, vague nouns, weekdays, plain adjectives and verbs."""
    preposed: frozenset[str] = frozenset()
    """Plain adjectives that stand before their noun."""
    verbs: frozenset[str] = frozenset()
    """Verbs in all their forms that are seldom nouns."""
    doubtful: frozenset[str] = frozenset()
    """Verbs that are nouns as often: "charge"."""
    nouns: frozenset[str] = frozenset()
    """Nouns that end like something else: "metal"."""
    noun_ends: tuple[str, ...] = ()
    adjective_ends: tuple[str, ...] = ()
    other_ends: tuple[str, ...] = ()
    """Endings of verbs and adverbs."""
    verb_ends: tuple[str, ...] = ()
    """Endings that only verbs have, whatever stands before them."""
    numerals: frozenset[str] = frozenset()
    """Numbers in words."""
    scales: frozenset[str] = frozenset()
    """Numbers that follow a number: "million"."""
    units: frozenset[str] = frozenset()
    """What numbers in words must count to matter."""
    before_years: frozenset[str] = frozenset()
    conjunction: str = ""
    """Stands between two topics in a title."""


@dataclass(frozen=True, slots=True)
class Cues:
    """How speakers mark what they say: patterns over a clause in lower case, words apart by one blank."""

    openers: frozenset[str] = frozenset()
    """Words at the beginning of a clause that are no part of what it says: "and", "so"."""
    warning: re.Pattern[str] = NEVER
    """The warning is what begins here, to the end of the clause."""
    warning_clause: re.Pattern[str] = NEVER
    """The warning is the whole clause."""
    callout: re.Pattern[str] = NEVER
    callout_clause: re.Pattern[str] = NEVER
    defined_before: re.Pattern[str] = NEVER
    """A term that is defined stands right before this."""
    defined_after: re.Pattern[str] = NEVER
    """A term that is defined stands right after this."""
    topic: re.Pattern[str] = NEVER
    """What the speaker will talk about stands right after this."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language's tables."""

    grammar: Grammar = Grammar()
    cues: Cues = Cues()


def pattern(text: str) -> re.Pattern[str]:
    """Alternatives, one a line, between the bounds of words; blanks count; a line goes on after a backslash."""
    lines = re.sub(r"\\\n\s*", "", text.strip()).splitlines()
    alternatives = "|".join(line.strip() for line in lines)
    return re.compile(rf"(?<![\w'])(?:{alternatives})(?!\w)")  # looking behind once spares most of the time
