"""The words of a text as they are shown: apart by white space, or cut where a script writes none between words.

The pipeline puts a blank between the words of every cue; `join_words` of the domain puts them together again as they
were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from budoux import (
    Parser,
    load_default_japanese_parser,
    load_default_simplified_chinese_parser,
    load_default_thai_parser,
    load_default_traditional_chinese_parser,
)

from cueweave.domain.transcript import UNSPACED, is_unspaced

PARSERS = {
    "ja": load_default_japanese_parser,
    "th": load_default_thai_parser,
    "zh": load_default_simplified_chinese_parser,
    "zh-hant": load_default_traditional_chinese_parser,
}
"""Cutters by language: BudouX (Apache-2.0), whose small models come inside its wheel."""
KANA = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
THAI = re.compile("[\u0e00-\u0e7f]")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
TRADITIONAL = re.compile("[這個們來時說會對學國還進過問與為樣點後實當從見將應]")
"""Common characters that are written otherwise in simplified Chinese."""
SYLLABLE = re.compile(
    "[\u0ec0-\u0ec4]?"  # Lao vowels that are written before their consonant
    ".(?:[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0eb0\u0eb2\u0eb3\u102b-\u103e\u17b4-\u17d1\u17d3\u17dd\u200b-\u200d]"
    "|[\u1039\u17d2].|[\u1000-\u1021]\u103a)*"  # a sign that puts the next consonant below; a closing consonant
)
"""A character of Lao, Khmer or Burmese with its marks: these are cut by syllables, for want of a library."""


def cut_words(text: str, language: str | None) -> list[str]:
    """The words of a text in order; no character but white space is lost or added.

    `language` (ISO 639-1) tells Japanese from Chinese where the characters don't.
    """
    return [word for piece in text.split() for word in (_cut(piece, language) if _is_unspaced(piece) else [piece])]


def count_words(text: str) -> int:
    """About how many `cut_words` would find, without cutting: two characters a word where a script writes no blanks."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


def _is_unspaced(piece: str) -> bool:
    return any(map(is_unspaced, piece))


def _cut(piece: str, language: str | None) -> list[str]:
    name = _cutter(piece, language)
    parts = _parser(name).parse(piece) if name else SYLLABLE.findall(piece)
    return _with_their_marks(word for part in parts for word in part.split())


def _cutter(piece: str, language: str | None) -> str | None:
    """Which model a piece needs, by its characters; None where there is none."""
    if THAI.search(piece):
        return "th"
    if KANA.search(piece) or (language == "ja" and HAN.search(piece)):
        return "ja"
    if HAN.search(piece):
        return "zh-hant" if TRADITIONAL.search(piece) else "zh"
    return None


def _with_their_marks(parts: Iterable[str]) -> list[str]:
    """Marks stand with the word before them, and those before the first word with that; Latin words stay whole."""
    words: list[str] = []
    for part in parts:
        is_bare = not any(letter.isalnum() for letter in part)
        goes_on = bool(words) and not _is_unspaced(words[-1][-1] + part[0])
        if words and (is_bare or goes_on or not any(letter.isalnum() for letter in words[-1])):
            words[-1] += part
        else:
            words.append(part)
    return words


@cache
def _parser(name: str) -> Parser:
    """One a process; a model loads in a millisecond or two."""
    return PARSERS[name]()
