"""The messages that tell of tasks' ends: a hash a task, and which of them are still to be delivered.

A message is owed by the same script that ends its task (`owe_message` in `lua/prelude.lua`), so none is ever forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from redis.asyncio import Redis

from cueweave.domain.deliveries import Delivery, DeliveryState
from cueweave.domain.tasks import TaskId
from cueweave.store import keys
from cueweave.store.clock import now
from cueweave.store.reach import reaching_redis
from cueweave.store.scripts import keys_of, registered

HANDED_OUT_MS = 30_000
"""How long whoever got a due message has it alone; a try takes half of that."""
RESEND_PAUSE_MS = 10_000
"""Between the last try and one that a user asks for: nobody is to be flooded through us."""
_NAMES = ("owed", "tried", "resend")
_NOBODY = TaskId(user="", key="")


class Deliveries:
    """On one Redis. Everything raises StoreUnavailable where it can't be reached."""

    def __init__(self, redis: Redis) -> None:
        self._redis: Any = redis
        self._scripts = registered(redis, _NAMES)

    async def _run(self, name: str, task_id: TaskId, *args: str | int) -> list[str]:
        on = [*keys_of(task_id), keys.UNDELIVERED, keys.delivery(task_id), keys.DELIVERIES]
        with reaching_redis():
            answer: list[str] = await self._scripts[name](keys=on, args=[*args])
        return answer

    async def owed(self, *, most: int) -> list[tuple[TaskId, int]]:
        """The messages that are due, and how often each was tried; they are handed out to one asker at a time."""
        at = now().milliseconds
        pairs = [each.rpartition("/") for each in await self._run("owed", _NOBODY, at, at + HANDED_OUT_MS, most)]
        return [(TaskId.parse(task_id), int(tries)) for task_id, _, tries in pairs]

    async def waiting(self) -> int:
        """How many messages are still to be delivered."""
        with reaching_redis():
            return int(await self._redis.zcard(keys.UNDELIVERED))

    async def of(self, task_id: TaskId) -> Delivery | None:
        """The message about this task, if there is one."""
        with reaching_redis():
            values = await self._redis.hgetall(keys.delivery(task_id))
        return _delivery(values) if values else None

    async def tried(self, task_id: TaskId, number: int, ended: Delivery) -> Literal["ok", "stale"]:
        """Keep how try `number` (from 0) ended: state, status, reason, last and next of `ended` are taken."""
        facts = (ended.state, "" if ended.status is None else ended.status, ended.reason, ended.last or 0)
        verdict = await self._run("tried", task_id, str(task_id), number, *facts, ended.next or "")
        return "ok" if verdict == ["ok"] else "stale"

    async def resend(self, task_id: TaskId) -> bool:
        """Have the message sent once more; whether there is one."""
        return await self._run("resend", task_id, str(task_id), now().milliseconds, RESEND_PAUSE_MS) == ["ok"]


def _delivery(values: Mapping[str, str]) -> Delivery:
    return Delivery(
        id=values["id"],
        state=DeliveryState(values["state"]),
        tries=int(values["tries"]),
        since=int(values["since"]),
        next=_number(values.get("next")),
        asked_again_at=int(values.get("asked_again_at", 0)),
        last=_number(values.get("last")),
        status=_number(values.get("status")),
        reason=values.get("reason", ""),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None
