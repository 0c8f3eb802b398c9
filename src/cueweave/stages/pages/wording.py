"""How much what is said speaks for each page: by words that both have, rare ones more than common ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

READ = 0.2
"""The share of a speaker's words that come from the page, where it is a page that is spoken about."""
UNWRITTEN = 15
"""Words that a page stands for beside those written on it: two words alone say little."""
DISCOUNT = 0.75
"""How much less often than it was said a word is expected: what was said once is rarer than once in so short a time."""
MOST_BY_ONE = 2.0
"""What one word says at most (natural log): a page isn't known by a single rare word."""
LETTERS = 2
"""A shorter word tells nothing, unless its script writes words in one character."""

Floats = NDArray[np.float32]


class Wording:
    """The words of all pages beside all that is said: stems, empty for what has no meaning of its own."""

    def __init__(self, pages: Sequence[Sequence[str]], spoken: Sequence[str]) -> None:
        self._spoken = spoken
        said = Counter(filter(tells, spoken))
        total = sum(said.values()) + 1
        self._gains: dict[str, list[tuple[int, float]]] = {}
        for number, words in enumerate(pages):
            written = Counter(filter(tells, words))
            most = sum(written.values()) + UNWRITTEN
            for word, times in written.items():
                usual = max(said[word] - DISCOUNT, 1 - DISCOUNT) / total
                gain = min(log(1 - READ + READ * times / most / usual), MOST_BY_ONE) - log(1 - READ)
                self._gains.setdefault(word, []).append((number, gain))
        self._count = len(pages)

    def evidence(self, first: int, stop: int) -> Floats:
        """For each page, by how much the words `first` up to `stop` are likelier if it is spoken about (natural log).

        Each word counts once, since who says it twice says no more about the page.
        """
        words = {word for word in self._spoken[first:stop] if tells(word)}
        found = np.full(self._count, len(words) * log(1 - READ), np.float32)
        for word in words:
            for number, gain in self._gains.get(word, ()):
                found[number] += gain
        return found

    def shared(self, number: int, first: int, stop: int) -> set[str]:
        """The words that speak for the page."""
        words = {word for word in self._spoken[first:stop] if tells(word)}
        least = -log(1 - READ)
        return {word for word in words for at, gain in self._gains.get(word, ()) if at == number and gain > least}


def tells(word: str) -> bool:
    """Whether a word can say which page it is about."""
    return len(word) >= LETTERS or (len(word) == 1 and not word.isascii() and word.isalpha())
