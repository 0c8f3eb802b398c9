"""What a caller may ask of the task system."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from docket import Docket

from cueweave.domain.engines import check_hears
from cueweave.domain.media_types import media_type
from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.domain.visuals import picture_type
from cueweave.errors import (
    AccessDenied,
    KeyReused,
    ServerBusy,
    StoreUnavailable,
    TaskAlreadyOver,
    TaskNotFound,
    TaskTimedOut,
    UserLimitReached,
)
from cueweave.store.bucket import BRIEF
from cueweave.store.clock import now
from cueweave.store.incoming import Incoming, Writer
from cueweave.store.once import Once
from cueweave.store.opening import open_storage
from cueweave.store.scripts import Admission
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.telemetry import get_logger, task_context, traces
from cueweave.work import processes, queue, repeats
from cueweave.work.cleanup import keep_sweeping
from cueweave.work.config import WorkConfig
from cueweave.work.deliveries import Deliveries
from cueweave.work.ending import end
from cueweave.work.inspection import Inspector
from cueweave.work.repeats import CHANGED, Repeats
from cueweave.work.results import Results, check_completed
from cueweave.work.resuming import Uploads, resumables
from cueweave.work.reuse import Reuse
from cueweave.work.threads import whole
from cueweave.work.tidy import remove_all
from cueweave.work.views import Counts, Health, Medium, TaskPage
from cueweave.work.watch import Watch
from cueweave.work.wishes import Wishes

__all__ = ["Counts", "Desk", "Health", "Incoming", "TaskPage", "Writer", "open_desk"]

WAIT_STEP = 0.2
CHECK_SECONDS = 2.0
"""Whoever asks whether all is well has little patience: a container's probe has 3 s here."""
NONE = Wishes()
log = get_logger(__name__)


