"""What a language's phrases at the start of a sentence say about its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Marker(Enum):
    """What the start of a sentence tells."""

    TOPIC = "topic"
    """A new topic: "let's move on to"."""
    STEP = "step"
    """Perhaps one: "now"."""
    LINK = "link"
    """It goes on with what was said: "but", "for example"."""
    BACK = "back"
    """Its subject stands before it: "it", "this"."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Bare words in lower case with straight apostrophes, apart by blanks."""

    topic: frozenset[str]
    step: frozenset[str]
    link: frozenset[str]
    back: frozenset[str]
    leads: frozenset[str]
    """Single words that may stand before a topic phrase."""


def phrases(*, topic: str, step: str, link: str, back: str, leads: str) -> Phrases:
    """From text with a comma or a line's end between phrases."""
    return Phrases(_split(topic), _split(step), _split(link), _split(back), _split(leads))


def _split(text: str) -> frozenset[str]:
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.split(","))
    return frozenset(part for part in parts if part)
