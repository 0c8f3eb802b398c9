"""What of a task's files and keys its state gives no reason to keep."""

from __future__ import annotations

import asyncio

from cueweave.domain.tasks import Status, Task, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.blobs import Blobs
from cueweave.store.tasks import TaskStore


async def tidy(store: TaskStore, blobs: Blobs, task_id: TaskId, *, keep_media: bool) -> None:
    """Remove it. Whoever worked on the task does so last of all, so that nothing comes after."""
    try:
        task = await store.load(task_id)
        if task is None or task.status.is_over:
            await store.hearings.close(task_id)
    except StoreUnavailable:
        return  # clean-up comes later
    await asyncio.to_thread(remove_needless, blobs, task_id, task, keep_media=keep_media)


def remove_needless(blobs: Blobs, task_id: TaskId, task: Task | None, *, keep_media: bool) -> None:
    """An active task keeps all its files, a completed one its result and maybe its medium, any other none."""
    if task is None or task.status in (Status.FAILED, Status.CANCELLED):
        blobs.remove(task_id)
    elif task.status is Status.COMPLETED:
        blobs.remove_aids(task_id)
        blobs.remove_editions(task_id, but=task.edition)
        if not keep_media:
            blobs.remove_medium(task_id)
