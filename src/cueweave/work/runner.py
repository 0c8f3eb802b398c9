"""What a worker does with one task: attempts, until it is over."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Literal

from docket import CurrentExecution, Docket, Execution
from docket.dependencies import AdmissionBlocked

from cueweave.domain.tasks import Task, TaskId
from cueweave.domain.usage import Usage
from cueweave.errors import StoreUnavailable
from cueweave.store.bucket import PATIENT
from cueweave.store.hearings import Holder
from cueweave.store.storage import Storage
from cueweave.store.tallies import Cause
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import about, get_logger, task_context, traces
from cueweave.work import measures, processes
from cueweave.work.child import Order, assets_dir, result_file
from cueweave.work.config import WorkConfig
from cueweave.work.duty import Duty
from cueweave.work.ending import end
from cueweave.work.follow import Course, Leaving, Superseded, TimeUp, follow, unless_pointless, write_progress
from cueweave.work.hearing import Claims, Hearing
from cueweave.work.lasting import enduring, lasting
from cueweave.work.processes import Broke, Crashed, Done, Ending, Refused
from cueweave.work.sharing import AtHand, Sharing, at_hand
from cueweave.work.threads import whole
from cueweave.work.tidy import tidy
from cueweave.work.workdir import work_dir

MOST_ATTEMPTS = 3
WORN_OUT = (
    f"The work was interrupted {MOST_ATTEMPTS} times and is given up: the medium may be damaged, or need more memory "
    "than there is."
)
GONE = "The uploaded medium is gone; please send it again."
UNEXPECTED = "The work ended unexpectedly. Please try again; if it happens again, the server's log says why."
Outcome = Literal["over", "elsewhere", "handed back"]
log = get_logger(__name__)


class Runner:
    """Runs tasks in child processes."""

    def __init__(self, config: WorkConfig, store: TaskStore, blobs: Storage, docket: Docket, duty: Duty) -> None:
        self._config = config
        self._store = store
        self._blobs = blobs
        self._docket = docket
        self._duty = duty

    async def perform(self, ticket: str, execution: Execution = CurrentExecution()) -> None:  # noqa: B008 - docket's way
        """Bring the task whose turn it is to an end. Called by docket, maybe more than once for a ticket."""
        with self._duty.busy(), measures.running():
            outcome = "handed back" if self._duty.closing else await self._serve(TaskId.parse(ticket))
            if outcome == "handed back":
                raise AdmissionBlocked(execution, "a worker that stops")  # docket queues it anew
            if outcome == "elsewhere":
                # docket neither confirms nor repeats: the message belongs to whoever has the task now
                raise AdmissionBlocked(execution, "another worker", handled=True)

    async def _serve(self, ticket: TaskId) -> Outcome:
        """Take the task whose turn it is, and bring it to an end."""
        take = partial(self._store.move.take, ticket, most=MOST_ATTEMPTS, message=WORN_OUT)
        verdict, task = await lasting(take)
        if task is None:
            log.info("no task waits for this ticket")
            return "over"
        task_id = TaskId.parse(task.task_id)
        with task_context(task.task_id), self._duty.at(task_id):
            return await self._to_the_end(task_id, task if verdict == "ok" else None)

    async def _to_the_end(self, task_id: TaskId, task: Task | None) -> Outcome:
        """Attempt after attempt; `task` as it was taken for the first of them, None where it is over already."""
        cause: Cause = "first" if task and task.attempt == 1 else "redelivered"
        try:
            while task:
                about(attempt=task.attempt, stage=None)
                log.info("task started")
                await self._begun(cause)
                with traces.span("attempt", parent=task.trace, attributes=_facts(task_id, task)) as span:
                    ending = await self._with_medium(task_id, task)
                    span.set_attribute("cueweave.ending", type(ending).__name__.lower())
                measures.ended(type(ending))
                match ending:
                    case Crashed():
                        log.error("the work's process was killed", by=str(ending))
                        task, cause = await self._again(task_id), "crashed"
                    case Leaving():
                        await lasting(partial(self._store.move.hand_back, task_id, task.attempt))
                        log.info("task handed back")
                        return "handed back"
                    case Superseded():
                        log.info("attempt superseded")
                        break
                    case _:
                        break
            # what we said last may have been refused: then another has the task, or the store forgot that we did
            return "over" if await self._is_over(task_id) else "elsewhere"
        finally:
            await tidy(self._store, self._blobs, task_id, keep_media=self._config.keep_media)

    async def _again(self, task_id: TaskId) -> Task | None:
        """The same task for another attempt; None where there is nothing to do any more."""
        verdict, task = await lasting(lambda: self._store.move.start(task_id, most=MOST_ATTEMPTS, message=WORN_OUT))
        if verdict == "ok" and task:
            return task
        log.info("nothing to do", because=verdict)
        return None

    async def _with_medium(self, task_id: TaskId, task: Task) -> Ending | Superseded | Leaving | TimeUp:
        """An attempt; the medium is fetched before it where it is at an address, and no earlier attempt has it."""
        if not task.media_url:
            return await self._attempt(task_id, task)
        from cueweave.work.fetching import Fetcher  # HTTP, of which a worker has no need until here

        fetched = await Fetcher(self._config, self._store, self._blobs).fetch(task_id, task, self._duty.leaving)
        if isinstance(fetched, Task):
            return await self._attempt(task_id, fetched)
        if isinstance(fetched, Refused):
            await self._fail(task_id, task.attempt, fetched.message)
        return fetched

    async def _attempt(self, task_id: TaskId, task: Task) -> Ending | Superseded | Leaving | TimeUp:
        course = Course()
        writing = asyncio.create_task(write_progress(self._store, task_id, task.attempt, course))
        try:
            with work_dir(self._config.data_dir / "work", task_id, task.attempt) as folder:
                seconds, leaving = self._config.time_for(task.media_seconds), self._duty.leaving
                fetching = enduring(partial(at_hand, self._blobs, task_id, folder), PATIENT.total_seconds())
                files = await unless_pointless(fetching, writing, leaving, seconds)
                match files:
                    case None:
                        ending: Ending | Superseded | Leaving | TimeUp = Refused("BrokenMedium", GONE)
                    case AtHand():
                        ending = await self._work(task_id, task, files, folder, (course, writing))
                    case _:
                        ending = files
                await self._conclude(task_id, task, ending, folder)
        except StoreUnavailable as error:
            await self._fail(task_id, task.attempt, error.message)
            return Refused(type(error).__name__, error.message)
        finally:
            await end(writing)
        if isinstance(ending, Done):
            stages, media_seconds = course.end(), task.media_seconds
            measures.passed(stages, media_seconds=media_seconds)
            await lasting(partial(self._store.tallies.passed, stages, media_seconds=media_seconds))
        return ending

    async def _work(
        self, task_id: TaskId, task: Task, files: AtHand, folder: Path, watched: tuple[Course, asyncio.Task[None]]
    ) -> Ending | Superseded | Leaving | TimeUp:
        """Let a process do it, until it has or has become pointless."""
        course, writing = watched
        child = await processes.start(self._order(task, files, folder))
        seconds = self._config.time_for(task.media_seconds)
        try:
            async with self._hearing(task_id, task) as hearing:
                sharing = Sharing(files.kept, hearing.answer)
                giving = asyncio.create_task(sharing.keep_giving())
                try:
                    ending = await follow(child, writing, course, self._duty.leaving, seconds, sharing.answer)
                finally:
                    await end(giving)
                hearing.ends(ending)
                await sharing.last(ending)
        finally:
            about(stage=course.latest.stage if course.latest else None)
            for stretch in course.stretches():
                traces.past(stretch.stage, stretch.start, stretch.end)
            await self._account(course.usage)
        return ending

    def _hearing(self, task_id: TaskId, task: Task) -> Hearing:
        claims = Claims(
            self._store.hearings, task_id, Holder.of_attempt(task.attempt), lease=self._config.lease_seconds
        )
        return Hearing(claims, self._docket)

    def _order(self, task: Task, files: AtHand, folder: Path) -> Order:
        parts = {name: path.absolute() for name, path in files.parts.items()}
        return Order(
            task_id=task.task_id,
            media=parts["media"],
            subtitles=parts.get("subtitles"),
            work_dir=folder.absolute(),
            max_seconds=self._config.max_media_seconds,
            memory_bytes=self._config.child_memory_bytes,
            language=task.language,
            llm=self._config.llm,
            engine=self._config.engine,
            diarizer=self._config.diarizer,
            kept_dir=files.kept.folder.absolute(),
            max_pixels=self._config.max_pixels,
            seconds=self._config.time_for(task.media_seconds),
            chunk_seconds=self._config.chunk_seconds,
            slides=parts.get("slides"),
        )

    async def _begun(self, cause: Cause) -> None:
        """An attempt that can't be counted is made all the same."""
        try:
            await self._store.tallies.began(cause)
        except StoreUnavailable:
            log.warning("the attempt can't be counted")

    async def _account(self, usage: Usage) -> None:
        """What a language model cost is told, whatever became of the task."""
        if usage != Usage():
            log.info("language model asked", **asdict(usage))
            try:
                await self._store.tallies.asked(usage)
            except StoreUnavailable:
                log.warning("what the language model cost can't be counted")

    async def _conclude(
        self, task_id: TaskId, task: Task, ending: Ending | Superseded | Leaving | TimeUp, folder: Path
    ) -> None:
        match ending:
            case Done():
                await whole(self._blobs.keep, task_id, result_file(folder), assets_dir(folder))
                verdict = await lasting(lambda: self._store.move.finish(task_id, task.attempt))
                log.info("task completed" if verdict == "ok" else "task was over before it was completed")
            case Refused(message=message):
                await self._fail(task_id, task.attempt, message)
            case TimeUp():
                seconds = self._config.time_for(task.media_seconds)
                message = f"The work took longer than the {seconds:.0f} s it may. Send it in parts."
                await self._fail(task_id, task.attempt, message)
            case Broke(what=what, trace=trace):
                log.error("the work ended unexpectedly", what=what, trace=trace)
                await self._fail(task_id, task.attempt, UNEXPECTED)

    async def _fail(self, task_id: TaskId, attempt: int, message: str) -> None:
        await lasting(lambda: self._store.move.fail(task_id, attempt, message))
        log.info("task failed", reason=message)

    async def _is_over(self, task_id: TaskId) -> bool:
        task = await lasting(lambda: self._store.load(task_id))
        return task is None or task.status.is_over


def _facts(task_id: TaskId, task: Task) -> traces.Attributes:
    """Of an attempt's span; the user isn't told."""
    return {
        "cueweave.task": task_id.key,
        "cueweave.attempt": task.attempt,
        "cueweave.media_seconds": task.media_seconds,
    }
