"""What is asked one after the other, how long, and how often again: generators that hold no connection.

Each yields questions, whose answer it is sent, and pauses. Who carries it out, blocking or not, is a client's affair.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from math import ceil
from typing import Any, TypeVar

import httpx

from cueweave.client import answers, questions
from cueweave.client.answers import Body, TaskState
from cueweave.client.errors import Busy, Unreachable, WorkFailed
from cueweave.client.questions import Question
from cueweave.domain.tasks import Status
from cueweave.errors import ServerRefused, TaskTimedOut

T = TypeVar("T")
PATIENCE = 30.0
"""Seconds from a question's first failure for which it is asked again, where nothing else is said."""
WAITING_PATIENCE = 120.0
"""The same at least for a task that is waited for: it goes on, and a server may be starting anew."""
LONG_POLL = 30
"""Seconds for which the server may hold back an answer."""
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 8.0
PASSING = frozenset({429, 502, 503, 504})
"""Statuses after which the same question may find a better answer."""
TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait so many seconds."""

    seconds: float


Answer = httpx.Response | ServerRefused
Conversation = Generator[Question | Pause, Any, T]
"""Is sent an `Answer` to each question, and nothing after a pause."""


def ask(
    question: Question, reader: Callable[[Body], T], patience: float, passing: frozenset[int] = PASSING
) -> Conversation[T]:
    """The answer to one question, as the reader reads it."""
    answer = yield from ask_bare(question, patience, passing)
    return answers.read(answer, reader)


def ask_bare(question: Question, patience: float, passing: frozenset[int] = PASSING) -> Conversation[httpx.Response]:
    """A good answer. Raises what the last one said where none came for so long, or asking again is no use."""
    until: float | None = None
    pauses = _pauses()
    while True:
        answer: Answer = yield question
        if isinstance(answer, httpx.Response) and answer.is_success:
            return answer
        trouble = answers.refusal(answer) if isinstance(answer, httpx.Response) else answer
        until = until or time.monotonic() + patience
        seconds = _told_pause(trouble) or next(pauses)
        if not _is_passing(trouble, passing) or time.monotonic() + seconds > until:
            raise trouble
        yield Pause(seconds)


def wait(
    task_id: str, tell: Callable[[TaskState], None], timeout: float | None, patience: float
) -> Conversation[TaskState]:
    """How the task ended; `tell` hears of each change. Raises WorkFailed, TaskTimedOut."""
    until = None if timeout is None else time.monotonic() + timeout
    seen: TaskState | None = None
    for_seconds = 0  # the first answer is where it stands now
    while True:
        left = _left(task_id, until)
        try:
            question = questions.status(task_id, wait=ceil(min(for_seconds, left)))
            state = yield from ask(
                question, answers.task_state, min(max(patience, WAITING_PATIENCE), left), PASSING - {TOO_MANY}
            )
        except Busy as busy:
            if busy.status != TOO_MANY:
                raise
            yield Pause(min(busy.retry_after or LONGEST_PAUSE, left))
            for_seconds = 0  # as many as allowed are held back already, or it was asked too often
            continue
        if state != seen:
            seen = state
            tell(state)
        if state.status.is_over:
            return _completed(state)
        for_seconds = LONG_POLL


def _left(task_id: str, until: float | None) -> float:
    if until is None:
        return float("inf")
    if (left := until - time.monotonic()) <= 0:
        raise TaskTimedOut(f"Task {task_id} is not over yet; it goes on.")
    return left


def _completed(state: TaskState) -> TaskState:
    if state.status is not Status.COMPLETED:
        raise WorkFailed(state)
    return state


def _is_passing(trouble: ServerRefused, passing: frozenset[int]) -> bool:
    return trouble.may_come_back if isinstance(trouble, Unreachable) else trouble.status in passing


def _told_pause(trouble: ServerRefused) -> float | None:
    return trouble.retry_after if isinstance(trouble, Busy) else None


def _pauses() -> Generator[float, None, None]:
    """Longer each time, and different for each client, so that not all come back at once."""
    longest = FIRST_PAUSE
    while True:
        yield random.uniform(longest / 2, longest)  # noqa: S311 - no secret
        longest = min(longest * 2, LONGEST_PAUSE)
