"""Key phrases: TF-IDF over a text's own paragraphs (Spärck Jones 1972), names, numbers and defined terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from cueweave.domain.promises import bare
from cueweave.stages.keywords.cues import DEFINITIONS

COMMON_SHARE = 0.5
"""A word in more than this share of the paragraphs carries no topic."""
NUMBER = re.compile(r"[$€£]?\d[\d.,]*(%|[a-zA-Z]{0,3})")
ENDS = ".,;:!?…"
PHRASE = 2
SHORT = 3
"""Words of so few letters are mostly articles, pronouns and prepositions, in every language that we looked at."""
LITTLE = frozenset(
    """
    about after again also always avec because been before being between both cette como could dans does doing
    down each eine einen elle esta este even every from haben have having here into just like made make many
    more most much must need never nicht nous often only other over para pero pour really same sein should
    sind some sont still such than that their them then there these they this those through until very vous
    want well werden were what when where which while will wird with would your yours
    """.split()
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """In how many of the paragraphs each word stands."""

    paragraphs: int
    often: Counter[str]
    inside: frozenset[str]
    """Words that stand in lower case somewhere: a capital on one of these is no name."""

    @classmethod
    def of(cls, spoken: Sequence[Sequence[str]]) -> Vocabulary:
        """Counted over paragraphs, each a sequence of words as displayed."""
        often = Counter(word for texts in spoken for word in {bare(text).lower() for text in texts})
        inside = frozenset(bare(text) for texts in spoken for text in texts if bare(text).islower())
        return cls(len(spoken), often, inside)

    def weight(self, text: str) -> float:
        """0 for a word without a topic, more the rarer it is among the paragraphs."""
        low = text.lower()
        if len(text) <= SHORT or low in LITTLE or not text[0].isalpha():
            return 0.0
        if self.paragraphs > 3 and self.often[low] > COMMON_SHARE * self.paragraphs:
            return 0.0
        return 0.5 + log(self.paragraphs / self.often[low])


def main_phrases(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """What the paragraph is about, best first: words and pairs of words that come often here and seldom elsewhere."""
    here = Counter(bare(text).lower() for text in texts)
    scores: dict[str, float] = {}
    for at in range(len(texts)):
        for size in range(1, PHRASE + 1):
            run = texts[at : at + size]
            weights = [vocabulary.weight(bare(text)) * here[bare(text).lower()] for text in run]
            if len(run) == size and all(weights) and not any(text[-1] in ENDS for text in run[:-1]):
                scores.setdefault(bare(" ".join(run)), sum(weights))
    chosen: list[str] = []
    for phrase in sorted(scores, key=lambda phrase: -scores[phrase]):
        if not any(set(phrase.lower().split()) & set(other.lower().split()) for other in chosen):
            chosen.append(phrase)
    return chosen


def terms(texts: Sequence[str], vocabulary: Vocabulary, language: str) -> Iterator[str]:
    """Defined terms, then names and numbers, in the order in which they are spoken."""
    yield from _defined(texts, vocabulary, language)
    for at, text in enumerate(texts):
        word = bare(text)
        starts_sentence = at == 0 or texts[at - 1][-1] in ".!?…"
        is_name = word[:1].isupper() and word.lower() not in vocabulary.inside and len(word) > 1
        if (is_name and not starts_sentence) or (NUMBER.fullmatch(word) and len(word) > 1):
            yield word


def _defined(texts: Sequence[str], vocabulary: Vocabulary, language: str) -> Iterator[str]:
    """What stands before "is a" and its like."""
    low = [bare(text).lower() for text in texts]
    for at in range(1, len(texts)):
        if any(low[at : at + 1 + marker.count(" ")] == marker.split() for marker in DEFINITIONS.get(language, ())):
            run = [texts[at - 1]]
            if at > 1 and vocabulary.weight(bare(texts[at - 2])) and texts[at - 2][-1] not in ENDS:
                run = [texts[at - 2], *run]
            if vocabulary.weight(bare(texts[at - 1])):
                yield bare(" ".join(run))
