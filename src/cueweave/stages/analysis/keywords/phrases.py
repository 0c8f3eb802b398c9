"""Key phrases: TF-IDF over a text's own paragraphs (Spärck Jones 1972), names, numbers and defined terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from cueweave.domain.promises import bare
from cueweave.stages.analysis.keywords.cues import DEFINITIONS

COMMON_SHARE = 0.5
"""A word in more than this share of the paragraphs carries no topic."""
NUMBER = re.compile(r"[$€£]?\d[\d.,]*(%|[a-zA-Z]{0,3})")
ENDS = ".,;:!?…"
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
    together: Counter[tuple[str, str]]
    """How often two words follow each other: once is chance, twice is a term."""
    inside: frozenset[str]
    """Words that stand in lower case somewhere: a capital on one of these is no name."""

    @classmethod
    def of(cls, spoken: Sequence[Sequence[str]]) -> Vocabulary:
        """Counted over paragraphs, each a sequence of words as displayed."""
        often = Counter(word for texts in spoken for word in {bare(text).lower() for text in texts})
        low = [[bare(text).lower() for text in texts] for texts in spoken]
        together = Counter(pair for texts in low for pair in pairwise(texts))
        inside = frozenset(bare(text) for texts in spoken for text in texts if bare(text).islower())
        return cls(len(spoken), often, together, inside)

    def weight(self, text: str) -> float:
        """0 for a word without a topic, more the rarer it is among the paragraphs."""
        low = text.lower()
        if len(text) <= SHORT or low in LITTLE or not text[0].isalpha():
            return 0.0
        if self.paragraphs > 3 and self.often[low] > COMMON_SHARE * self.paragraphs:
            return 0.0
        return 0.5 + log(self.paragraphs / self.often[low])


def main_phrases(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """What the paragraph is about, best first: words that come often here and seldom elsewhere, and pairs of them."""
    here = Counter(bare(text).lower() for text in texts)
    scores: dict[str, float] = {}
    for at, text in enumerate(texts):
        word = bare(text)
        weight = vocabulary.weight(word) * here[word.lower()] * len(word) ** 0.5
        if weight:
            scores[word] = max(weight, scores.get(word, 0.0))
        pair = _pair(texts, at, vocabulary)
        if pair:
            scores[pair] = 2 * sum(vocabulary.weight(part) * len(part) ** 0.5 for part in pair.split())
    chosen: list[str] = []
    for phrase in sorted(scores, key=lambda phrase: -scores[phrase]):
        if not any(set(phrase.lower().split()) & set(other.lower().split()) for other in chosen):
            chosen.append(phrase)
    return chosen


def _pair(texts: Sequence[str], at: int, vocabulary: Vocabulary) -> str:
    """The word here with the next one where the two are a term of this text, else nothing."""
    run = [bare(text) for text in texts[at : at + 2]]
    if len(run) < 2 or texts[at][-1] in ENDS or not all(vocabulary.weight(word) for word in run):
        return ""
    return " ".join(run) if vocabulary.together[run[0].lower(), run[1].lower()] > 1 else ""


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
