"""What goes on: workers, active tasks and queue at one moment, for an operator's eyes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from docket import Docket

from cueweave.domain.tasks import Task
from cueweave.errors import BadInput
from cueweave.store.crew import Member
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work import queue
from cueweave.work.config import WorkConfig


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it."""

    workers: list[Member]
    active: list[Task]
    """Oldest first."""
    oldest_waiting: float
    """Seconds for which the task that has waited longest waits for a worker."""
    max_tasks: int
    max_tasks_per_user: int


class Lookout:
    """Looks at one store. Everything raises StoreUnavailable where it can't be reached."""

    def __init__(self, config: WorkConfig, store: TaskStore, docket: Docket) -> None:
        self._config = config
        self._store = store
        self._docket = docket

    async def workers(self) -> list[Member]:
        """Those that live, by name."""
        return await self._store.crew.look(await queue.workers(self._docket))

    async def overview(self) -> Overview:
        """What goes on now; what it costs doesn't grow with the tasks that have ended."""
        return Overview(
            workers=await self.workers(),
            active=await self._store.active(),
            oldest_waiting=(await self._store.tallies.read()).oldest_waiting,
            max_tasks=self._config.max_tasks,
            max_tasks_per_user=self._config.max_tasks_per_user,
        )

    async def drain(self, name: str) -> Member:
        """Ask this worker to stop as SIGTERM would, and say what it was doing. Raises BadInput where there is none."""
        known = {worker.name: worker for worker in await self.workers()}
        if name not in known:
            raise BadInput(f"No living worker is called {name}; `cueweave workers` lists them.")
        await self._store.crew.ask_to_drain(name)
        return known[name]


@asynccontextmanager
async def open_lookout(config: WorkConfig) -> AsyncIterator[Lookout]:
    """Raises StoreUnavailable."""
    async with open_tasks(config.redis_url, result_ttl=config.result_ttl) as store:
        await store.ping()
        async with queue.queue(config.redis_url) as docket:
            yield Lookout(config, store, docket)
