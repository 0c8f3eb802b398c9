"""The queue between desk and workers: docket under our names.

Each task brings a ticket with it, under its own id. A ticket says that there is work, not which: the worker that gets
it takes the task whose turn it is (`store/lua/take.lua`), and the ticket stands for that one until it is over.
A message about a task that has ended stands in a queue of its own: each try to deliver it is a task of docket's.
An invitation asks a worker with room to help hear a task's sound; it is no task, and nothing is lost when it is.
"""

from __future__ import annotations

from datetime import timedelta

from docket import Docket

from cueweave.domain.tasks import TaskId
from cueweave.store import keys
from cueweave.store.reach import reaching_redis

WORK = "transcribe"
HEAR = "hear"
DELIVER = "deliver"


def queue(redis_url: str) -> Docket:
    """The queue at this address, to be entered as a context."""
    docket = Docket(name=keys.QUEUE, url=redis_url, execution_ttl=timedelta(minutes=1))
    docket.register(_elsewhere, names=[WORK, HEAR])
    return docket


def post(redis_url: str) -> Docket:
    """The queue of messages at this address, to be entered as a context."""
    return Docket(name=keys.POST, url=redis_url, execution_ttl=timedelta(minutes=1))


async def post_try(docket: Docket, task_id: TaskId, number: int) -> None:
    """Let some worker make try `number` (from 0) to deliver the task's message; nothing happens where it is known."""
    with reaching_redis():
        await docket.add(DELIVER, key=f"{task_id}/{number}")(str(task_id), number)


async def _elsewhere(ticket: str) -> None:
    """Stands for the work where tasks are handed over only; workers put the real function in its place."""
    raise NotImplementedError(ticket)


async def hand_over(docket: Docket, ticket: TaskId) -> None:
    """Let some worker take a task; nothing happens where the queue knows the ticket already."""
    with reaching_redis():
        await docket.add(WORK, key=str(ticket))(str(ticket))


async def invite(docket: Docket, task_id: TaskId, number: int) -> None:
    """Ask some worker to help hear the task's sound; nothing happens where this invitation is still out."""
    with reaching_redis():
        await docket.add(HEAR, key=_invitation(task_id, number))(str(task_id))


async def call_off_invitations(docket: Docket, task_id: TaskId, count: int) -> None:
    """Take so many invitations out of the queue, or stop the workers that took them up."""
    with reaching_redis():
        for number in range(count):
            await docket.cancel(_invitation(task_id, number))


def _invitation(task_id: TaskId, number: int) -> str:
    return f"{task_id}/{number}"


async def call_off(docket: Docket, ticket: TaskId) -> None:
    """Take the ticket out of the queue, or stop the worker that has it."""
    with reaching_redis():
        await docket.cancel(str(ticket))


async def workers(docket: Docket) -> list[str]:
    """The names of the workers that showed a sign of life in the last ten seconds."""
    with reaching_redis():
        return sorted(worker.name for worker in await docket.workers())
