"""Where punctuation ends sentences: by the library, corrected where it errs on common text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

import sentencex

from cueweave.stages.sentences.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    BEFORE_ORDINALS,
    MAYBE_LAST,
    NEVER_LAST,
    ORDINAL_LANGUAGES,
    TITLES,
)
from cueweave.stages.sentences.clauses import clauses_of

CLOSERS = "\"'”“’»›«)]}」』】）〉》"
STOPS = ".!?…。！？｡؟۔।॥。．‼⁇⁈⁉"
STOP = re.compile(f"[{STOPS}][{re.escape(CLOSERS)}]*$")
ASIDE = re.compile(r"[.!?…][\"'”’»]*[)\]]$")
"""`(It was late.)`"""
ACRONYM = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|\.){2,}")
"""The library takes some for abbreviations: `GPS.` in Italian, `EE.UU.` in Spanish."""
NUMBER = re.compile(r"\(?\d{1,4}\.$")
ITEM = re.compile(r"\(?\d{1,2}\.$")
ROMAN_OR_DIGIT = re.compile(r"[#§(]*(\d|[IVXLC]{2,}\b|[VX]\b)")
"""Not `I`: `No. I think so.`"""
SMALL_LETTER = re.compile(r"[^\w]*(?!i)[^\W\d_]\.")
"""`a. C.`; but captions in small letters write `so do i.`"""
QUOTED_JAPANESE = ("と", "って")
SAID_CHINESE = re.compile("^.{0,3}[说問问道說喊叫答想]")
SCRIPTS = {"el": "[\u0370-\u03ff]", "hi": "[\u0900-\u097f]", "ar": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]"}
"""Where the language isn't known its script tells enough for the marks that end sentences (`;` in Greek)."""
SAMPLE = 200
WITHOUT_QUOTES = str.maketrans("", "", "\"'“”„‟‘’«»‹›()[]{}「」『』（）")
CLOSING = {"“": "”", "„": "“", "‘": "’", "«": "»", "»": "«", "‹": "›", "`": "'"}
"""The end that the library looks for, by the quote that opens."""
MOST_OPEN, MOST_DOUBLED = 1000, 10_000
"""Quotes of a kind that nothing closes, and apostrophes in pairs: from each of them the library looks for its end
through all that follows."""
MOST_QUOTED = 20
"""Words: a shorter sentence with whole sentences quoted in it stays one."""
SMALL = 0.5
"""Where more than this share of the stops is followed by a small letter, the text writes no capitals after stops."""


def ends_with_stop(text: str) -> bool:
    """Whether the word ends with a mark that can end a sentence, quotes and brackets behind it aside."""
    return STOP.search(text) is not None


def punctuated_ends(
    texts: Sequence[str], language: str | None, turns: Collection[int], starts: Collection[int] = ()
) -> list[int]:
    """Indices of words, in order, before which a sentence has ended by its punctuation; also where a turn begins.

    No sentence consists of marks alone, unless it is all that a speaker says. `starts` are the first words of cues:
    behind a full stop one may begin a sentence with a small letter.
    """
    known = language or _language_by_script(texts)
    found = {*_ends_by_library(texts, known), *_inside_quotes(texts, known)}
    without_capitals = _writes_no_capitals(texts, found)
    found |= {end for end in _missed(texts, known) if without_capitals or _starts_large(texts[end])}
    spoken = [at for at, text in enumerate(texts) if any(letter.isalnum() for letter in text)]
    kept: list[int] = []
    for end in sorted({*found, *turns}):
        previous = kept[-1] if kept else 0
        may_start_small = without_capitals or (end in starts and texts[end - 1].endswith("."))
        if end in turns or (
            _any_within(spoken, previous, end)
            and not _goes_on(texts, (previous, end), known, without_capitals=may_start_small)
        ):
            kept.append(end)
    if kept and kept[-1] not in turns and not _any_within(spoken, kept[-1], len(texts)):
        kept.pop()
    return kept


def _any_within(indices: Sequence[int], first: int, stop: int) -> bool:
    """Whether one of the indices, which are in order, lies between these."""
    return bisect_left(indices, first) < bisect_left(indices, stop)


def _language_by_script(texts: Sequence[str]) -> str:
    sample = "".join(texts[:SAMPLE])
    return next((code for code, letters in SCRIPTS.items() if len(re.findall(letters, sample)) * 2 > len(sample)), "en")


def _ends_by_library(texts: Sequence[str], language: str) -> Iterator[int]:
    """Told by how many letters stand before them: the library keeps all but white space."""
    index_of = {end: index + 1 for index, end in enumerate(accumulate(len(text) for text in texts))}
    letters = 0
    for sentence in sentencex.segment(language, _without_stray_quotes(" ".join(texts))):
        letters += sum(len(part) for part in sentence.split())
        if index_of.get(letters, len(texts)) < len(texts):  # a boundary inside a word ("server.Hello") is none of ours
            yield index_of[letters]


