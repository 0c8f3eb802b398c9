"""Phrases that an engine repeats though nobody does: it has lost the thread and copies itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cueweave.domain.promises import bare
from cueweave.domain.transcript import Span, Utterance, Word
from cueweave.stages.heard.drops import Sifted, Why, sift
from cueweave.stages.heard.pace import FASTEST, seconds_to_say
from cueweave.stages.heard.voices import Voices

FEWEST = 3
"""Copies in a row that make a loop, where their times can't be."""
LONGEST = 30
"""Words of a phrase."""
REGULAR, CLOCKWORK = 5, 0.04
"""So many utterances whose starts lie apart by the same time within this many seconds: no voice is so regular, but
engines that fill a window are."""


@dataclass(frozen=True, slots=True)
class Loop:
    """`count` copies of `length` words each, from word `first` on, by index among all words."""

    first: int
    length: int
    count: int

    @property
    def starts(self) -> list[int]:
        """The first word of each copy."""
        return [self.first + self.length * copy for copy in range(self.count)]


def drop_loops(heard: Sequence[Utterance], speech: Sequence[Span]) -> Sifted:
    """Of each loop whose times can't be the first copy alone, which may have been said.

    They can't be where most copies are too short to be said, where nobody speaks during most, or where they follow
    each other like clockwork. `No, no, no` at a pace of people stays.
    """
    words = [word for utterance in heard for word in utterance.words]
    firsts = list(accumulate((len(utterance.words) for utterance in heard), initial=0))
    voices = Voices(speech)
    copied = {
        at
        for loop in find_loops([bare(word.text).casefold() for word in words])
        if _cant_be(loop, words, frozenset(firsts), voices)
        for at in range(loop.first + loop.length, loop.first + loop.length * loop.count)
    }
    return sift(heard, lambda at, number: firsts[at] + number in copied, Why.LOOP)


def find_loops(texts: Sequence[str]) -> list[Loop]:
    """Phrases of up to `LONGEST` words that stand at least `FEWEST` times in a row; none shares a word with another.

    The shortest phrase counts: `no no no no` is four times one word. Words without letters are part of no phrase.
    """
    taken = [False] * len(texts)
    found: list[Loop] = []
    for length in range(1, LONGEST + 1):
        for first, stop in _equal_runs(texts, length):
            loop = Loop(first, length, (stop - first) // length)
            if loop.count >= FEWEST and not any(taken[first:stop]):
                found.append(loop)
                taken[first:stop] = [True] * (stop - first)
    return sorted(found, key=lambda loop: loop.first)


def _equal_runs(texts: Sequence[str], length: int) -> Iterator[tuple[int, int]]:
    """Stretches `first` to `stop` in which each word is the one that stands `length` before it."""
    first = 0
    for at in range(length, len(texts) + 1):
        if at == len(texts) or texts[at] != texts[at - length] or not texts[at]:
            if at - first > length:
                yield first, at
            first = at - length + 1


def _cant_be(loop: Loop, words: Sequence[Word], firsts: frozenset[int], voices: Voices) -> bool:
    copies = [words[at : at + loop.length] for at in loop.starts]
    hurried = sum(_span(copy) < seconds_to_say(copy, FASTEST) for copy in copies)
    silent = sum(not voices.near(copy[0].start, copy[-1].end) for copy in copies)
    return 2 * max(hurried, silent) > loop.count or _is_clockwork(loop, words, firsts)


def _span(copy: Sequence[Word]) -> float:
    return copy[-1].end - copy[0].start


def _is_clockwork(loop: Loop, words: Sequence[Word], firsts: frozenset[int]) -> bool:
    """Only where each copy is an utterance: words inside one may have been spread evenly."""
    starts = loop.starts
    if loop.count < REGULAR or not firsts.issuperset(starts):
        return False
    steps = [words[later].start - words[earlier].start for earlier, later in pairwise(starts)]
    return max(steps) - min(steps) <= CLOCKWORK
