"""How soon a thousand listeners hear of a change, and what their connections cost the API."""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import psutil
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent))

from row import Row, limited, print_machine, print_table
from small_service import HOST, SmallService
from support.made import a_task

from cueweave.domain.tasks import Status, TaskId
from cueweave.store import keys

USERS, EACH, CHANGES = 100, 10, 10
MIB = 1024**2


def event_rows() -> list[Row]:
    """Ten streams of each of a hundred users, each user's on one task; every change is written to all of the tasks."""
    with SmallService() as service:
        limits = {"CUEWEAVE_RATE_LIMITS": "off", "CUEWEAVE_MAX_CONNECTIONS": "2000"}
        port = service.api(**limits)
        tasks = [TaskId.new(f"user-{number}") for number in range(USERS)]
        with Redis.from_url(service.store.url) as redis:
            _write(redis, tasks, 0)
            process = psutil.Process(service.members[port].pid)
            before = process.memory_info().rss
            waited = asyncio.run(_listen(redis, port, tasks))
            grown = (process.memory_info().rss - before) / MIB
    worst = [statistics.quantiles(each, n=20)[-1] for each in waited]
    what = f"a change to {USERS * EACH:,} listeners"
    return [
        limited(f"{what}, 95 of 100 within", [1000 * each for each in worst], 300, "ms"),
        limited(f"{USERS * EACH:,} open streams, memory of the API", [grown], 60, "MiB"),
    ]


def _write(redis: Redis, tasks: list[TaskId], progress: int) -> None:
    for task_id in tasks:
        task = replace(a_task(), task_id=str(task_id), status=Status.PROCESSING, progress=progress)
        redis.hset(keys.record(task_id), "data", json.dumps(asdict(task)))


async def _listen(redis: Redis, port: int, tasks: list[TaskId]) -> list[list[float]]:
    """Seconds from each change until each listener heard of it."""
    heard: asyncio.Queue[tuple[int, float]] = asyncio.Queue()
    listeners = [asyncio.create_task(_hear(port, each, heard)) for each in tasks for _ in range(EACH)]
    for _ in listeners:
        await heard.get()  # the state as it is
    waited = []
    for progress in range(1, CHANGES + 1):
        await asyncio.sleep(0.37)  # at no fixed place between two looks
        began = time.perf_counter()
        await asyncio.to_thread(_write, redis, tasks, progress)
        waited.append([(await heard.get())[1] - began for _ in listeners])
    for each in listeners:
        each.cancel()
    await asyncio.gather(*listeners, return_exceptions=True)
    return waited


async def _hear(port: int, task_id: TaskId, heard: asyncio.Queue[tuple[int, float]]) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(f"GET /tasks/{task_id}/events HTTP/1.1\r\nHost: x\r\nX-User-ID: {task_id.user}\r\n\r\n".encode())
    while line := await reader.readline():
        if line.startswith(b"data:"):
            heard.put_nowait((json.loads(line[5:])["progress"], time.perf_counter()))


if __name__ == "__main__":
    print_machine()
    print_table(event_rows())
