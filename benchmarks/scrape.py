"""What /metrics costs with 20 active and 10,000 finished tasks: milliseconds of an answer, and of the processors."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

import httpx
import psutil
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from chaos_system import HOST, Member, free_port
from row import Row, print_machine, print_table
from support.made import a_task
from support.valkey import Valkey

from cueweave.domain.tasks import Status, TaskId
from cueweave.store import keys

ACTIVE, FINISHED, SCRAPES, EVERY_SECONDS = 20, 10_000, 200, 15
MOST_MS, MOST_PERCENT = 50, 1.0


def fill(url: str, active: int, finished: int) -> None:
    """So many tasks, as the store's scripts would leave them."""
    with Redis.from_url(url) as redis, redis.pipeline(transaction=False) as pipeline:
        for at in range(active + finished):
            done = at >= active
            task = replace(a_task(), status=Status.COMPLETED if done else Status.PENDING)
            task_id = TaskId.parse(task.task_id)
            pipeline.hset(keys.record(task_id), "data", json.dumps(asdict(task)))
            if done:
                pipeline.zadd(keys.user_finished(task_id.user), {task.task_id: at})
            else:
                pipeline.zadd(keys.ACTIVE, {task.task_id: at})
                pipeline.zadd(keys.WAITING, {task.task_id: at})
                pipeline.sadd(keys.user_active(task_id.user), task.task_id)
                pipeline.incr(keys.ACTIVE_COUNT)
        pipeline.execute()


def busy(pids: list[int]) -> float:
    """Seconds that these processes have kept a processor busy."""
    return sum(sum(psutil.Process(pid).cpu_times()[:2]) for pid in pids)


def measure(url: str, pids: list[int]) -> list[Row]:
    """Scrape again and again on one connection, as Prometheus does."""
    with httpx.Client(base_url=url, timeout=60) as client:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                if client.get("/readyz").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        size = len(client.get("/metrics").raise_for_status().content)
        before, times = busy(pids), []
        for _ in range(SCRAPES):
            began = time.perf_counter()
            client.get("/metrics").raise_for_status()
            times.append(1000 * (time.perf_counter() - began))
        seconds = (busy(pids) - before) / SCRAPES
    percent = 100 * seconds / EVERY_SECONDS
    return [
        Row("an answer of /metrics, median", f"{statistics.median(times):.1f} ms", f"limit {MOST_MS} ms"),
        Row(
            "an answer of /metrics, 95 of 100", f"{statistics.quantiles(times, n=20)[-1]:.1f} ms", f"limit {MOST_MS} ms"
        ),
        Row("its size", f"{size:,} bytes", ""),
        Row("processor, API and store", f"{1000 * seconds:.1f} ms a scrape", ""),
        Row(f"the same, scraped every {EVERY_SECONDS} s", f"{percent:.2f}%", f"limit {MOST_PERCENT:.0f}%"),
    ]


def main() -> None:
    """Start a store and an API, fill them, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--active", type=int, default=ACTIVE)
    parser.add_argument("--finished", type=int, default=FINISHED)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cw-") as name:
        folder, port = Path(name), free_port()
        store = Valkey(folder)
        store.start()
        env = os.environ | {"REDIS_URL": store.url, "CUEWEAVE_DATA_DIR": name, "CUEWEAVE_LOG_FORMAT": "json"}
        api = Member("api", [sys.executable, "-m", "cueweave", "api", "--port", str(port)], env, folder / "api.log")
        try:
            fill(store.url, asked.active, asked.finished)
            pid = store.info("process_id")
            rows = measure(f"http://{HOST}:{port}", [api.pid, pid])
        finally:
            api.kill()
            store.kill()
    print_machine()
    print(f"{asked.active} active and {asked.finished:,} finished tasks, {SCRAPES} scrapes")
    print_table(rows)


if __name__ == "__main__":
    main()
