"""What happened since the store began, in numbers: counted here, since several processes work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from redis.asyncio import Redis

from cueweave.domain.tasks import Stage, Status
from cueweave.domain.usage import Usage
from cueweave.store import keys
from cueweave.store.reach import reaching_redis

Cause = Literal["first", "redelivered", "crashed"]
"""Why an attempt was begun: it is the first, another worker had the task before, or this worker's child was killed."""
CAUSES: tuple[Cause, ...] = ("first", "redelivered", "crashed")
DELIVERY_OUTCOMES = ("delivered", "retried", "failed")
STORAGE_KNOWN_SECONDS = 600
"""How long what the files take is told after somebody has looked."""
MICROSECONDS = 1_000_000
ADD = """
for at = 1, #KEYS do redis.call('hincrbyfloat', KEYS[at], ARGV[2 * at - 1], ARGV[2 * at]) end
"""
"""To a field of a hash each; one command for all that a task's end counts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """All of the numbers at one moment."""

    ended: dict[Status, int]
    """How many tasks ended in which way."""
    ended_in: dict[tuple[str, str], int]
    """The same by way and stage."""
    attempts: dict[str, int]
    """By cause."""
    stage_seconds: dict[str, tuple[float, int]]
    """Per stage: seconds spent, and how often it was passed."""
    media_seconds: float
    """Of all media whose work was brought to an end."""
    work_seconds: float
    """For which these were worked on."""
    llm: Usage
    mended: int
    """How often the kept count of active tasks was found wrong and set right; more than 0 is a bug."""
    storage_bytes: int | None
    """What files take; None where nobody has looked lately."""
    deliveries: dict[str, int]
    """Tries to tell somebody of a task's end, by what became of them."""
    oldest_waiting: float
    """Seconds for which the task that has waited longest waits for a worker; 0 where none does."""


class Tallies:
    """The numbers on one Redis: a handful of fields, whatever the number of tasks."""

    def __init__(self, redis: Redis) -> None:
        self._redis: Any = redis  # its types don't know that all is awaited
        self._add = redis.register_script(ADD)

    async def began(self, cause: Cause) -> None:
        """An attempt was begun."""
        with reaching_redis():
            await self._redis.hincrby(keys.ATTEMPTS, cause, 1)

    async def passed(self, stages: Mapping[Stage, float], *, media_seconds: float) -> None:
        """The work on a medium of this length was brought to an end; the seconds that each stage took."""
        counts = [(keys.STAGE_SECONDS, f"{stage}:sum", seconds) for stage, seconds in stages.items()]
        counts += [(keys.STAGE_SECONDS, f"{stage}:count", 1) for stage in stages]
        counts += [
            (keys.ATTEMPTS, "media_seconds", media_seconds),
            (keys.ATTEMPTS, "work_seconds", sum(stages.values())),
        ]
        fields = [each for _, name, number in counts for each in (name, number)]
        with reaching_redis():
            await self._add(keys=[key for key, _, _ in counts], args=fields)

    async def asked(self, usage: Usage) -> None:
        """What a language model cost."""
        counts = {"tokens_in": usage.tokens_in, "tokens_out": usage.tokens_out, "ungrounded": usage.ungrounded}
        counts |= {f"requests:{outcome}": count for outcome, count in usage.requests.items()}
        with reaching_redis():
            async with self._redis.pipeline(transaction=True) as pipeline:
                for name, count in counts.items():
                    pipeline.hincrby(keys.LLM, name, count)
                await pipeline.execute()

    async def mended(self, wrong: int) -> None:
        """So many things about the count of active tasks were wrong and are right now."""
        with reaching_redis():
            await self._redis.incrby(keys.COUNTER_MENDED, wrong)

    async def stored(self, used: int) -> None:
        """So many bytes do files take; told until nobody has looked for a while."""
        with reaching_redis():
            await self._redis.set(keys.STORAGE_USED, used, ex=STORAGE_KNOWN_SECONDS)

    async def read(self) -> Tally:
        """All numbers, in one question to the store."""
        with reaching_redis():
            async with self._redis.pipeline(transaction=False) as pipeline:
                for key in (keys.ENDED, keys.STAGE_SECONDS, keys.ATTEMPTS, keys.LLM, keys.DELIVERIES):
                    pipeline.hgetall(key)
                pipeline.get(keys.COUNTER_MENDED)
                pipeline.get(keys.STORAGE_USED)
                pipeline.zrange(keys.WAITING, 0, 0, withscores=True)
                pipeline.time()
                ended, stages, attempts, llm, deliveries, mended, storage, oldest, clock = await pipeline.execute()
        return Tally(
            ended={status: int(ended.get(status, 0)) for status in Status if status.is_over},
            ended_in=_by_two(ended),
            attempts={cause: int(attempts.get(cause, 0)) for cause in CAUSES},
            stage_seconds=_stage_seconds(stages),
            media_seconds=float(attempts.get("media_seconds", 0)),
            work_seconds=float(attempts.get("work_seconds", 0)),
            llm=_usage(llm),
            mended=int(mended or 0),
            storage_bytes=None if storage is None else int(storage),
            deliveries={outcome: int(deliveries.get(outcome, 0)) for outcome in DELIVERY_OUTCOMES},
            oldest_waiting=_waiting(oldest, clock),
        )


def _by_two(ended: Mapping[str, str]) -> dict[tuple[str, str], int]:
    pairs = ((name.partition(":"), int(count)) for name, count in sorted(ended.items()))
    return {(status, stage): count for (status, _, stage), count in pairs if stage}


def _stage_seconds(values: Mapping[str, str]) -> dict[str, tuple[float, int]]:
    stages = sorted({name.rpartition(":")[0] for name in values})
    return {stage: (float(values.get(f"{stage}:sum", 0)), int(values.get(f"{stage}:count", 0))) for stage in stages}


def _usage(values: Mapping[str, str]) -> Usage:
    counts = {name: int(value) for name, value in values.items()}
    requests = {name.partition(":")[2]: count for name, count in counts.items() if name.startswith("requests:")}
    return Usage(counts.get("tokens_in", 0), counts.get("tokens_out", 0), requests, counts.get("ungrounded", 0))


def _waiting(oldest: list[tuple[str, float]], clock: tuple[int, int]) -> float:
    """By the store's own clock, which also wrote since when the task waits."""
    if not oldest:
        return 0.0
    seconds, microseconds = clock
    return max(seconds + microseconds / MICROSECONDS - oldest[0][1] / MICROSECONDS, 0.0)
