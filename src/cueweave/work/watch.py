"""Following tasks: one question to the store, five times a second, for all who follow any of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from cueweave.domain.tasks import Task
from cueweave.errors import StoreUnavailable
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger

STEP = 0.2
"""Seconds between two questions to the store."""
log = get_logger(__name__)


class _Follower:
    """What one of those who follow knows and is to learn."""

    def __init__(self, task: Task) -> None:
        self.task: Task | None = task
        self.news = asyncio.Event()

    def tell(self, task: Task | None) -> None:
        """The task as it is now, None when there is nothing more to come; what was not fetched yet is replaced."""
        if task != self.task:
            self.task = task
            self.news.set()


class Watch:
    """Asks only while somebody follows, and goes on through outages of the store."""

    def __init__(self, store: TaskStore) -> None:
        self._store = store
        self._followers: dict[str, set[_Follower]] = {}
        self._asking: asyncio.Task[None] | None = None
        self._closed = False

    async def follow(self, task: Task) -> AsyncGenerator[Task, None]:
        """The task as it is, then after each change, until it is over, is gone, or the watch closes."""
        yield task
        if task.status.is_over or self._closed:
            return
        follower = _Follower(task)
        self._followers.setdefault(task.task_id, set()).add(follower)
        self._asking = self._asking or asyncio.create_task(self._keep_asking())
        try:
            while await follower.news.wait() and (now := follower.task):
                follower.news.clear()
                yield now
                if now.status.is_over:
                    return
        finally:
            self._leave(task.task_id, follower)

    def _leave(self, task_id: str, follower: _Follower) -> None:
        followers = self._followers[task_id]
        followers.discard(follower)
        if not followers:
            del self._followers[task_id]

    def close(self) -> None:
        """End all that is followed: nobody learns anything more."""
        self._closed = True
        if self._asking:
            self._asking.cancel()
        self._end_all()

    async def _keep_asking(self) -> None:
        try:
            while self._followers:
                await asyncio.sleep(STEP)
                await self._ask()
        finally:  # whatever ended it, nobody waits in vain
            self._asking = None
            self._end_all()

    def _end_all(self) -> None:
        for followers in self._followers.values():
            for follower in followers:
                follower.tell(None)

    async def _ask(self) -> None:
        followed = list(self._followers)
        try:
            found = {task.task_id: task for task in await self._store.load_all(followed)}
        except StoreUnavailable as error:
            log.warning("those who follow tasks have to wait", reason=error.message)
            return
        for task_id in followed:
            for follower in self._followers.get(task_id, ()):
                follower.tell(found.get(task_id))
