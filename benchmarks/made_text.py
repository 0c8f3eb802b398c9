"""A long text made up by chance: words by Zipf's law, with topics that change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from cueweave.domain.analysis import Text
from cueweave.domain.transcript import Sentence, Word
from cueweave.stages.analysis.function_words import en

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo ka le mi no pu ri sto tra ver wil".split()
COMMON, OWN = 4000, 60
"""Different words that all topics share, and of each topic alone."""
TOPIC_SENTENCES = 30
SHARES = (0.5, 0.3, 0.2)
"""Of function words, of words that all topics share, of a topic's own."""
SENTENCE = (6, 26)
"""Words."""
WORD, PAUSE = 0.35, 0.4
"""Seconds."""


def made_text(count: int) -> Text:
    """So many words in sentences, with pauses between them; the same each time."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    clock = 0.0
    for tokens in _sentences(Random(1)):  # noqa: S311 - nothing secret
        if len(words) >= count:
            break
        first = len(words)
        for token in tokens[: count - first]:
            words.append(Word(token, clock, clock + WORD, 0.3))
            clock += WORD
        sentences.append(Sentence(first, len(words)))
        clock += PAUSE
    return Text(words, sentences, "en")


def _sentences(chance: Random) -> Iterator[list[str]]:
    functions, common = sorted(en.WORDS), [_word(chance) for _ in range(COMMON)]
    while True:
        own = [_word(chance) for _ in range(OWN)]
        kinds = (functions, common, own)
        weights = [list(accumulate(1 / rank for rank in range(1, len(kind) + 1))) for kind in kinds]
        for _ in range(TOPIC_SENTENCES):
            chosen = chance.choices(range(len(kinds)), SHARES, k=chance.randint(*SENTENCE))
            tokens = [chance.choices(kinds[kind], cum_weights=weights[kind])[0] for kind in chosen]
            yield [tokens[0].capitalize(), *tokens[1:-1], tokens[-1] + "."]


def _word(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
