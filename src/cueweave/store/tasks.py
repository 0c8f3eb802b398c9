"""The tasks that are kept: their moves, and what can be asked about them."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import BadCursor, TaskNotFound
from cueweave.store import keys
from cueweave.store.connections import open_pool
from cueweave.store.crew import Crew
from cueweave.store.deliveries import Deliveries
from cueweave.store.hearings import Hearings
from cueweave.store.reach import reaching_redis
from cueweave.store.scripts import Scripts, from_json
from cueweave.store.tallies import Tallies
from cueweave.store.together import Together

CONNECTIONS = 32
CURSOR_SCORE = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Finished:
    """A page of a user's finished tasks, newest first."""

    tasks: list[Task]
    total: int
    next_cursor: str | None


class TaskStore:
    """The task records on one Redis. Everything raises StoreUnavailable where it can't be reached."""

    def __init__(self, redis: Redis, *, result_ttl: int) -> None:
        self._redis: Any = redis  # its types know neither `decode_responses` nor that all is awaited
        self._together = Together(redis)
        self.move = Scripts(redis, result_ttl=result_ttl)
        self.tallies = Tallies(redis)
        self.crew = Crew(redis)
        self.hearings = Hearings(redis)
        self.deliveries = Deliveries(redis)

    async def close(self) -> None:
        """Nothing is asked any more."""
        await self._together.close()

    async def ping(self) -> None:
        """Raise StoreUnavailable where Redis doesn't answer."""
        with reaching_redis():
            await self._redis.ping()

    async def load(self, task_id: TaskId) -> Task | None:
        """The task, if it still is."""
        with reaching_redis():
            data: str | None = await self._together.ask("HGET", keys.record(task_id), "data")
        return from_json(data) if data else None

    async def earlier(self, once: str) -> tuple[Task, str] | None:
        """The task that came under this key (`keys.once`), and the digest of what was sent; None where none is kept."""
        with reaching_redis():
            task_id, body = await self._redis.hmget(once, "task", "body")
        task = await self.load(TaskId.parse(task_id)) if task_id else None
        return (task, body) if task else None

    async def made_of(self, user: str, content: str) -> Task | None:
        """The user's last completed task of the content with this digest, if one is remembered."""
        with reaching_redis():
            task_id: str | None = await self._redis.get(keys.content(user, content))
        return await self.load(TaskId.parse(task_id)) if task_id else None

    async def load_all(self, ids: Iterable[str]) -> list[Task]:
        """Those of the tasks that still are, in the same order."""
        with reaching_redis():
            async with self._redis.pipeline(transaction=False) as pipeline:
                for task_id in ids:
                    pipeline.hget(keys.record(TaskId.parse(task_id)), "data")
                found = await pipeline.execute()
        return [from_json(data) for data in found if data]

    async def room(self, user: str) -> tuple[int, int]:
        """How many active tasks the user and the whole server have."""
        with reaching_redis():
            async with self._redis.pipeline(transaction=False) as pipeline:
                pipeline.scard(keys.user_active(user))
                pipeline.get(keys.ACTIVE_COUNT)
                mine, all_of_them = await pipeline.execute()
        return mine, int(all_of_them or 0)

    async def active(self) -> list[Task]:
        """All active tasks, oldest first."""
        with reaching_redis():
            ids = await self._redis.zrange(keys.ACTIVE, 0, -1)
        return [task for task in await self.load_all(ids) if not task.status.is_over]

    async def waits(self) -> bool:
        """Whether a task waits for a worker."""
        with reaching_redis():
            return bool(await self._redis.zcard(keys.WAITING))

    async def tickets(self) -> list[TaskId]:
        """What the queue must know: each ticket that stands for a task, and one more for each task that waits.

        A waiting task whose own ticket serves another one is served by the ticket that one came with.
        """
        with reaching_redis():
            async with self._redis.pipeline(transaction=True) as pipeline:
                pipeline.zrange(keys.WAITING, 0, -1)
                pipeline.hgetall(keys.TICKETS)
                waiting, taken = await pipeline.execute()
        own = [task_id for task_id in waiting if task_id not in taken]
        others = [task_id for task_id in taken.values() if task_id not in taken]
        return [TaskId.parse(ticket) for ticket in (*taken, *own, *others[: len(waiting) - len(own)])]

    async def active_of(self, user: str) -> list[Task]:
        """The user's active tasks, newest first."""
        with reaching_redis():
            ids = await self._redis.smembers(keys.user_active(user))
        tasks = [task for task in await self.load_all(ids) if not task.status.is_over]
        return sorted(tasks, key=lambda task: (task.created_at, task.task_id), reverse=True)

    async def finished_of(self, user: str, *, limit: int, cursor: str | None) -> Finished:
        """A page of the user's finished tasks. Raises BadCursor."""
        await self.move.expire(user)
        key = keys.user_finished(user)
        with reaching_redis():
            first = await self._after(key, cursor) if cursor else 0
            rows = await self._redis.zrange(key, first, first + limit, desc=True, withscores=True)
            total = await self._redis.zcard(key)
        page = [(task_id, int(score)) for task_id, score in rows[:limit]]
        more = len(rows) > limit and page
        return Finished(
            tasks=await self.load_all(task_id for task_id, _ in page),
            total=total,
            next_cursor=_to_cursor(*page[-1]) if more else None,
        )

    async def _after(self, key: str, cursor: str) -> int:
        """Where the page after the cursor's task begins; that task may have gone since."""
        task_id, score = _from_cursor(cursor)
        rank: int | None = await self._redis.zrevrank(key, task_id)
        if rank is not None:
            return rank + 1
        newer: int = await self._redis.zcount(key, score, "+inf")
        return newer

    async def all_of(self, user: str) -> list[TaskId]:
        """Every task of the user that is kept, active or finished."""
        with reaching_redis():
            active = await self._redis.smembers(keys.user_active(user))
            finished = await self._redis.zrange(keys.user_finished(user), 0, -1)
        return [TaskId.parse(task_id) for task_id in (*sorted(active), *finished)]

    async def finished_before(self, milliseconds: int) -> list[TaskId]:
        """The tasks of all users that ended before that time (since 1970) and are still kept."""
        found: list[str] = []
        with reaching_redis():
            async for key in self._redis.scan_iter(match=keys.user_finished("*"), count=1000):
                found += await self._redis.zrange(key, "-inf", f"({milliseconds}", byscore=True)
        return [TaskId.parse(task_id) for task_id in found]

    async def mend(self) -> int:
        """Hold count, list and sets against the records; how many things were wrong and are right now."""
        with reaching_redis():
            user_sets = [key async for key in self._redis.scan_iter(match=keys.user_active("*"), count=1000)]
        wrong = await self.move.mend(user_sets)
        if wrong:
            await self.tallies.mended(wrong)
        return wrong

    async def link_secret(self) -> str:
        """What links are signed with: random, made by whoever asks first; as long as the store lives."""
        with reaching_redis():
            await self._redis.set(keys.LINK_SECRET, secrets.token_urlsafe(32), nx=True)
            return str(await self._redis.get(keys.LINK_SECRET))

    async def clean_alone(self, *, seconds: float) -> bool:
        """Whether this process is the one that may clean up for the next seconds."""
        return await self._alone(keys.CLEANUP_LOCK, seconds)

    async def reconcile_alone(self, *, seconds: float) -> bool:
        """Whether this process is the one that holds queue and counts against the truth for the next seconds."""
        return await self._alone(keys.RECONCILE_LOCK, seconds)

    async def _alone(self, lock: str, seconds: float) -> bool:
        with reaching_redis():
            return bool(await self._redis.set(lock, "1", nx=True, px=int(seconds * 1000)))


