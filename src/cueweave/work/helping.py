"""A worker with room helps another one to hear a long sound."""

from __future__ import annotations

import asyncio
import uuid
from collections import deque
from functools import partial
from pathlib import Path
from typing import Any

from cueweave.domain.tasks import Task, TaskId
from cueweave.domain.turns import PLAN
from cueweave.errors import StoreUnavailable
from cueweave.store.hearings import Holder
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, task_context
from cueweave.work import processes
from cueweave.work.child import Order
from cueweave.work.config import WorkConfig
from cueweave.work.duty import Duty
from cueweave.work.follow import Course, follow
from cueweave.work.hearing import Claims, answer
from cueweave.work.lasting import lasting
from cueweave.work.processes import Broke, Crashed, Done
from cueweave.work.threads import whole
from cueweave.work.tidy import tidy
from cueweave.work.workdir import work_dir

log = get_logger(__name__)


class Helper:
    """Takes invitations to hear."""

    def __init__(self, config: WorkConfig, store: TaskStore, blobs: Storage, duty: Duty) -> None:
        self._config = config
        self._store = store
        self._blobs = blobs
        self._duty = duty
        self._unlike: deque[TaskId] = deque(maxlen=100)
        """The last tasks that are heard by an engine which this worker doesn't have."""

    async def perform(self, task: str) -> None:
        """Hear chunks of the task's sound while there are some and no task waits. Called by docket.

        An invitation that can't be taken up is over; there will be another one as long as there is something to hear.
        """
        task_id = TaskId.parse(task)
        if self._duty.closing or task_id in self._duty.tasks:
            return
        with self._duty.busy(), self._duty.at(task_id), task_context(task):
            try:
                if found := await self._wanted(task_id):
                    await self._help(task_id, found)
            except StoreUnavailable as error:
                log.warning("can't help to hear", reason=error.message)
            finally:
                await tidy(self._store, self._blobs, task_id, keep_media=self._config.keep_media)

    async def _wanted(self, task_id: TaskId) -> Task | None:
        """The task, if there is something to hear, the means to do so, and nothing that goes first."""
        if task_id in self._unlike or await self._store.waits() or not await self._store.hearings.is_open(task_id):
            return None
        if not await asyncio.to_thread(self._blobs.keeps, task_id, PLAN):
            return None
        task = await self._store.load(task_id)
        return None if task is None or task.status.is_over else task

    async def _help(self, task_id: TaskId, task: Task) -> None:
        name = uuid.uuid4().hex
        claims = Claims(self._store.hearings, task_id, Holder(f"helper {name}", None), self._config.lease_seconds)
        with work_dir(self._config.data_dir / "work", task_id, name) as folder:
            log.info("helping to hear")
            part = Part(claims, self._blobs, folder, self._duty)
            seconds = self._config.time_for(task.media_seconds)
            kept = await self._blobs.open_kept(task_id, folder)
            child = await processes.start(self._order(task, kept.folder.absolute(), folder, seconds))
            keeping = asyncio.create_task(claims.keep())
            killed = False
            try:
                ending = await follow(child, keeping, Course(), self._duty.leaving, seconds, part.answer)
                killed = isinstance(ending, Crashed)
                if isinstance(ending, Broke | Crashed):
                    log.warning("helping to hear ended unexpectedly", ending=str(ending))
                elif isinstance(ending, Done) and not part.asked:
                    log.warning("this worker's engine is another one: it can't help to hear")
                    self._unlike.append(task_id)
            finally:
                await lasting(partial(claims.hearings.leave, task_id, claims.holder, killed=killed))

    def _order(self, task: Task, kept: Path, folder: Path, seconds: float) -> Order:
        return Order(
            task_id=task.task_id,
            media=kept,
            subtitles=None,
            work_dir=folder.absolute(),
            max_seconds=self._config.max_media_seconds,
            memory_bytes=self._config.child_memory_bytes,
            language=task.language,
            engine=self._config.engine,
            kept_dir=kept,
            seconds=seconds,
            chunk_seconds=self._config.chunk_seconds,
            helps=True,
        )


class Part:
    """What one helper takes part with."""

    def __init__(self, claims: Claims, blobs: Storage, folder: Path, duty: Duty) -> None:
        self._claims = claims
        self._blobs = blobs
        self._folder = folder
        self._duty = duty
        self.asked = False
        """Whether its child asked for a turn."""

    async def answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What its child says or asks."""
        if message["kind"] == "heard":
            await self._heard(int(message["chunk"]))
            return None
        return await self._turn(idle=bool(message["idle"]))

    async def _heard(self, chunk: int) -> None:
        await whole(self._blobs.keep_heard, self._claims.task_id, self._folder)
        await lasting(partial(self._claims.hearings.done, self._claims.task_id, chunk))
        log.info("chunk heard", chunk=chunk)

    async def _turn(self, *, idle: bool) -> dict[str, Any]:
        self.asked = True
        taken = await self._claims.take(idle=idle and not self._duty.closing)
        if taken is None or taken.chunk is None:
            return answer(over=idle)
        log.info("chunk taken", chunk=taken.chunk)
        return answer(taken.chunk)
