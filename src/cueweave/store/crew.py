"""What workers say of themselves every few seconds, and what an operator asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from json import dumps, loads
from typing import Any

from redis.asyncio import Redis

from cueweave.store import keys
from cueweave.store.reach import reaching_redis

SILENT_SECONDS = 10
"""Who has said nothing for so long has gone."""
ASKED_SECONDS = 60
"""An operator's wish that nobody hears is forgotten after so long."""


@dataclass(frozen=True, slots=True)
class Member:
    """A worker at one moment."""

    name: str
    """HOST#PID."""
    concurrency: int
    """How many tasks it may run at once."""
    tasks: tuple[str, ...]
    """The ids of those that it runs."""
    since: str
    """When it began; UTC, ISO 8601."""
    draining: bool
    """Whether it takes no more tasks and ends when it has none."""
    version: str
    """Of Cueweave."""


class Crew:
    """The workers on one Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis: Any = redis  # its types don't know that all is awaited

    async def tell(self, member: Member) -> bool:
        """A worker says how it is; whether it was asked to stop since it did so last."""
        with reaching_redis():
            async with self._redis.pipeline(transaction=False) as pipeline:
                pipeline.set(keys.worker(member.name), dumps(asdict(member)), ex=SILENT_SECONDS)
                pipeline.getdel(keys.drain(member.name))
                _, asked = await pipeline.execute()
        return asked is not None

    async def leave(self, name: str) -> None:
        """The worker ends."""
        with reaching_redis():
            await self._redis.delete(keys.worker(name), keys.drain(name))

    async def look(self, names: Sequence[str]) -> list[Member]:
        """Those of the workers that still are, in the same order."""
        if not names:
            return []
        with reaching_redis():
            found = await self._redis.mget([keys.worker(name) for name in names])
        return [_from_json(data) for data in found if data]

    async def ask_to_drain(self, name: str) -> None:
        """The worker hears it when it next says how it is."""
        with reaching_redis():
            await self._redis.set(keys.drain(name), "1", ex=ASKED_SECONDS)


def _from_json(data: str) -> Member:
    values = loads(data)
    return Member(**{name: values[name] for name in Member.__slots__} | {"tasks": tuple(values["tasks"])})
