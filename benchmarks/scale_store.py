"""What each worker asks of the store every five seconds: is the queue whole, are the counters right."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from chaos_system import System
from row import Row

from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.store.blobs import Blobs
from cueweave.store.clock import now
from cueweave.store.tasks import open_tasks
from cueweave.work import queue
from cueweave.work.cleanup import RECONCILE_SECONDS, Cleanup
from cueweave.work.config import WorkConfig

USERS, EACH = 20, 5


def store_rows() -> list[Row]:
    """One look with nothing active, and one with a hundred tasks that wait."""
    with tempfile.TemporaryDirectory(prefix="cueweave-store-") as name:
        system = System(Path(name), workers=0, limits=(EACH, USERS * EACH))
        try:
            nothing, hundred = asyncio.run(_looks(system))
        finally:
            system.close()
    each = (hundred - nothing) / (USERS * EACH)
    return [
        Row("a worker's look, nothing active", f"{nothing} commands", f"every {RECONCILE_SECONDS:.0f} s"),
        Row(f"the same with {USERS * EACH} waiting tasks", f"{hundred} commands", f"{each:.1f} for each of them"),
    ]


async def _looks(system: System) -> tuple[int, int]:
    url = f"redis://127.0.0.1:{system.store_port}"
    config = WorkConfig(url, system.folder)
    async with open_tasks(url, result_ttl=600) as store, queue.queue(url) as docket:
        cleanup = Cleanup(store, Blobs(system.folder / "blobs"), docket, config)
        await cleanup.reconcile()
        nothing = await _commands(system, cleanup)
        for number in range(USERS * EACH):
            task = _task(f"user-{number % USERS}")
            await store.move.create(task, user_limit=EACH, limit=USERS * EACH)
            await queue.hand_over(docket, TaskId.parse(task.task_id))
        return nothing, await _commands(system, cleanup)


async def _commands(system: System, cleanup: Cleanup) -> int:
    before = int(system.redis.info()["total_commands_processed"])
    await cleanup.reconcile()
    return int(system.redis.info()["total_commands_processed"]) - before - 1


def _task(user: str) -> Task:
    time = now().text
    task = Task("", Status.PENDING, Stage.QUEUED, 0, created_at=time, updated_at=time)
    return replace(task, task_id=str(TaskId.new(user)))