def _without_stray_quotes(text: str) -> str:
    """The same, as long, where quotes are closed or few are not."""
    for opening, closing in CLOSING.items():
        closed = text.rfind(closing) + 1
        if text.count(opening, closed) > MOST_OPEN:
            text = text[:closed] + text[closed:].replace(opening, "_")
    return text.replace("''", "__") if text.count("''") > MOST_DOUBLED else text


def _inside_quotes(texts: Sequence[str], language: str) -> Iterator[int]:
    """Ends inside of long quotes, or after one that is never closed: the library keeps all of it together."""
    outer = [0, *_ends_by_library(texts, language), len(texts)]
    if all(stop - first <= MOST_QUOTED for first, stop in pairwise(outer)):
        return
    inner = list(_ends_by_library([text.translate(WITHOUT_QUOTES) for text in texts], language))
    for first, stop in pairwise(outer):
        if stop - first > MOST_QUOTED:
            yield from inner[bisect_right(inner, first) : bisect_left(inner, stop)]


def _missed(texts: Sequence[str], language: str) -> Iterator[int]:
    """Ends that the library misses: after an aside in brackets, after `etc.` or an acronym before a word that opens."""
    for at, text in enumerate(texts[:-1], 1):
        is_acronym = ACRONYM.fullmatch(text) is not None and _bare(text) not in NEVER_LAST
        may_end = text.endswith(".") and (_bare(text) in MAYBE_LAST or is_acronym)
        if ASIDE.search(text) or (may_end and _opens(texts[at], language)):
            yield at


def _opens(text: str, language: str) -> bool:
    clauses = clauses_of(language)
    return text.lower().rstrip(",.!?…") in clauses.openers | clauses.likely


def _goes_on(texts: Sequence[str], bounds: tuple[int, int], language: str, *, without_capitals: bool) -> bool:
    """Whether a sentence that began at the first bound goes on at the second, against what the library says."""
    _, end = bounds
    last = texts[end - 1]
    if not without_capitals and _starts_small(texts, end):
        return True  # "bijv. dit", or who asked it after a quote
    if last.endswith("."):
        return _is_abbreviation(texts, bounds, language)
    return _is_quoted(last, texts[end : end + 3])


def _is_abbreviation(texts: Sequence[str], bounds: tuple[int, int], language: str) -> bool:
    """Whether the full stop belongs to the word, and the sentence doesn't end with it."""
    first, end = bounds
    last, following, bare = texts[end - 1], texts[end], _bare(texts[end - 1])
    if NUMBER.search(last):
        before = texts[end - 2].lower() if end - 2 >= first else None
        is_ordinal = language in ORDINAL_LANGUAGES and before in BEFORE_ORDINALS
        is_item = before is None and ITEM.match(last) is not None and not texts[first - 1].endswith("?")
        return is_item or is_ordinal  # the number of an item in a list, unless it answers a question
    if bare in TITLES or bare in BEFORE_NAMES.get(language, "").split():
        # but a word that opens sentences is no name: "at Baker St. There …"
        return not _opens(following, language)
    if bare in BEFORE_NUMBERS and ROMAN_OR_DIGIT.match(following):
        return True
    return SMALL_LETTER.fullmatch(last) is not None and last[-2].islower() and not _opens(following, language)


def _is_quoted(last: str, following: Sequence[str]) -> bool:
    """Chinese and Japanese: who says it comes after the quote, and no capital tells."""
    if last[-1:] not in "”」』":
        return False
    return following[0].startswith(QUOTED_JAPANESE) or SAID_CHINESE.match("".join(following)) is not None


def _starts_small(texts: Sequence[str], at: int) -> bool:
    """By its first word with a letter or digit; `iPhone` isn't written small."""
    word = next((text for text in texts[at : at + 3] if any(letter.isalnum() for letter in text)), "")
    letters = [letter for letter in word if letter.isalnum()]
    return bool(letters) and letters[0].islower() and not any(letter.isupper() for letter in letters)


def _starts_large(text: str) -> bool:
    first = next((letter for letter in text if letter.isalnum()), "")
    return first.isupper()


def _writes_no_capitals(texts: Sequence[str], ends: Collection[int]) -> bool:
    """Whether stops are mostly followed by small letters, as in captions that a machine wrote."""
    small = sum(_starts_small(texts, end) for end in ends)
    capitals = sum(_starts_large(text) and not text.startswith("I") for text in texts)
    return small > SMALL * len(ends) and capitals < len(ends)


def _bare(text: str) -> str:
    """Without what is elided before it (`l'art.`), its full stop and what opens."""
    return text.lower().removesuffix(".").replace("’", "'").rpartition("'")[2].lstrip('("“„«[')
