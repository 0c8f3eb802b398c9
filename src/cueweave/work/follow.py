"""Following one child: its progress goes to the store, and it is stopped when it has become pointless."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, TaskId
from cueweave.domain.usage import Usage
from cueweave.errors import StoreUnavailable
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import about, get_logger
from cueweave.work.ending import end
from cueweave.work.processes import Answer, Child, Ending

WRITE_SECONDS = 0.25
"""Between two looks at whether there is progress to write."""
ASK_SECONDS = 1.0
"""Between two writes without progress, which ask whether the attempt still counts."""
Made = TypeVar("Made")
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Superseded:
    """The task is over, or another attempt has it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """This worker was asked to stop, and the time to finish is up."""


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The attempt took longer than it may."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """When an attempt was in a stage: seconds since 1970."""

    stage: Stage
    start: float
    end: float


class Course:
    """What an attempt has passed through so far."""

    def __init__(self) -> None:
        self.latest: Progress | None = None
        self.usage = Usage()
        self._began = time.monotonic()
        self._passed: dict[Stage, float] = {}
        self._turns: list[tuple[Stage, float]] = []
        """Which stage was begun when, by the clock on the wall."""

    def tell(self, news: Progress | Usage) -> None:
        """The child got further, or a language model cost something."""
        if isinstance(news, Usage):
            self.usage += news
        else:
            self._get_to(news)

    def _get_to(self, progress: Progress) -> None:
        if not self._turns or self._turns[-1][0].rank < progress.stage.rank:  # a child gone mad may go to and fro
            self._turns.append((progress.stage, time.time()))
        if self.latest and self.latest.stage != progress.stage:
            self._leave(self.latest.stage)
        self.latest = progress
        about(stage=progress.stage)

    def end(self) -> dict[Stage, float]:
        """The seconds spent in each stage; the last one ends here."""
        if self.latest:
            self._leave(self.latest.stage)
        return self._passed

    def stretches(self) -> list[Stretch]:
        """The stages so far, one after the other; the last one goes on now."""
        ends = [*(start for _, start in self._turns[1:]), time.time()]
        return [Stretch(stage, start, end) for (stage, start), end in zip(self._turns, ends, strict=False)]

    def _leave(self, stage: Stage) -> None:
        now = time.monotonic()
        self._passed[stage] = self._passed.get(stage, 0.0) + now - self._began
        self._began = now


async def follow(
    child: Child, write: asyncio.Task[None], course: Course, leaving: asyncio.Event, seconds: float, answer: Answer
) -> Ending | Superseded | Leaving | TimeUp:
    """Until the child ends, becomes pointless or has run for so many seconds; in no case is it left running.

    `write` writes its progress, and ends when a write is refused; `answer` answers what the child asks.
    """
    ending = asyncio.create_task(child.ending(course.tell, answer))
    leave = asyncio.create_task(leaving.wait())
    try:
        return await _first(ending, write, leave, seconds)
    finally:
        child.kill()
        await end(ending, write, leave)
        await child.gone()


async def unless_pointless(
    work: Coroutine[Any, Any, Made], write: asyncio.Task[None], leaving: asyncio.Event, seconds: float | None
) -> Made | Superseded | Leaving | TimeUp:
    """What the work makes, or why it was ended first: for the same reasons as a child's, and told by the same.

    `seconds`: how long it may take; None where it sees to that itself.
    """
    working = asyncio.create_task(work)
    leave = asyncio.create_task(leaving.wait())
    try:
        return await _first(working, write, leave, seconds)
    finally:
        await end(working, leave)


async def _first(
    work: asyncio.Task[Made], write: asyncio.Task[None], leave: asyncio.Task[Literal[True]], seconds: float | None
) -> Made | Superseded | Leaving | TimeUp:
    await asyncio.wait((work, write, leave), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    if work.done():
        return work.result()
    if write.done():
        write.result()
        return Superseded()
    return Leaving() if leave.done() else TimeUp()


async def write_progress(store: TaskStore, task_id: TaskId, attempt: int, course: Course) -> None:
    """Write progress until a write is refused. An outage of the store stops no work."""
    written, at = Progress(Stage.TRANSCRIBING, 0), time.monotonic()
    while True:
        await asyncio.sleep(WRITE_SECONDS)
        latest = course.latest or written
        if latest == written and time.monotonic() < at + ASK_SECONDS:
            continue
        try:
            if await store.move.progress(task_id, attempt, latest) == "refused":
                return
            written, at = latest, time.monotonic()
        except StoreUnavailable as error:
            at = time.monotonic()
            log.warning("progress can't be written", reason=error.message)
