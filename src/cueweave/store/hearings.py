"""Who hears which chunk of a task's sound: a hash a task, for as long as somebody hears."""

from __future__ import annotations

from dataclasses import dataclass
from json import dumps
from typing import Any, Literal, cast

from redis.asyncio import Redis

from cueweave.domain.tasks import TaskId
from cueweave.store import keys
from cueweave.store.reach import reaching_redis
from cueweave.store.scripts import keys_of, registered

TTL = 600
"""Seconds for which it is known who hears what, after the last sign of life of anybody who does."""
Verdict = Literal["ok", "none", "worn out", "enough", "gone"]
_NAMES = ("hear_open", "hear_take", "hear_keep", "hear_done", "hear_leave")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who hears."""

    name: str
    attempt: int | None
    """Of the task, for whoever has it; None for a helper."""

    @classmethod
    def of_attempt(cls, attempt: int) -> Holder:
        """Whoever has the task."""
        return cls(f"attempt {attempt}", attempt)

    @property
    def shown_attempt(self) -> int | str:
        """As the scripts take it."""
        return "" if self.attempt is None else self.attempt


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer to whoever asked for a chunk."""

    verdict: Verdict
    chunk: int | None
    states: str
    """A letter for each chunk: `h`eard, `t`aken by somebody, `f`ree."""


class Hearings:
    """The claims to chunks. Everything raises StoreUnavailable where Redis can't be reached."""

    def __init__(self, redis: Redis) -> None:
        self._redis: Any = redis
        self._scripts = registered(redis, _NAMES)

    async def _run(self, name: str, task_id: TaskId, *args: str | int) -> list[str]:
        with reaching_redis():
            answer: list[str] = await self._scripts[name](keys=[*keys_of(task_id), keys.hearing(task_id)], args=[*args])
        return answer

    async def open(self, task_id: TaskId, attempt: int, heard: list[bool]) -> bool:
        """Let chunks be taken, but those that are known; False where the task is over or another attempt has it."""
        known = [at for at, is_heard in enumerate(heard) if is_heard]
        verdict, _ = await self._run("hear_open", task_id, attempt, len(heard), dumps(known), TTL)
        return verdict == "ok"

    async def is_open(self, task_id: TaskId) -> bool:
        """Whether chunks can be taken."""
        with reaching_redis():
            return bool(await self._redis.exists(keys.hearing(task_id)))

    async def take(self, task_id: TaskId, holder: Holder, *, lease: float, most: int, idle: bool) -> Taken:
        """A chunk that nobody hears, for `lease` seconds; none for whoever isn't idle.

        A helper gets none while a task waits (`enough`); whoever has the task learns of a chunk that was taken `most`
        times by processes that were killed (`worn out`).
        """
        arguments = (holder.name, holder.shown_attempt, int(1000 * lease), most, int(idle))
        verdict, chunk, states = await self._run("hear_take", task_id, *arguments)
        return Taken(cast(Verdict, verdict), int(chunk) if chunk else None, states)

    async def keep(self, task_id: TaskId, holder: Holder, *, lease: float) -> bool:
        """Hold what was taken for `lease` seconds more; False where nobody wants it any more."""
        verdict, _ = await self._run("hear_keep", task_id, holder.name, holder.shown_attempt, int(1000 * lease), TTL)
        return verdict == "ok"

    async def done(self, task_id: TaskId, chunk: int) -> None:
        """What is said in the chunk is kept."""
        await self._run("hear_done", task_id, chunk)

    async def leave(self, task_id: TaskId, holder: Holder, *, killed: bool) -> None:
        """Free what was taken and not heard; it counts against the chunk where the process was killed over it."""
        await self._run("hear_leave", task_id, holder.name, int(killed))

    async def close(self, task_id: TaskId) -> None:
        """Forget all of it."""
        with reaching_redis():
            await self._redis.delete(keys.hearing(task_id))
