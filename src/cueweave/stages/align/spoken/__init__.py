"""From the tokens of a transcript to the words that are spoken for them, in any alphabetic language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from cueweave.stages.align.spoken.idiom import Idiom
from cueweave.stages.align.spoken.idioms import idiom
from cueweave.stages.align.spoken.letters import APOSTROPHES, lower
from cueweave.stages.align.spoken.notes import silent
from cueweave.stages.align.spoken.numbers import cardinal, decimal, joins_by_blank
from cueweave.stages.align.spoken.quantity import time_of_day
from cueweave.stages.align.spoken.tokens import OUTER, Place, say

__all__ = ["spoken_texts"]

READ_AS = APOSTROPHES | str.maketrans(
    {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "‐": "-", "‑": "-", "™": "", "®": "", "©": ""}
)
"""What Unicode's compatible forms (NFKC) would make something else of."""
GROUP = re.compile(r"\d{3}(?:,\d+)?")
AROUND = 3
"""Tokens on either side that tell whether all is in capitals."""
MOST_GROUPS = 7
"""Of three digits, in one number: more are a list of numbers, and 2,000 of them took 12 s to read as one."""
LONGEST_TOKEN = 500
"""Letters: nobody speaks a longer one, be it an address, and what is said for one of a megabyte would take minutes."""
LONGEST_SHORT = 3
"""Tokens of the longest abbreviation: `i. d. R.`"""


def spoken_texts(tokens: Sequence[str], language: str) -> list[list[str]]:
    """For each token as displayed, what is spoken for it: lower-case words of letters and apostrophes.

    Empty for what isn't spoken: dashes, `♪`, `[applause]`, `JOHN:`. `language` is an ISO 639-1 code. What several
    tokens say together (`$3.5 million`, `z. B.`, `10 000`) is given to them in the order in which they stand.
    """
    own = idiom(language)
    clean = [unicodedata.normalize("NFKC", token.translate(READ_AS)) for token in tokens]
    unsaid = silent(tokens, own)
    texts: list[list[str]] = [[] for _ in tokens]
    at = 0
    while at < len(tokens):
        if at in unsaid or len(tokens[at]) > LONGEST_TOKEN:
            at += 1
            continue
        several = _together(clean, at, own, language)
        if several:
            texts[at : at + len(several)] = several
        else:
            texts[at] = say(_place(clean, at), language)
        at += max(len(several), 1)
    return texts


def _place(tokens: Sequence[str], at: int) -> Place:
    return Place(
        tokens[at - 1] if at else "",
        tokens[at],
        tokens[at + 1] if at + 1 < len(tokens) else "",
        _is_shouted(tokens, at),
    )


def _is_shouted(tokens: Sequence[str], at: int) -> bool:
    """Whether most words around are in capitals, as in some captions: then capitals mean nothing."""
    near = [*tokens[max(at - AROUND, 0) : at], *tokens[at + 1 : at + 1 + AROUND]]
    words = [token for token in near if sum(letter.isalpha() for letter in token) > 2]
    return tokens[at].isupper() and len(words) > 1 and sum(map(str.isupper, words)) > len(words) / 2


def _together(tokens: Sequence[str], at: int, own: Idiom, language: str) -> list[list[str]]:
    """What several tokens say as one; empty where this token speaks for itself."""
    for size in range(LONGEST_SHORT, 1, -1):
        written = lower(" ".join(tokens[at : at + size]), language).rstrip(",;:!?)")
        words = own.short.get(written.rstrip(".")) or own.short.get(written)
        if words and len(tokens) >= at + size and "." in written:
            return [*([word] for word in words[: size - 1]), words[size - 1 :]]
    return _thousands(tokens, at, language) or list(_time_and_clock(tokens, at, own, language))


def _thousands(tokens: Sequence[str], at: int, language: str) -> list[list[str]]:
    """`10 000` where thousands stand apart by blanks: the words of the whole number, shared out."""
    first = tokens[at].lstrip(OUTER)
    if not (first.isdecimal() and len(first) <= 3 and first[0] != "0" and joins_by_blank(language)):
        return []
    following = tokens[at + 1 : at + 2 + MOST_GROUPS]
    groups = list(takewhile(GROUP.fullmatch, (token.rstrip(OUTER) for token in following)))
    if not 0 < len(groups) <= MOST_GROUPS:
        return []
    *middle, last = groups
    whole, point, part = last.partition(",")
    said = decimal(f"0{point}{part}", language)[1:] if point else []
    said = [*cardinal(first + "".join(middle) + whole, language), *said]
    # each token says what it would say if only zeros followed
    shares = [len(cardinal((first + "".join(groups[:count])).ljust(len(first) + 3 * len(groups), "0"), language))
              for count in range(len(groups))]  # fmt: skip
    bounds = [0, *(max(min(share, len(said)) - 1, 1) for share in shares), len(said)]
    return [said[start:stop] for start, stop in pairwise(bounds)]


def _time_and_clock(tokens: Sequence[str], at: int, own: Idiom, language: str) -> Iterator[list[str]]:
    """`10:30 Uhr`: the clock is said in the middle of the time."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if own.clock and lower(after.strip(OUTER), language) == own.clock:
        said = time_of_day(tokens[at].strip(OUTER), after, language)
        if said:
            yield said
            yield []
