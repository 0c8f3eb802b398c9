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

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return any(letter.isdigit() for letter in self.low[:2])

    @property
    def is_acronym(self) -> bool:
        """Whether it is a run of capitals that is no shouting."""
        return self.has_capital and len(self.text) > 1 and sum(letter.isupper() for letter in self.text) > 1


def read_tokens(text: Text) -> list[Token]:
    """A token for every word of the text."""
    language = text.language or "en"
    texts = [word.text for word in text.words]
    openings = {sentence.first for sentence in text.sentences} | text.turns | {0}
    shouted = _is_shouted(texts)
    little = _little_words(texts) if language not in WORDS else frozenset()
    bares = [bare(displayed) for displayed in texts]
    proper = {own for at, own in enumerate(bares) if at not in openings and own[:1].isupper()}
    lowered = {own for own in bares if own.islower()}
    tokens: list[Token] = []
    breaks = True
    for at, displayed in enumerate(texts):
        own, low, stemmed, is_little, breaks_before, breaks_after = _facts(displayed, language)
        opens = at in openings
        has_capital = own[:1].isupper() and not shouted
        keeps = has_capital and (own in proper or own[1:] != own[1:].lower()) and low not in lowered
        starts = breaks or opens or breaks_before
        tokens.append(Token(own, low, elided(low, language), stemmed, is_little or low in little, has_capital, keeps, starts, opens))
        breaks = breaks_after
    return tokens


@lru_cache(maxsize=100_000)
def _facts(displayed: str, language: str) -> tuple[str, str, str, bool, bool, bool]:
    own = bare(displayed)
    low = plain(own, language)
    is_little = not low or is_function_word(own, language) or not any(letter.isalnum() for letter in low)
    after = displayed[len(displayed.rstrip("\"'“”‘’»«)]}.,;:!?…。、，！？；：—–-")) :]
    before = displayed[: len(displayed) - len(displayed.lstrip("\"'“”‘’«»([{—–¿¡"))]
    return own, low, stem(own, language), is_little, bool(OPENERS & set(before)), bool(CLOSERS & set(after))


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
