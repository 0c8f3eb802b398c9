"""The results of completed tasks, and what people make of them."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from cueweave.domain.tasks import ORIGINAL, Status, Task, TaskId
from cueweave.errors import ResultChanged, TaskNotCompleted, TaskNotFound
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, task_context
from cueweave.work.threads import whole

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A result document, and which edition of it this is."""

    document: bytes
    edition: str


class Results:
    """Everything here raises StoreUnavailable where Redis or the storage can't be used."""

    def __init__(self, store: TaskStore, blobs: Storage) -> None:
        self._store = store
        self._blobs = blobs

    async def current(self, task: Task) -> KeptResult:
        """The result as it was edited last. Raises TaskNotCompleted, TaskNotFound."""
        kept = await self._read(task, task.edition)
        if kept is None:  # edited, and the older edition removed, since the task was read
            fresh = await self._store.load(TaskId.parse(task.task_id))
            kept = await self._read(fresh, fresh.edition) if fresh else None
        if kept is None:
            raise TaskNotFound("Task not found")
        return kept

    async def original(self, task: Task) -> KeptResult:
        """The result as the work made it. Raises TaskNotCompleted, TaskNotFound."""
        kept = await self._read(task, ORIGINAL)
        if kept is None:
            raise TaskNotFound("Task not found")
        return kept

    async def _read(self, task: Task, edition: str) -> KeptResult | None:
        check_completed(task)
        document = await self._blobs.result(TaskId.parse(task.task_id), edition)
        return None if document is None else KeptResult(document, edition)

    async def assets(self, task: Task) -> frozenset[str]:
        """The names of the files that the result may refer to."""
        return await asyncio.to_thread(self._blobs.assets, TaskId.parse(task.task_id))

    async def asset(self, task: Task, name: str) -> bytes | None:
        """What is in one of them; None where it has gone."""
        return await self._blobs.asset(TaskId.parse(task.task_id), name)

    async def replace(self, task: Task, document: bytes) -> str:
        """Put an edited document in the place of the edition that the task has; the name of the new one.

        The file is there, whole, before the record names it. Raises ResultChanged where the record names another
        one by now, TaskNotFound; then nothing is left of it. A StoreUnavailable leaves open whether it was done;
        a file that the record doesn't name is clean-up's.
        """
        task_id, edition = TaskId.parse(task.task_id), _next(task.edition)
        if not await whole(self._blobs.keep_edition, task_id, edition, document):
            raise TaskNotFound("Task not found")
        verdict = await self._store.move.edit(task_id, expected=task.edition, edition=edition)
        if verdict == "ok":
            await asyncio.to_thread(self._tidy, task_id, task.edition, edition)
            with task_context(task.task_id):
                log.info("result edited", edition=edition)
            return edition
        await whole(self._blobs.drop_edition, task_id, edition)
        if verdict == "stale":
            raise ResultChanged(CHANGED)
        raise TaskNotFound("Task not found")

    def _tidy(self, task_id: TaskId, before: str, edition: str) -> None:
        self._blobs.retire_edition(task_id, before)
        self._blobs.remove_editions(task_id, but=edition)


CHANGED = (
    "The result has been changed since it was fetched: fetch it again, make your changes to what you get, and send "
    "that with its ETag."
)


def check_completed(task: Task) -> None:
    """Raises TaskNotCompleted where there is no result yet."""
    if task.status is not Status.COMPLETED:
        raise TaskNotCompleted(f"Task is not completed. Current status: {task.status}")


def number_of(edition: str) -> int:
    """How many editions there were up to this one: 1 is the original."""
    return int(edition.partition("-")[0])


def _next(edition: str) -> str:
    """Two editions of the same number, made at the same time or after the store forgot one, are told apart."""
    return f"{number_of(edition) + 1}-{secrets.token_hex(4)}"
