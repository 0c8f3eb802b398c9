"""What is decided about a run of sentences, before it is part of the whole."""

from __future__ import annotations

from dataclasses import dataclass

from cueweave.domain.analysis import Passage
from cueweave.domain.keywords import Keyword

LONGEST_PARAGRAPH = 5
"""Sentences."""


@dataclass(frozen=True, slots=True)
class Window:
    """The sentences `first` up to and without `stop`, by index."""

    first: int
    stop: int

    def __contains__(self, sentence: int) -> bool:
        return self.first <= sentence < self.stop


@dataclass(frozen=True, slots=True)
class Place:
    """A keyword where it is said: the words `first` up to and without `stop`."""

    first: int
    stop: int
    keyword: Keyword


@dataclass(frozen=True, slots=True)
class Draft:
    """Decisions about the sentences of a window; everything in it is in order and lies in the window."""

    window: Window
    starts: tuple[int, ...]
    """The sentences with which a paragraph begins; the window's first is one."""
    chapters: dict[int, str]
    """The titles of chapters by their first sentence, each of which is one of `starts`."""
    places: tuple[Place, ...]
    passages: tuple[Passage, ...]
