"""What of a task's files and keys its state gives no reason to keep."""

from __future__ import annotations

import asyncio

from cueweave.domain.tasks import ORIGINAL, Status, Task, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.storage import Holding, Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger

log = get_logger(__name__)


async def tidy(store: TaskStore, blobs: Storage, task_id: TaskId, *, keep_media: bool) -> None:
    """Remove it. Whoever worked on the task does so last of all, so that nothing comes after."""
    try:
        task = await store.load(task_id)
        if task is None or task.status.is_over:
            await store.hearings.close(task_id)
        await asyncio.to_thread(remove_needless, blobs, task_id, task, keep_media=keep_media)
    except StoreUnavailable:
        return  # clean-up comes later


async def remove_all(blobs: Storage, task_id: TaskId) -> None:
    """Remove the files of a task that is gone or refused; what the storage doesn't let go of is clean-up's."""
    try:
        await asyncio.to_thread(blobs.remove, task_id)
    except StoreUnavailable as error:
        log.warning("the task's files stay until clean-up finds them", task_id=str(task_id), reason=error.message)


def has_needless(holding: Holding, task: Task | None, *, keep_media: bool) -> bool:
    """Whether `remove_needless` may find something to remove, by what is known of the files."""
    if task is None or task.status in (Status.FAILED, Status.CANCELLED):
        return True
    edits = len(holding.editions) > (task.edition != ORIGINAL)
    return task.status is Status.COMPLETED and (holding.has_aids or edits or (bool(holding.medium) and not keep_media))


def remove_needless(blobs: Storage, task_id: TaskId, task: Task | None, *, keep_media: bool) -> None:
    """An active task keeps all its files, a completed one its result and maybe its medium, any other none."""
    if task is None or task.status in (Status.FAILED, Status.CANCELLED):
        blobs.remove(task_id)
    elif task.status is Status.COMPLETED:
        blobs.remove_aids(task_id)
        blobs.remove_editions(task_id, but=task.edition)
        if not keep_media:
            blobs.remove_medium(task_id)
