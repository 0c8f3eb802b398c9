"""What is asked and what comes back, as values; who asks needs nothing else of this package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

A = TypeVar("A")
Faults = Callable[[A], Sequence[str]]
"""What is wrong with an answer, in sentences for the model; nothing: it is fine."""


@dataclass(frozen=True, slots=True)
class Question(Generic[A]):
    """One typed question."""

    orders: str
    """What the model is to do: the only text that speaks for us."""
    data: str
    """What it is to do it with: text of others, already put so that it can't be taken for orders."""
    shape: type[A]
    """What the answer is to be: a model of pydantic."""
    faults: Faults[A]
    most_tokens: int
    """Of the answer."""


@dataclass(frozen=True, slots=True)
class Reply(Generic[A]):
    """What came of a question."""

    answer: A | None
    """It has the shape, and was corrected once where it had faults; it may have faults still."""
    trouble: str = ""
    """Why there is no answer, in a word or two of ours, never the server's."""


class Ask(Protocol):
    """Asks a model, several questions at once."""

    def __call__(self, questions: Sequence[Question[A]], report: Callable[[float], None]) -> list[Reply[A]]:
        """A reply for each question, in order; no trouble with the model is raised.

        What `report` raises stops all requests in flight and is raised here.
        """
