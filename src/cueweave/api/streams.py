"""How many streams each user has open at this process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from cueweave.errors import TooManyStreams

MOST_PER_USER = 10


class Streams:
    """Counts them; each holds a connection and a place among those who are told of changes."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    @contextmanager
    def one_more(self, user: str) -> Iterator[None]:
        """A stream for as long as the block lasts. Raises TooManyStreams."""
        if self._open[user] >= MOST_PER_USER:
            raise TooManyStreams(f"Maximum {MOST_PER_USER} open event streams per user exceeded: close one of them")
        self._open[user] += 1
        try:
            yield
        finally:
            self._open[user] -= 1
            if not self._open[user]:
                del self._open[user]
