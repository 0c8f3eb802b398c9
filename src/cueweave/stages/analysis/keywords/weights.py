"""How much each word and phrase of a text says about a part of it: TF-IDF (Spärck Jones 1972), by stem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from cueweave.stages.analysis.keywords.phrases import Phrase
from cueweave.stages.analysis.keywords.tokens import Token

FRESH = 0.2
"""Added to what a word that comes once weighs: it still can be what a paragraph is about."""


LENGTH = 0.6
"""The power of its length by which a phrase is divided: with 1 a phrase would weigh no more than its words."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Counted over the parts of a text."""

    parts: int
    in_parts: Counter[str]
    """In how many of the parts each stem stands."""
    often: Counter[str]
    """How often each stem comes in the whole text, as a part of phrases."""

    @classmethod
    def of(cls, tokens: Sequence[Token], phrases: Iterable[Phrase], spans: Sequence[tuple[int, int]]) -> Weights:
        """`spans` are the parts: words `first` up to and without `stop`."""
        in_parts = Counter(
            stem
            for first, stop in spans
            for stem in {token.stem for token in tokens[first:stop] if not token.is_little}
        )
        often = Counter(stem for phrase in phrases for stem in phrase.stems)
        return cls(len(spans), in_parts, often)

    def word(self, stem: str, here: int) -> float:
        """Of a word that comes `here` times in the part: more the oftener it is here and the rarer elsewhere.

        A word that the text never comes back to is an aside: it weighs less than one that the text is about.
        """
        spread = log(1.0 + self.parts / max(self.in_parts[stem], 1))
        return here * spread * (FRESH + log(1.0 + self.often[stem]))

    def phrase(self, phrase: Phrase, here: Counter[str]) -> float:
        """Of its words, the longer phrase a little ahead of its parts; `here` are the stems of the part, counted."""
        total = sum(self.word(stem, here[stem]) for stem in phrase.stems)
        return float(total / (len(phrase.stems) or 1) ** LENGTH)
