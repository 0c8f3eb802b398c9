"""Words without their endings, for counting and comparing: Snowball's stemmers (BSD), by PyStemmer."""

from __future__ import annotations

import re
from functools import lru_cache

from Stemmer import Stemmer

from cueweave.domain.promises import OUTER

ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Snowball's stemmers by language (ISO 639-1)."""

MARKS = OUTER + "`´•*_~|/\\<>=♪♫・～"
PARTICLES = re.compile("(?<=[\u30a1-\u30ff\u3005\u4e00-\u9fff])(?:とは|には|では|から|まで|[はがをにのでともへや])$")
"""What Japanese writes together with the noun before it."""
ELISIONS = {
    "fr": re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)"),
    "it": re.compile(
        r"^(?:[cdlmnstv]|un|gl|dell|all|dall|nell|sull|coll|quell|quest|bell|sant|dov|com|cos|tutt)'(?=\w)"
    ),
    "ca": re.compile(r"^[dlmnst]'(?=\w)"),
}
"""Articles, pronouns and prepositions that are written together with the word after them."""


@lru_cache(maxsize=20_000)
def stem(text: str, language: str | None) -> str:
    """A displayed word in lower case, without punctuation, elided article and ending.

    Empty for one that is punctuation alone; only in lower case and bare where Snowball has no stemmer for the language.
    Of Japanese words the particles are taken off.
    """
    low = elided(plain(text, language), language)
    if language == "ja":
        return PARTICLES.sub("", low)
    algorithm = ALGORITHMS.get(language or "")
    # A stemmer costs half a microsecond and must not be shared by threads.
    return str(Stemmer(algorithm, 0).stemWord(low)) if algorithm and low else low


def plain(text: str, language: str | None) -> str:
    """A displayed word in lower case, without the punctuation around it, with straight apostrophes."""
    if language == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    return text.strip(MARKS).lower().replace("’", "'")


def elided(low: str, language: str | None) -> str:
    """What follows an elided article or pronoun: "eau" of "l'eau"; all of a word without one."""
    pattern = ELISIONS.get(language or "")
    return pattern.sub("", low) if pattern else low
