"""How near speech is to a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cueweave.domain.transcript import Span

REACH = 0.5
"""Seconds by which an engine's times may be off: a word is said where it stands, or so near."""


@dataclass(frozen=True)
class Voices:
    """Where somebody speaks: spans in order, apart from one another."""

    speech: Sequence[Span]

    @cached_property
    def _ends(self) -> list[float]:
        return [span.end for span in self.speech]

    def seconds(self, start: float, end: float) -> float:
        """How long somebody speaks between two times."""
        total = 0.0
        at = bisect_left(self._ends, start)
        while at < len(self.speech) and self.speech[at].start < end:
            total += min(self.speech[at].end, end) - max(self.speech[at].start, start)
            at += 1
        return total

    def near(self, start: float, end: float) -> bool:
        """Whether somebody speaks between two times, or within reach of them."""
        at = bisect_left(self._ends, start - REACH)
        return at < len(self.speech) and self.speech[at].start <= end + REACH
