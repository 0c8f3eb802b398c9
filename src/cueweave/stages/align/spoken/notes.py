"""Which tokens of a transcript nobody says: notes of sounds, names of speakers, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cueweave.stages.align.spoken.idiom import Idiom

BRACKETS = {"[": "]", "{": "}", "【": "】", "［": "］"}
ROUND = {"(": ")", "（": "）"}
LONGEST = 12
"""Tokens; a bracket that isn't closed within so many was never meant to be."""
LONGEST_ROUND = 6
"""Tokens; more in round brackets is an aside that is said."""
LONGEST_LABEL = 4
TITLES = frozenset(
    "dr. dr mr. mr mrs. mrs ms. ms prof. prof professor doctor captain sr. sra. herr frau m. mme".split()
)
ENDS = tuple('.?!…:;"”»’)]}♪♫-–—>*')
"""What a token ends in when a new cue or sentence may follow."""
MUSIC = "♪♫#"


def silent(tokens: Sequence[str], idiom: Idiom) -> set[int]:
    """The places of tokens that are not said, though they may hold letters."""
    places: set[int] = set()
    at = 0
    while at < len(tokens):
        size = _bracket(tokens, at, idiom) or _song_note(tokens, at, idiom) or _label(tokens, at)
        places.update(range(at, at + size))
        at += max(size, 1)
    return places


def _bracket(tokens: Sequence[str], at: int, idiom: Idiom) -> int:
    """How many tokens the note in brackets that starts here takes; 0 if there is none."""
    first = tokens[at].lstrip("-–—\"'*")[:1] or tokens[at][:1]
    if first in BRACKETS:
        return _length(tokens, at, BRACKETS[first], LONGEST)
    if first in ROUND:
        size = _length(tokens, at, ROUND[first], LONGEST_ROUND)
        return size if size and _is_note(tokens, at, size, idiom) else 0
    size = _length(tokens, at, "*", LONGEST_ROUND) if first == "*" or tokens[at].startswith("*") else 0
    return size if _names_sound(tokens[at : at + size], idiom) else 0


def _length(tokens: Sequence[str], at: int, closing: str, longest: int) -> int:
    inside = tokens[at : at + longest]
    return next((count for count, token in enumerate(inside, 1) if token.rstrip(".,:;!?-–—\"'").endswith(closing)), 0)


def _is_note(tokens: Sequence[str], at: int, size: int, idiom: Idiom) -> bool:
    """Round brackets hold a note when they name a sound, are in capitals, or stand alone between sentences."""
    inside = tokens[at : at + size]
    letters = "".join(letter for token in inside for letter in token if letter.isalpha())
    if _names_sound(inside, idiom) or (letters.isupper() and len(letters) > LONGEST_ROUND):
        return True
    stands_alone = _starts(tokens, at) and (at + size == len(tokens) or tokens[at + size][0] in "-–—[(♪>")
    return stands_alone and letters.islower() and size <= 3


def _names_sound(inside: Sequence[str], idiom: Idiom) -> bool:
    stems = tuple(idiom.notes.replace("_", " ").split())
    return any(token.lower().strip("*()（）.,!").startswith(stems) for token in inside) if stems else False


def _song_note(tokens: Sequence[str], at: int, idiom: Idiom) -> int:
    """`♪ upbeat music ♪` is a note; other text between such signs is sung."""
    if not tokens[at].startswith(("♪", "♫")):
        return 0
    inside = tokens[at : at + LONGEST_ROUND]
    ends = (
        count for count, token in enumerate(inside, 1) if token.endswith(("♪", "♫")) and (count > 1 or len(token) > 1)
    )
    size = next(ends, 0)
    return size if _names_sound([token.strip(MUSIC) for token in inside[:size]], idiom) else 0


def _label(tokens: Sequence[str], at: int) -> int:
    """How many tokens the name of a speaker takes that starts here: `JOHN:`, `MAN ON TV:`, `Dr. Smith:`, `>>`."""
    if set(tokens[at]) == {">"}:
        return 1
    inside = tokens[at : at + LONGEST_LABEL]
    size = next((count for count, token in enumerate(inside, 1) if token.endswith((":", "："))), 0)
    if not size or at + size == len(tokens) or not _starts(tokens, at):
        return 0
    return size if _is_name(list(_parts(inside[:size]))) else 0


def _is_name(parts: Sequence[str]) -> bool:
    letters = "".join(letter for part in parts for letter in part if letter.isalpha())
    if letters.isupper():
        return len(letters) > 1
    return len(parts) > 1 and parts[0].lower() in TITLES and all(part[0].isupper() for part in parts)


def _parts(inside: Sequence[str]) -> Iterator[str]:
    for token in inside:
        yield from filter(None, re.split(r"[-–—>:：\"“„«(]+", token))


def _starts(tokens: Sequence[str], at: int) -> bool:
    """Whether a cue may start with this token."""
    return at == 0 or tokens[at - 1].endswith(ENDS)
