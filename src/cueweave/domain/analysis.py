"""What language decides about a text. All of it refers to words by index, so that exact times fall into place later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cueweave.domain.keywords import Keyword
from cueweave.domain.transcript import Sentence, Word
from cueweave.domain.visuals import Figure


@dataclass(frozen=True, slots=True)
class Text:
    """What is analysed: words with rough times, and what is known about them. Each set holds indices of words."""

    words: Sequence[Word]
    sentences: Sequence[Sentence]
    """They cover all words, in order; none is empty."""
    language: str | None
    """ISO 639-1."""
    turns: frozenset[int] = frozenset()
    """Where another speaker begins; sentences begin there too."""
    scenes: frozenset[int] = frozenset()
    """The first word that begins after another slide has come."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words `first` up to and without `stop`, which say what the figure shows."""

    first: int
    stop: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph by word index: words `first` up to and without `stop`."""

    first: int
    stop: int
    title: str | None = None
    """Set where a chapter begins."""
    keywords: tuple[Keyword, ...] = ()
    passage: Passage | None = None
    """It begins in this paragraph."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Sections that cover all words, in order; the first one has a title."""

    sections: tuple[Section, ...]
    method: str
    """Who decided: `offline`, or a model's name, with what was done without it."""
    ungrounded: int = 0
    """How much a model made up that the text doesn't say: titles, keywords, figures. None of it is in the sections."""
