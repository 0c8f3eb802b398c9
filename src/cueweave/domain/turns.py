"""Who hears which chunk, where several processes may hear one medium."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

CHUNK_SECONDS = 120.0
"""Of sound, what is heard at one go: who dies while hearing loses no more."""
PLAN, SOUND = "plan.json", "sound.raw"
"""The files by which others help: which chunks there are, and the decoded sound."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is to be done next."""

    chunk: int | None
    """The one to hear; None: none at this moment."""
    done: float
    """The share of the speech that has been heard, by whomever, 0.0 to 1.0."""
    over: bool
    """Whether nothing is left to do here, nor will be."""


class Turns(Protocol):
    """Gives each chunk to one process."""

    chunk_seconds: float
    """Of sound, what one process may be busy with, and so lose, at a time."""

    def begin(self, seconds: Sequence[float], heard: Sequence[bool]) -> None:
        """How long somebody speaks in each chunk, and which were heard by an earlier attempt."""
        ...

    def ask(self, *, idle: bool) -> Turn:
        """What to do next; no chunk for whoever isn't idle. Raises to stop."""
        ...

    def heard(self, chunk: int) -> None:
        """What is said in this one is known and kept."""
        ...


class Alone:
    """The turns of a process that has nobody beside it: all, in order."""

    def __init__(self, chunk_seconds: float = CHUNK_SECONDS) -> None:
        self.chunk_seconds = chunk_seconds
        self._seconds: Sequence[float] = ()
        self._left: list[int] = []
        self._done = 0.0

    def begin(self, seconds: Sequence[float], heard: Sequence[bool]) -> None:
        """As `Turns` promises."""
        self._seconds = seconds
        self._left = [at for at, known in enumerate(heard) if not known]
        self._done = sum(share for share, known in zip(seconds, heard, strict=True) if known)

    def ask(self, *, idle: bool) -> Turn:
        """As `Turns` promises."""
        done = self._done / sum(self._seconds) if self._seconds else 1.0
        chunk = self._left.pop(0) if idle and self._left else None
        return Turn(chunk, done, over=idle and chunk is None)

    def heard(self, chunk: int) -> None:
        """As `Turns` promises."""
        self._done += self._seconds[chunk]
