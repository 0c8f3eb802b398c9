"""Phones of PocketSphinx's English model for the words of any alphabetic language.

To add a language: write its table in a file named after its code (ISO 639-1), give it its place in `TABLES`, put a
few words into `tests/stages/align/test_phones.py`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from anyascii import anyascii

from cueweave.stages.align.phones import (
    continental,
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
    nl,
    pl,
    pt,
    ro,
    ru,
    sv,
    tr,
    uk,
    vi,
)  # fmt: skip
from cueweave.stages.align.phones.inflected import inflected
from cueweave.stages.align.phones.table import Table

__all__ = ["PHONES", "TABLES", "inflected", "phones"]

PHONES = frozenset(
    """AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH""".split()
)
"""All phones of the model (ARPAbet without stress)."""

TABLES: dict[str, Table] = {
    module.__name__.rpartition(".")[2]: module.TABLE
    for module in (cs, da, de, el, en, es, fi, fr, hu, id, it, nl, pl, pt, ro, ru, sv, tr, uk, vi)
}
"""By language (ISO 639-1)."""

NEUTRAL = "AH"
"""What stands for a word of which no letter is known or sounds."""


@lru_cache(maxsize=100_000)
def phones(word: str, language: str) -> str:
    """Phones of a spoken word, apart by blanks; never empty.

    Letters that are none of the language's own (a Latin name in Russian) are read as Latin letters by the neutral
    values that most of Europe's languages give them; so are all words of a language without a table.
    """
    table = TABLES.get(language, continental.TABLE)
    spelling = table.spelling(word.lower())
    sounds: list[str] = []
    for is_own, run in groupby(spelling, lambda letter: letter in table.alphabet):
        letters = "".join(run)
        sounds += table.read(letters) if is_own else continental.TABLE.read(anyascii(letters).lower())
    return " ".join(sounds) or NEUTRAL
