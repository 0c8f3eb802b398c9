"""The queue between desk and workers: docket under our names.

Each task brings a ticket with it, under its own id. A ticket says that there is work, not which: the worker that gets
it takes the task whose turn it is (`store/lua/take.lua`), and the ticket stands for that one until it is over.
"""

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


async def _elsewhere(ticket: str) -> None:
    """Stands for the work where tasks are handed over only; workers put the real function in its place."""
    raise NotImplementedError(ticket)


async def hand_over(docket: Docket, ticket: TaskId) -> None:
    """Let some worker take a task; nothing happens where the queue knows the ticket already."""
    with reaching_redis():
        await docket.add(WORK, key=str(ticket))(str(ticket))


async def call_off(docket: Docket, ticket: TaskId) -> None:
    """Take the ticket out of the queue, or stop the worker that has it."""
    with reaching_redis():
        await docket.cancel(str(ticket))


async def workers(docket: Docket) -> list[str]:
    """The names of the workers that showed a sign of life in the last ten seconds."""
    with reaching_redis():
        return sorted(worker.name for worker in await docket.workers())
