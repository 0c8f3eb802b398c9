"""Deleting for good: records, files and what the queue knows of tasks, before their time is up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from docket import Docket

from cueweave.domain.tasks import TaskId
from cueweave.store.bucket import BRIEF
from cueweave.store.clock import now
from cueweave.store.opening import open_storage
from cueweave.store.resumable import Resumables
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.telemetry import get_logger, task_context
from cueweave.work import queue
from cueweave.work.config import WorkConfig
from cueweave.work.resuming import resumables
from cueweave.work.tidy import remove_all

log = get_logger(__name__)


class Purge:
    """What there is, and its deletion. Everything raises StoreUnavailable where the store can't be reached."""

    def __init__(self, store: TaskStore, blobs: Storage, docket: Docket, uploads: Resumables) -> None:
        self._store = store
        self._blobs = blobs
        self._docket = docket
        self._uploads = uploads

    async def of_user(self, user: str) -> list[TaskId]:
        """All tasks of the user, the active ones too."""
        return await self._store.all_of(user)

    async def older_than(self, seconds: float) -> list[TaskId]:
        """The tasks of all users that ended at least so many seconds ago."""
        return await self._store.finished_before(now().milliseconds - round(1000 * seconds) + 1)

    async def delete(self, tasks: Iterable[TaskId]) -> int:
        """Delete them: active ones are cancelled first. How many there were."""
        return sum([await self._delete(task_id) for task_id in tasks])

    async def delete_uploads(self, user: str) -> None:
        """Delete what the user has uploaded and made no task of."""
        await asyncio.to_thread(self._uploads.remove_of, user)

    async def _delete(self, task_id: TaskId) -> bool:
        there, ticket = await self._store.move.forget(task_id)
        if ticket:
            await queue.call_off(self._docket, ticket)
        await remove_all(self._blobs, task_id)
        if there:
            with task_context(str(task_id)):
                log.info("task deleted")
        return there


@asynccontextmanager
async def open_purge(config: WorkConfig) -> AsyncIterator[Purge]:
    """For as long as the context lasts."""
    blobs = open_storage(config.data_dir / "blobs", config.bucket, BRIEF)
    async with open_tasks(config.redis_url, result_ttl=config.result_ttl) as store:
        await store.ping()
        async with queue.queue(config.redis_url) as docket:
            yield Purge(store, blobs, docket, resumables(config))
