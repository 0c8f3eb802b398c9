"""Following tasks: one question to the store, five times a second, for all who follow any of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Iterator
from itertools import chain

from cueweave.domain.tasks import Task
from cueweave.errors import StoreUnavailable
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger

STEP = 0.2
"""Seconds between two questions to the store."""
BEAT = 15.0
"""Seconds without news after which those who follow get the task as it was: enough for proxies, which give up after 30
to 60 seconds of silence."""
log = get_logger(__name__)


class _Follower:
    """What one of those who follow knows and is to learn."""

    def __init__(self, task: Task) -> None:
        self.task: Task | None = task
        self.news = asyncio.Event()
        self._told_at = time.monotonic()

    def remind(self) -> None:
        """What it knows already, where that is long ago."""
        if time.monotonic() - self._told_at >= BEAT:
            self._told_at = time.monotonic()
            self.news.set()

    def tell(self, task: Task | None) -> None:
        """The task as it is now, None when there is nothing more to come; what was not fetched yet is replaced."""
        if task != self.task:
            self.task, self._told_at = task, time.monotonic()
            self.news.set()


class Watch:
    """Asks only while somebody follows, and goes on through outages of the store."""

    def __init__(self, store: TaskStore) -> None:
        self._store = store
        self._followers: dict[str, set[_Follower]] = {}
        self._asking: asyncio.Task[None] | None = None
        self._closed = False

    async def follow(self, task: Task) -> AsyncGenerator[Task, None]:
        """The task as it is, then after each change, until it is over, is gone, or the watch closes.

        As it was, too, after a while without a change: whoever passes it on can show that somebody is still there.
        """
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
                for follower in self._all():
                    follower.remind()
        finally:  # whatever ended it, nobody waits in vain
            self._asking = None
            self._end_all()

    def _end_all(self) -> None:
        for follower in self._all():
            follower.tell(None)

    def _all(self) -> Iterator[_Follower]:
        return chain.from_iterable(self._followers.values())

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
