"""Words of the closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries, particles, small numerals.

To add a language: write its words in a file named after its code (ISO 639-1), lower case, and give it its place in
`WORDS`.
"""

from __future__ import annotations

from functools import lru_cache

from cueweave.stages.analysis.function_words import (
    cs,
    da,
    de,
    el,
    en,
    es,
    fi,
    fr,
    hu,
    id,
    it,
    ja,
    nl,
    no,
    pl,
    pt,
    ro,
    ru,
    sv,
    tr,
    uk,
    zh,
)  # fmt: skip
from cueweave.stages.analysis.stems import elided, plain

__all__ = ["is_function_word"]

WORDS: dict[str, frozenset[str]] = {
    module.__name__.rpartition(".")[2]: module.WORDS
    for module in (cs, da, de, el, en, es, fi, fr, hu, id, it, ja, nl, no, pl, pt, ro, ru, sv, tr, uk, zh)
} | dict.fromkeys(("nb", "nn"), no.WORDS)
"""By language (ISO 639-1)."""


@lru_cache(maxsize=20_000)
def is_function_word(text: str, language: str | None) -> bool:
    """Whether a word as displayed only holds others together; never in a language without a list.

    An elided word tells by what follows it: "c'est" is one, "l'eau" is none.
    """
    words = WORDS.get(language or "", frozenset())
    low = plain(text, language)
    return low in words or elided(low, language) in words
