"""What is known of task and request, on every line that is logged about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from structlog.typing import EventDict, WrappedLogger

Fact = str | int | None
_known: ContextVar[Mapping[str, Fact] | None] = ContextVar("facts", default=None)
"""None outside of any block. All facts are one variable: structlog's own, one for each, cost each line more."""


def with_facts(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """A processor: what the line says itself goes before."""
    return {**(_known.get() or {}), **event}


def about(**facts: Fact) -> None:
    """Every line carries these facts from here on, until the block of `known` around it ends; None takes one away.

    Outside of any block nothing is remembered: it would stand on lines about something else.
    """
    before = _known.get()
    if before is not None:
        _known.set({name: fact for name, fact in {**before, **facts}.items() if fact is not None})


@contextmanager
def known(**facts: Fact) -> Iterator[None]:
    """Every line inside carries these facts; what is learned of them there is forgotten with them."""
    before = _known.set({**(_known.get() or {}), **facts})
    try:
        yield
    finally:
        _known.reset(before)


@contextmanager
def task_context(task_id: str) -> Iterator[None]:
    """Every line that is logged inside carries the task's id and its user."""
    with known(task_id=task_id, user=task_id.rpartition(":")[0]):
        yield


@contextmanager
def request_context(request_id: str) -> Iterator[None]:
    """Every line that is logged inside carries the request's id."""
    with known(request_id=request_id):
        yield
