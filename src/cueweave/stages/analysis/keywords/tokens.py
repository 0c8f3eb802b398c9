"""Words as phrases are looked for: bare, in lower case, by stem, with what the punctuation says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cueweave.domain.analysis import Text
from cueweave.domain.promises import bare
from cueweave.domain.transcript import is_unspaced
from cueweave.stages.analysis.function_words import WORDS, is_function_word
from cueweave.stages.analysis.stems import elided, plain, stem

CLOSERS = frozenset(".,;:!?…)]}。、，！？；：—–")
OPENERS = frozenset("([{—–¿¡")
SHOUTED_SHARE = 0.7
"""Of the longer words in capitals: so many say nothing about names."""
SHORT = 3
"""Words of so few letters carry no topic, in a language of which we know nothing."""
EVERYWHERE = 0.01
"""A share of all words that only little words reach, in a language of which we know nothing."""


@dataclass(frozen=True, slots=True)
class Token:
    """One displayed word."""

    text: str
    """Without the punctuation around it."""
    low: str
    core: str
    """The same without an elided article: "eau" of "l'eau"."""
    stem: str
    is_little: bool
    """A function word, or nothing but punctuation."""
    has_capital: bool
    """It begins with a capital that isn't owed to its place or to shouting."""
    keeps_capital: bool
    """It is written with a capital inside a sentence too."""
    starts: bool
    """A clause begins with it."""
    opens: bool
    """A sentence begins with it."""

    is_number: bool
    """It is written in digits."""

    @property
    def is_acronym(self) -> bool:
        """Whether it is a run of capitals that is no shouting."""
        return self.has_capital and len(self.text) > 1 and sum(letter.isupper() for letter in self.text) > 1


@dataclass(frozen=True, slots=True)
class Facts:
    """What a displayed word says by itself."""

    text: str
    low: str
    core: str
    stem: str
    is_little: bool
    is_number: bool
    is_capital: bool
    has_capital_inside: bool
    opens_bracket: bool
    ends_clause: bool


def read_tokens(text: Text) -> list[Token]:
    """A token for every word of the text."""
    language = text.language or "en"
    texts = [word.text for word in text.words]
    facts = [_facts(displayed, language) for displayed in texts]
    openings = {sentence.first for sentence in text.sentences} | text.turns | {0}
    shouted = _is_shouted(texts)
    little = _little_words(texts) if language not in WORDS else frozenset()
    proper = {fact.text for at, fact in enumerate(facts) if fact.is_capital and at not in openings}
    lowered = {fact.text for fact in facts if not fact.is_capital}
    made: dict[tuple[str, bool, bool], Token] = {}  # words come again and again: one token serves all alike
    tokens: list[Token] = []
    breaks = True
    for at, fact in enumerate(facts):
        opens = at in openings
        starts = breaks or opens or fact.opens_bracket
        token = made.get((texts[at], starts, opens))
        if token is None:
            has_capital = fact.is_capital and not shouted
            keeps = has_capital and (fact.has_capital_inside or (fact.text in proper and fact.low not in lowered))
            token = _token(fact, (has_capital, keeps, starts, opens), is_little=fact.is_little or fact.low in little)
            made[texts[at], starts, opens] = token
        tokens.append(token)
        breaks = fact.ends_clause
    return tokens


def _token(fact: Facts, place: tuple[bool, bool, bool, bool], *, is_little: bool) -> Token:
    has_capital, keeps, starts, opens = place
    return Token(
        fact.text, fact.low, fact.core, fact.stem, is_little, has_capital, keeps, starts, opens, fact.is_number
    )


@lru_cache(maxsize=20_000)
def _facts(displayed: str, language: str) -> Facts:
    own = bare(displayed)
    low = plain(own, language)
    core = elided(low, language)
    head, _, tail = displayed.partition(own) if own else ("", "", displayed)
    return Facts(
        text=own,
        low=low,
        core=core,
        stem=stem(own, language),
        is_little=not low or is_function_word(own, language) or not any(letter.isalnum() for letter in low),
        is_number=any(letter.isdigit() for letter in low[:2]),
        is_capital=own[len(low) - len(core) :][:1].isupper(),
        has_capital_inside=own[1:] != own[1:].lower(),
        opens_bracket=not OPENERS.isdisjoint(head),
        ends_clause=not CLOSERS.isdisjoint(tail),
    )


def _is_shouted(texts: Sequence[str]) -> bool:
    longer = [text for text in texts[:5000] if len(text) > SHORT and text[0].isalpha()]
    return sum(text.isupper() for text in longer) > SHOUTED_SHARE * len(longer)


def _little_words(texts: Sequence[str]) -> frozenset[str]:
    """What takes the place of function words in a language without a list: what is short or comes everywhere."""
    if any(is_unspaced(text[:1]) for text in texts[:50]):
        return frozenset()
    often = Counter(plain(text, None) for text in texts)
    common = max(EVERYWHERE * len(texts), 3)
    return frozenset(low for low, count in often.items() if len(low) <= SHORT or count > common)