class Desk:
    """Everything here raises StoreUnavailable where Redis or the storage can't be used."""

    def __init__(
        self, config: WorkConfig, store: TaskStore, blobs: Storage, docket: Docket, inspector: Inspector
    ) -> None:
        self._config = config
        self._store = store
        self._blobs = blobs
        self._docket = docket
        self._inspector = inspector
        self.results = Results(store, blobs)
        """Of tasks that `task` gave out, whose user is thus known to own them."""
        self.repeats = Repeats(store)
        self.reuse = Reuse(store, blobs, config, self.repeats)
        self.watch = Watch(store)
        self.uploads = Uploads(resumables(config), config)
        self.deliveries = Deliveries(store, config)

    async def look(self, user: str) -> None:
        """A cheap look at the limits before an upload travels. Raises UserLimitReached, ServerBusy."""
        mine, all_of_them = await self._store.room(user)
        if mine >= self._config.max_tasks_per_user:
            self._check("user")
        if all_of_them >= self._config.max_tasks:
            self._check("server")

    def _check(self, admission: Admission) -> None:
        if admission == "user":
            raise UserLimitReached(f"Maximum {self._config.max_tasks_per_user} concurrent tasks per user exceeded")
        if admission == "server":
            raise ServerBusy("Server is busy, please try again later")
        if admission == "changed":
            raise KeyReused(CHANGED)

    def receive(self) -> Incoming:
        """Room for an upload; hand it to `submit` or discard it."""
        incoming = self._blobs.receive()
        incoming.digests = self.reuse.is_possible
        return incoming

    async def submit(
        self,
        user: str,
        incoming: Incoming,
        *,
        media_name: str,
        wishes: Wishes = NONE,
        once_key: str | None = None,
    ) -> Task:
        """Make a task of an upload. Raises BadInput, UserLimitReached, ServerBusy; then nothing is left of it.

        Under a user's own `once_key` the same upload makes one task only, which later ones get, too. Where the upload
        may be answered with an earlier result of the same content, that one's task is what comes.
        """
        try:
            incoming.close()
            once = await repeats.once(user, once_key, incoming, wishes) if once_key else None
            content = await self.reuse.content(incoming, wishes)
            if earlier := await self.reuse.earlier(user, once, content if incoming.reuses else ""):
                await incoming.discard()
                return earlier
            has_subtitles = incoming.subtitles is not None
            if not has_subtitles:
                check_hears(self._config.engine, wishes.language)
            with traces.span("inspect the upload"):
                media_seconds = await self._inspector.inspect(incoming)
            fresh = _new_task(user, media_name, wishes.language, has_subtitles=has_subtitles)
            told = wishes.callback_url or self.deliveries.usual
            task = replace(
                fresh, media_seconds=media_seconds, callback_url=told, media_url=incoming.media_url, content=content
            )
            task_id = TaskId.parse(task.task_id)
            await whole(self._blobs.accept, incoming, task_id)
        except BaseException:
            await incoming.discard()
            raise
        return await self._admit(task, task_id, once)

    async def _admit(self, task: Task, task_id: TaskId, once: Once | None) -> Task:
        """The task, or the one that was quicker to bring the same under the same key."""
        try:
            verdict = await self._store.move.create(
                task, user_limit=self._config.max_tasks_per_user, limit=self._config.max_tasks, once=once
            )
            self._check(verdict)
            quicker = await self.repeats.earlier(once) if once and verdict == "repeated" else None
        except BaseException:
            await remove_all(self._blobs, task_id)
            raise
        if quicker:
            await remove_all(self._blobs, task_id)
            return quicker
        with task_context(task.task_id):
            log.info("task accepted", media=task.media_name)
            try:
                await queue.hand_over(self._docket, task_id)
            except StoreUnavailable:
                log.warning("the task is kept, but could not be handed over; a worker's clean-up will do it")
        return task

    async def task(self, user: str, task_id: str) -> Task:
        """The task. Raises TaskNotFound, AccessDenied."""
        parsed = TaskId.parse(task_id)
        task = await self._store.load(parsed)
        if task is None:
            raise TaskNotFound("Task not found")
        if parsed.user != user:
            raise AccessDenied("Access denied")
        return task

    async def result(self, user: str, task_id: str) -> bytes:
        """The current result document. Raises TaskNotFound, AccessDenied, TaskNotCompleted."""
        return (await self.results.current(await self.task(user, task_id))).document

    async def asset(self, user: str, task_id: str, name: str) -> tuple[bytes, str]:
        """A file of the result, and its content type. Raises TaskNotFound, AccessDenied."""
        task = await self.task(user, task_id)
        data = await self._blobs.asset(TaskId.parse(task.task_id), name)
        if data is None or task.status is not Status.COMPLETED:
            raise TaskNotFound("Asset not found")
        return data, picture_type(data)

    async def completed(self, user: str, task_id: str) -> Task:
        """The task, if it has a result. Raises TaskNotFound, AccessDenied, TaskNotCompleted."""
        task = await self.task(user, task_id)
        check_completed(task)
        return task

    async def medium(self, user: str, task_id: str) -> Medium:
        """What was handed in for a completed task. Raises TaskNotFound, AccessDenied."""
        task = await self.task(user, task_id)
        source = await self._blobs.medium(TaskId.parse(task.task_id)) if task.status is Status.COMPLETED else None
        if source is None:
            raise TaskNotFound("Medium not found")
        return Medium(source, media_type(source.head), task.media_name)

    async def link_secret(self) -> str:
        """What links are signed with, the same for all API processes."""
        return await self._store.link_secret()

    async def tasks(self, user: str, *, include_completed: bool, limit: int, cursor: str | None) -> TaskPage:
        """The user's tasks, a page of the finished ones at most. Raises BadCursor."""
        active = await self._store.active_of(user)
        finished = await self._store.finished_of(user, limit=limit, cursor=cursor)
        return TaskPage(
            active=active,
            finished=finished.tasks if include_completed else [],
            total_active=len(active),
            total_finished=finished.total,
            next_cursor=finished.next_cursor if include_completed else None,
        )

    async def cancel(self, user: str, task_id: str) -> Task:
        """Cancel the task; its slot is free on return. Raises TaskNotFound, AccessDenied, TaskAlreadyOver."""
        parsed = TaskId.parse((await self.task(user, task_id)).task_id)
        verdict, task, ticket = await self._store.move.cancel(parsed)
        if task is None:
            raise TaskNotFound("Task not found")
        if verdict == "over":
            raise TaskAlreadyOver(f"Task is already {task.status}")
        if ticket:
            await queue.call_off(self._docket, ticket)
        await remove_all(self._blobs, parsed)
        with task_context(task.task_id):
            log.info("task cancelled")
        return task

    async def wait(self, user: str, task_id: str, timeout: float) -> Task:  # noqa: ASYNC109 - told apart below
        """The task when it is over. Raises TaskNotFound, AccessDenied, TaskTimedOut."""
        until = asyncio.get_running_loop().time() + timeout
        while not (task := await self.task(user, task_id)).status.is_over:
            if asyncio.get_running_loop().time() > until:
                raise TaskTimedOut(f"The work took longer than {timeout:.0f} s.")
            await asyncio.sleep(WAIT_STEP)
        return task

    async def health(self) -> Health:
        """What works; raises nothing."""
        store, workers = True, 0
        try:
            await self._store.ping()
            workers = len(await queue.workers(self._docket))
        except StoreUnavailable:
            store = False
        try:
            await asyncio.wait_for(asyncio.to_thread(self._blobs.check), CHECK_SECONDS)
        except (StoreUnavailable, TimeoutError):
            return Health(store=store, storage=False, workers=workers)
        return Health(store=store, storage=True, workers=workers)

    async def counts(self) -> Counts:
        """Numbers for the operator; what they cost doesn't grow with the tasks that have ended."""
        active, tally = await self._store.active(), await self._store.tallies.read()
        by_status = {status: sum(task.status is status for task in active) for status in Status}
        return Counts(
            by_status=by_status | tally.ended,
            by_stage={stage: sum(task.stage is stage for task in active) for stage in Stage},
            active=len(active),
            queued=by_status[Status.PENDING],
            workers=len(await queue.workers(self._docket)),
            tally=tally,
            disk=await asyncio.to_thread(self._blobs.disk),
        )


def _new_task(user: str, media_name: str, language: str | None, *, has_subtitles: bool) -> Task:
    time = now().text
    return Task(
        task_id=str(TaskId.new(user)),
        status=Status.PENDING,
        stage=Stage.QUEUED,
        progress=0,
        created_at=time,
        updated_at=time,
        # half a surrogate pair would make JSON that the store's scripts can't read
        media_name=media_name.encode("utf-8", "replace").decode(),
        has_subtitles=has_subtitles,
        language=language,
        trace=traces.here(),
    )


@asynccontextmanager
async def open_desk(config: WorkConfig) -> AsyncIterator[Desk]:
    """A desk for as long as the context lasts."""
    files = config.data_dir / "blobs"
    blobs = open_storage(files, config.bucket, BRIEF)
    processes.prepare(processes.TO_LOOK)
    async with open_tasks(config.redis_url, result_ttl=config.result_ttl) as store:
        await store.ping()
        async with queue.queue(config.redis_url) as docket:
            inspector = Inspector(config)
            inspector.start_ahead()
            sweeping = asyncio.create_task(keep_sweeping(files / "incoming", resumables(config)))
            try:
                yield Desk(config, store, blobs, docket, inspector)
            finally:
                await end(sweeping)
                await inspector.close()