@asynccontextmanager
async def open_tasks(redis_url: str, *, result_ttl: int) -> AsyncIterator[TaskStore]:
    """The task records at this address; nothing is sent before the first call."""
    pool = open_pool(
        redis_url,
        max_connections=CONNECTIONS,
        timeout=10,  # for a free connection: a burst of callers waits instead of failing
        decode_responses=True,
        # a connection that the server closed in the meantime is opened anew; an outage is told at once
        retry=Retry(NoBackoff(), 1),
        socket_connect_timeout=2,
        socket_timeout=10,
    )
    redis = Redis.from_pool(pool)
    async with redis:
        store = TaskStore(redis, result_ttl=result_ttl)
        try:
            yield store
        finally:
            await store.close()


def _to_cursor(task_id: str, score: int) -> str:
    return base64.urlsafe_b64encode(f"{score} {task_id}".encode()).decode()


def _from_cursor(cursor: str) -> tuple[str, int]:
    try:
        text = base64.b64decode(cursor, altchars=b"-_", validate=True).decode("ascii")
        score, _, task_id = text.partition(" ")
        if CURSOR_SCORE.fullmatch(score):
            return str(TaskId.parse(task_id)), int(score)
    except (ValueError, TaskNotFound):
        pass
    raise BadCursor("The cursor is none that this server gave out; leave it out to start anew.")
