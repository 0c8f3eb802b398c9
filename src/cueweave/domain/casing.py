"""Capitals as running text has them, for text that is all in capitals or all without: for the analysis, never shown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from cueweave.domain.transcript import Sentence, Word

SHOUTED = 0.8
"""The share of capitals among a sentence's letters from which it is shouted; names and acronyms alone have less."""
FEWEST_LETTERS = 12
"""A sentence of fewer is judged as the whole text is: `NASA.` alone tells nothing."""
MOST_ACRONYM = 5
"""Letters; longer words without a vowel are noises."""
ACRONYMS = frozenset(
    "NASA NATO USA UK UNESCO UNICEF OPEC AIDS LASER API CEO CPU GPU AI UFO FBI CIA IBM JSON DNA URL VIP".split()
)
"""Known in most languages, and no word of them."""
OWN_ACRONYMS = {"de": frozenset(("EU", "UNO", "AG")), "en": frozenset(("EU", "UN", "EKG"))}
"""No words in these languages, but in others."""
NOT_ACRONYMS = frozenset(
    "mr mrs dr ms st vs hm hmm mm mmm sh shh psst pst tsk brr grr pfft ssh nr bzw ggf vgl zzz".split()
)
VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαεηιουω")
SPELLED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
"""`U.S`, its last full stop aside."""
MIXED = re.compile(r"(?=\w*\d)(?=\w*[^\W\d_])[\w-]+")
"""`MP3`, `B2B`, `H2O`."""
ENGLISH_I = re.compile(r"i(?=$|['’])")
EDGE = re.compile(r"^[\W_]*|[\W_]*$")
TITLES = frozenset("mr mrs ms dr prof".split())
"""They and the name after them begin with capitals."""
DOTTED = frozenset(("az", "tr"))
"""Languages whose small `I` has no dot."""
WITHOUT_VOWELS = frozenset("cs sk hr sr sl bs he ar fa ur".split())
"""Languages whose common words may have none (`krk`, `prst`)."""


def true_cased(words: Sequence[Word], sentences: Sequence[Sentence], language: str | None) -> list[str]:
    """The words' texts with capitals where running text has them; the same letters, one text a word.

    Sentences with capitals of their own stay as they are written, and tell how names are. Shouted ones become small but
    for their first word, the English `I`, acronyms, and words that those others write otherwise. Sentences without any
    capital get one at their start, and the `I`. German nouns can't be told: they stay small unless seen elsewhere.
    """
    texts = [word.text for word in words]
    kinds = [_kind("".join(texts[one.first : one.stop])) for one in sentences]
    usual = _kind("".join(texts))
    kinds = [usual if kind == "short" else kind for kind in kinds]
    known = _known_forms(texts, [one for one, kind in zip(sentences, kinds, strict=True) if kind == "mixed"], language)
    cased = list(texts)
    for one, kind in zip(sentences, kinds, strict=True):
        if kind in ("shouted", "small"):
            cased[one.first : one.stop] = _sentence(texts[one.first : one.stop], known, language)
    same = (_small(new, language) == _small(old, language) for new, old in zip(cased, texts, strict=True))
    return [new if is_same else old for new, old, is_same in zip(cased, texts, same, strict=True)]


def _kind(text: str) -> str:
    """`mixed`, `shouted`, `small` (without capitals) or `short` (too little to tell)."""
    large = sum(letter.isupper() for letter in text)
    small = sum(letter.islower() for letter in text)
    if large and small and large < SHOUTED * (large + small):
        return "mixed"
    if large + small < FEWEST_LETTERS:
        return "short"
    return "shouted" if large else "small"


def _known_forms(texts: Sequence[str], sentences: Sequence[Sentence], language: str | None) -> dict[str, str]:
    """How words are written inside sentences (not at their start), the most frequent form of each."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in sentences:
        for before, text in pairwise(texts[one.first : one.stop]):
            if not before.endswith((".", "!", "?", ":", "…")):
                bare = EDGE.sub("", text)
                forms[_small(bare, language)][bare] += 1
    return {small: counts.most_common(1)[0][0] for small, counts in forms.items()}


def _sentence(texts: Sequence[str], known: dict[str, str], language: str | None) -> Iterator[str]:
    """The first word that has a letter begins with a capital."""
    starts_large = True
    for text in texts:
        bare = EDGE.sub("", text)
        if not bare:
            yield text
            continue
        new = _word(bare, known, language)
        is_title = new in TITLES
        if (starts_large or is_title) and new.islower():
            new = ("İ" if new[0] == "i" and language in DOTTED else new[0].upper()) + new[1:]
        starts_large = is_title
        at = text.index(bare)
        yield text[:at] + new + text[at + len(bare) :]


def _word(bare: str, known: dict[str, str], language: str | None) -> str:
    """One word without the marks around it."""
    small = _small(bare, language)
    if small in known:
        return known[small]
    if language in (None, "en") and ENGLISH_I.match(small):
        return small[:1].upper() + small[1:]
    return bare if bare.isupper() and _is_acronym(bare, language) else small


def _small(text: str, language: str | None) -> str:
    """In lower case, with the Turkish `i` where the language has it."""
    return (text.replace("İ", "i").replace("I", "ı") if language in DOTTED else text).lower()


def _is_acronym(bare: str, language: str | None) -> bool:
    """Known ones, spelled ones, letters with digits, and short ones that nobody can say as a word."""
    if bare in ACRONYMS | OWN_ACRONYMS.get(language or "", frozenset()) or SPELLED.match(bare) or MIXED.fullmatch(bare):
        return True
    small = bare.lower()
    return (
        bare.isalpha()
        and 2 <= len(bare) <= MOST_ACRONYM
        and language not in WITHOUT_VOWELS
        and small not in NOT_ACRONYMS
        and small.isalpha()
        and not any(_plain(letter) in VOWELS for letter in small)
    )


def _plain(letter: str) -> str:
    """Without its accent."""
    return normalize("NFD", letter)[0]
