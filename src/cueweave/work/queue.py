"""The queue between desk and workers: docket under our names."""

from __future__ import annotations

from datetime import timedelta

from docket import Docket

from cueweave.domain.tasks import TaskId
from cueweave.store import keys
from cueweave.store.reach import reaching_redis

WORK = "transcribe"


def queue(redis_url: str) -> Docket:
    """The queue at this address, to be entered as a context."""
    docket = Docket(name=keys.QUEUE, url=redis_url, execution_ttl=timedelta(minutes=1))
    docket.register(_elsewhere, names=[WORK])
    return docket


async def _elsewhere(task_id: str) -> None:
    """Stands for the work where tasks are handed over only; workers put the real function in its place."""
    raise NotImplementedError(task_id)


async def hand_over(docket: Docket, task_id: TaskId) -> None:
    """Let some worker take the task; nothing happens where the queue knows it already."""
    with reaching_redis():
        await docket.add(WORK, key=str(task_id))(str(task_id))


async def call_off(docket: Docket, task_id: TaskId) -> None:
    """Take the task out of the queue, or stop the worker that has it."""
    with reaching_redis():
        await docket.cancel(str(task_id))


async def workers(docket: Docket) -> int:
    """How many workers showed a sign of life in the last ten seconds."""
    with reaching_redis():
        return len(await docket.workers())
