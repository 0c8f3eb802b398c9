"""Questions that many callers have at the same time, put to Redis together."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from redis.asyncio import Redis

MOST = 128
"""Commands of one batch; what comes then waits for the next."""
Command = tuple[str | int, ...]
Asked = tuple[Command, "asyncio.Future[Any]"]


class Together:
    """Sends what is asked while a batch is away as the next batch: one way to Redis and back for all of it.

    A single question costs what it costs by itself; of many at once each costs far less.
    """

    def __init__(self, redis: Redis) -> None:
        self._redis: Any = redis
        self._waiting: deque[Asked] = deque()
        self._sending: asyncio.Task[None] | None = None

    async def ask(self, *command: str | int) -> Any:
        """The answer to the command, which must be one that may be sent twice. Raises what redis-py raises."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((command, answer))
        if self._sending is None:
            self._sending = asyncio.create_task(self._send())
        return await answer

    async def close(self) -> None:
        """Give up what is being asked."""
        for _, answer in self._waiting:
            answer.cancel()
        if self._sending:
            self._sending.cancel()
            await asyncio.wait([self._sending])

    async def _send(self) -> None:
        try:
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST))]
                wanted = [each for each in batch if not each[1].done()]  # whoever was cancelled asks no more
                if wanted:
                    await self._answer(wanted)
        finally:
            self._sending = None

    async def _answer(self, batch: list[Asked]) -> None:
        try:
            found = await self._found([command for command, _ in batch])
        except BaseException as error:
            for _, answer in batch:
                _give(answer, error)
            if not isinstance(error, Exception):
                raise
        else:
            for (_, answer), each in zip(batch, found, strict=True):
                _give(answer, each)

    async def _found(self, commands: list[Command]) -> list[Any]:
        if len(commands) == 1:
            return [await self._redis.execute_command(*commands[0])]
        async with self._redis.pipeline(transaction=False) as pipeline:
            for command in commands:
                pipeline.execute_command(*command)
            found: list[Any] = await pipeline.execute(raise_on_error=False)
        return found


def _give(answer: asyncio.Future[Any], found: Any) -> None:
    if answer.done():
        return
    if isinstance(found, asyncio.CancelledError):
        answer.cancel()
    elif isinstance(found, BaseException):
        answer.set_exception(found)
    else:
        answer.set_result(found)
