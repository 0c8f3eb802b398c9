"""The queue that we are built on and nothing else: a worker of its own process that notes that it was called."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from chaos_system import Member
from docket import Docket, Worker
from redis.asyncio import Redis

NAME, FUNCTION = "bare", "note"


async def note(number: str) -> None:
    """Be seen."""
    async with Redis.from_url(os.environ["REDIS_URL"]) as redis:
        await redis.set(f"bare:{number}", 1)


def _docket(url: str) -> Docket:
    docket = Docket(name=NAME, url=url)
    docket.register(note, names=[FUNCTION])
    return docket


@asynccontextmanager
async def bare_queue(env: dict[str, str], folder: Path) -> AsyncIterator[Docket]:
    """The calling side, while a worker runs."""
    worker = Member("bare", [sys.executable, __file__], env, folder / "bare.log")
    try:
        async with _docket(env["REDIS_URL"]) as docket:
            while not await docket.workers():  # noqa: ASYNC110 - the other end is another process
                await asyncio.sleep(0.1)
            yield docket
    finally:
        worker.kill()


async def _work() -> None:
    async with _docket(os.environ["REDIS_URL"]) as docket, Worker(docket) as worker:
        await worker.run_forever()


if __name__ == "__main__":
    asyncio.run(_work())
