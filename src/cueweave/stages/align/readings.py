"""From words as they are displayed to the ways in which the decoder may hear them."""

from __future__ import annotations

from collections.abc import Sequence

from anyascii import anyascii

from cueweave.domain.promises import bare
from cueweave.stages.align.decoder import Spoken, dictionary_phones
from cueweave.stages.align.phones import inflected, phones
from cueweave.stages.align.spoken import spoken_texts
from cueweave.stages.align.spoken.spelled import spell

LONGEST_ACRONYM = 6
"""Letters; more capitals than that are a word."""


def to_hear(tokens: Sequence[str], language: str) -> list[tuple[Spoken, ...]]:
    """For each token what is to be heard, nothing for what isn't spoken; `language` is an ISO 639-1 code."""
    texts = spoken_texts(tokens, language)
    return [_of_token(token, said, language) for token, said in zip(tokens, texts, strict=True)]


def _of_token(token: str, said: Sequence[str], language: str) -> tuple[Spoken, ...]:
    capitals = bare(token)
    if said and capitals.isalpha() and capitals.isupper() and 1 < len(capitals) <= LONGEST_ACRONYM:
        return (_either(capitals, said, language),)
    return tuple(_word(text, language) for text in said)


def _either(capitals: str, said: Sequence[str], language: str) -> Spoken:
    """NOT may be a word with emphasis, WHO a body of the United Nations: the sound tells."""
    readings = (said, [capitals.lower()], spell(capitals, language))
    ways = dict.fromkeys(" ".join(_phones(text, language) for text in reading) for reading in readings)
    return Spoken(capitals.lower(), tuple(ways))


def _word(text: str, language: str) -> Spoken:
    """Words of the English dictionary by their name, since it may know several ways to say them."""
    known = language == "en" and dictionary_phones(text) is not None
    return Spoken(text) if known else Spoken(text, (_phones(text, language),))


def _phones(text: str, language: str) -> str:
    return (_english(text) if language == "en" else None) or phones(text, language)


def _english(text: str) -> str | None:
    """By the dictionary: as the word is written, without its accents, or made of words that stand there."""
    lookup = dictionary_phones
    return lookup(text) or lookup(anyascii(text).lower()) or inflected(text, lookup)
