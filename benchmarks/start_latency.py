"""How soon an idle system begins a task, beside its bare queue; and many creates at once."""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from pathlib import Path

import httpx
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent))

from bare_queue import FUNCTION, bare_queue
from chaos import recording
from row import Row, compared, limited, print_machine, print_table
from small_service import HOST, SmallService

ROUNDS, AT_ONCE, MOST = 30, 200, 20
LOOK = 0.001
"""Seconds between two looks at whether it has begun."""
REST = 0.3
"""Seconds until the worker has put away what was before, and waits for the next: the system is idle."""


def latency_rows() -> list[Row]:
    """From the answer to a create until a worker has the task; the bare queue's from a call until it is carried out."""
    with SmallService() as service:
        media, subtitles = recording(service.folder)
        files = {"media_file": ("talk.wav", media), "srt_file": ("talk.srt", subtitles)}
        port = service.api(CUEWEAVE_RATE_LIMITS="off", MAX_GLOBAL_CONCURRENT_TASKS=str(MOST))
        service.worker()
        with Redis.from_url(service.store.url, decode_responses=True) as redis:
            _begun(redis, port, files)  # the worker has yet to start
            ours = [_begun(redis, port, files) for _ in range(ROUNDS)]
            bare = asyncio.run(_bare(service, redis))
        service.workers[0].kill()  # from here on nothing ends, so that the limit is seen
        many = asyncio.run(_at_once(port, files))
    beyond = 1000 * (statistics.median(ours) - statistics.median(bare))
    accepted = [seconds for status, seconds in many if status == 202]
    answered = statistics.quantiles([seconds for _, seconds in many], n=20)[-1]
    mine, theirs = ([1000 * each for each in found] for found in (ours, bare))
    return [
        compared("a task's answer to its start, idle", mine, theirs, "ms", peer="the bare queue, a call to its start"),
        limited("the same beyond the bare queue", [beyond], 30, "ms"),
        Row(f"of {AT_ONCE} creates at once are accepted", str(len(accepted)), f"limit of the server: {MOST}"),
        Row("all of them are answered, 95% within", f"{answered:.1f} s", "uploads and refusals"),
    ]


def _begun(redis: Redis, port: int, files: dict[str, tuple[str, bytes]]) -> float:
    with httpx.Client(base_url=f"http://{HOST}:{port}", headers={"X-User-ID": "ada"}, timeout=60) as client:
        task_id = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        began = time.perf_counter()
        while json.loads(str(redis.hget(f"task:{task_id}", "data")))["status"] == "pending":
            time.sleep(LOOK)
        took = time.perf_counter() - began
        while client.get(f"/tasks/{task_id}/status").json()["status"] in ("pending", "processing"):
            time.sleep(0.05)
        time.sleep(REST)
    return took


async def _bare(service: SmallService, redis: Redis) -> list[float]:
    times = []
    async with bare_queue(service.env, service.folder) as docket:
        for number in range(ROUNDS):
            began = time.perf_counter()
            await docket.add(FUNCTION)(str(number))
            while not redis.exists(f"bare:{number}"):  # noqa: ASYNC110 - the other end is another process
                await asyncio.sleep(LOOK)
            times.append(time.perf_counter() - began)
            await asyncio.sleep(REST)
    return times


async def _at_once(port: int, files: dict[str, tuple[str, bytes]]) -> list[tuple[int, float]]:
    async with httpx.AsyncClient(base_url=f"http://{HOST}:{port}", timeout=120, limits=httpx.Limits()) as client:

        async def create(number: int) -> tuple[int, float]:
            began = time.perf_counter()
            answer = await client.post("/process/srt_media/", headers={"X-User-ID": f"user-{number}"}, files=files)
            return answer.status_code, time.perf_counter() - began

        return await asyncio.gather(*(create(number) for number in range(AT_ONCE)))


if __name__ == "__main__":
    print_machine()
    print_table(latency_rows())
