"""Words as captions that can be read in time: what all caption formats have in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil

from cueweave.domain.transcript import Paragraph, Word, join_words

LINE = 42
"""Columns; the width that broadcasters' guidelines for Latin script agree on."""
READING = 17.0
"""Columns a second that everybody can read; a caption stands so long, where the next one lets it."""
LONGEST = 7.0
"""Seconds that one caption stands."""
SHORTEST = 1.0
"""Seconds that a caption stands at least, if the next one lets it."""
PAUSE = 1.0
"""A silence of so many seconds ends a caption."""
SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟", "।")
CLAUSE_ENDS = (",", ";", ":", "–", "—", "、", "，", "،")
CLOSERS = "\"'”’»)]」』"
AT_CLAUSE = 8
"""Columns by which lines may differ in length for the first one to end where a clause does."""
NEVER = 10**12
"""Milliseconds; when the caption after the last one starts."""
INVISIBLE = ("Mn", "Me", "Cf")
"""Categories of characters that take no column: vowel signs above and below, joiners."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on the screen at once. Times are seconds, whole milliseconds; no two captions overlap."""

    start: float
    end: float
    lines: tuple[tuple[Word, ...], ...]
    """One or two."""
    speaker: str | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """Of all lines."""
        return tuple(word for line in self.lines for word in line)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of one paragraph on an endless line: where each starts and ends, in columns."""

    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]

    def width(self, first: int, stop: int) -> int:
        return self.ends[stop - 1] - self.starts[first]

    def ends_with(self, at: int, marks: tuple[str, ...]) -> bool:
        return self.words[at].text.rstrip(CLOSERS).endswith(marks)

    def paused(self, at: int) -> bool:
        """Before this word."""
        return self.words[at].start - self.words[at - 1].end >= PAUSE


def captions(paragraphs: Sequence[Paragraph]) -> list[Caption]:
    """All words, in order, cut where a reader would breathe and never across paragraphs."""
    pieces = [(piece, each.speaker) for each in paragraphs for piece in _pieces(_row(each.words))]
    starts = [milliseconds(lines[0][0].start) for lines, _ in pieces]
    found, free = [], 0
    for (lines, speaker), (start, following) in zip(pieces, pairwise([*starts, NEVER]), strict=True):
        start = max(start, free)
        free = _end(lines, start, following)
        found.append(Caption(start / 1000, free / 1000, lines, speaker))
    return found


def text(words: Sequence[Word]) -> str:
    """The words of a line as they are shown."""
    return join_words([word.text for word in words])


def gaps(words: Sequence[Word]) -> list[str]:
    """What stands before each word on its line: a blank, or nothing."""
    return ["", *(_gap(before.text, word.text) for before, word in pairwise(words))]


def clock(seconds: float, *, mark: str = ".") -> str:
    """As 00:00:01.250."""
    whole, rest = divmod(milliseconds(seconds), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{rest:03}"


def columns(shown: str) -> int:
    """How wide it is: a character of East Asian scripts is read as slowly as two letters."""
    return len(shown) if shown.isascii() else sum(_column(character) for character in shown)


@lru_cache(maxsize=4096)
def _column(character: str) -> int:
    if unicodedata.category(character) in INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _end(lines: tuple[tuple[Word, ...], ...], start: int, following: int) -> int:
    """Milliseconds; always after the start, since players drop a cue that has ended when it starts."""
    spoken = milliseconds(lines[-1][-1].end)
    read = start + round(1000 * max(SHORTEST, sum(columns(text(line)) for line in lines) / READING))
    return max(start + 1, min(max(spoken, read), following))


def milliseconds(seconds: float) -> int:
    """The nearest whole ones."""
    return round(seconds * 1000)


def _gap(before: str, after: str) -> str:
    return join_words([before, after])[len(before) : -len(after)]


def _row(words: Sequence[Word]) -> _Row:
    starts, ends, at = [], [], 0
    for gap, word in zip(gaps(words), words, strict=True):
        starts.append(at + len(gap))
        at = starts[-1] + columns(word.text)
        ends.append(at)
    return _Row(words, starts, ends)


def _pieces(row: _Row) -> Iterator[tuple[tuple[Word, ...], ...]]:
    first = 0
    while first < len(row.words):
        stop = _stop(row, first)
        yield _lines(row, first, stop)
        first = stop


def _stop(row: _Row, first: int) -> int:
    """Where the caption that begins with this word ends: after a sentence, a clause, or the half of one."""
    most = _most(row, first)
    if most == len(row.words) or row.paused(most):
        return most
    for marks, least in ((SENTENCE_ENDS, first), (CLAUSE_ENDS, (first + most) // 2)):
        for stop in range(most, least, -1):
            if row.ends_with(stop - 1, marks):
                return stop
    return _even(row, first, most)


def _even(row: _Row, first: int, most: int) -> int:
    """Half of what is left of the sentence, if that is two captions: no single word is left over for the second."""
    far = min(len(row.words), most + (most - first))
    over = next((at + 1 for at in range(most, far) if row.ends_with(at, SENTENCE_ENDS)), far)
    return first + ceil((over - first) / 2)


def _most(row: _Row, first: int) -> int:
    """The end of what fits on two lines, in time, with no pause among its words; at least one word."""
    words = row.words
    for at in range(first + 1, len(words)):
        if row.paused(at) or words[at].end - words[first].start > LONGEST or not _fits(row, first, at + 1):
            return at
    return len(words)


def _fits(row: _Row, first: int, stop: int) -> bool:
    if row.width(first, stop) <= LINE:
        return True
    at = first
    while row.width(first, at + 1) <= LINE:
        at += 1
    return at > first and row.width(at, stop) <= LINE


def _lines(row: _Row, first: int, stop: int) -> tuple[tuple[Word, ...], ...]:
    """On one line, or on two of about the same length."""
    words = tuple(row.words[first:stop])
    if row.width(first, stop) <= LINE or len(words) == 1:
        return (words,)

    def cost(at: int) -> tuple[bool, int]:
        widest = max(row.width(first, at), row.width(at, stop))
        return widest > LINE, widest - AT_CLAUSE * row.ends_with(at - 1, SENTENCE_ENDS + CLAUSE_ENDS)

    at = min(range(first + 1, stop), key=cost) - first
    return words[:at], words[at:]
