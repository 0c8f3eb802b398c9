"""A store, and whatever serves beside it, below one folder; all ends with it."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType

import httpx
import psutil
from redis import Redis

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from chaos_system import HOST, Member, free_port
from support.made import a_task
from support.valkey import Valkey

from cueweave.domain.tasks import Status, TaskId
from cueweave.store import keys

__all__ = ["HOST", "SmallService", "busy", "fill"]

PATIENCE = 60.0


class SmallService:
    """Enter it; then start what is needed."""

    def __enter__(self) -> SmallService:
        """The store runs."""
        self._folder = tempfile.TemporaryDirectory(prefix="cw-")  # a socket's path must be short
        self.folder = Path(self._folder.name)
        self.store = Valkey(self.folder)
        self.store.start()
        self.members: dict[int, Member] = {}
        self.workers: list[Member] = []
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CUEWEAVE_", "REDIS_"))}
        self.env = kept | {
            "REDIS_URL": self.store.url,
            "CUEWEAVE_DATA_DIR": str(self.folder / "data"),
            "CUEWEAVE_LOG_FORMAT": "json",
            "PYTHONPATH": str(Path(__file__).parent),
        }
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for member in (*self.workers, *self.members.values()):
            member.kill()
        self.store.kill()
        self._folder.cleanup()

    def task(self) -> str:
        """The id of a task that waits, as if it had been handed in."""
        fill(self.store.url, 1, 0)
        with Redis.from_url(self.store.url, decode_responses=True) as redis:
            return str(next(redis.scan_iter("task:*"))).removeprefix("task:")

    def api(self, **settings: str) -> int:
        """The port of an API that answers."""
        return self._serve("api", [sys.executable, "-m", "cueweave", "api", "--port"], settings)

    def bare(self, app: str, python: str = sys.executable) -> int:
        """The port of another app, served as our API is, perhaps from an environment of its own."""
        quiet = ["--no-access-log", "--log-level", "warning", "--http", "h11", "--loop", "asyncio"]
        return self._serve("bare", [python, "-m", "uvicorn", app, *quiet, "--port"], {})

    def worker(self, **settings: str) -> Member:
        """A worker that takes one task at a time."""
        command = [sys.executable, "-m", "cueweave", "worker", "--concurrency", "1"]
        self.workers.append(Member("worker", command, self.env | settings, self.folder / "worker.log"))
        return self.workers[-1]

    def _serve(self, name: str, command: list[str], settings: dict[str, str]) -> int:
        port = free_port()
        log = self.folder / f"{name}-{port}.log"
        self.members[port] = Member(name, [*command, str(port)], self.env | settings, log)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                httpx.get(f"http://{HOST}:{port}/healthz")
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return port
        raise SystemExit(log.read_text())


def fill(url: str, active: int, finished: int, *, users: int = 1) -> None:
    """So many tasks, as the store's scripts would leave them; all of one user, or of several in turns."""
    with Redis.from_url(url) as redis, redis.pipeline(transaction=False) as pipeline:
        for at in range(active + finished):
            done = at >= active
            user = f"ada-{at % users}" if users > 1 else "ada"
            task = replace(a_task(user), status=Status.COMPLETED if done else Status.PENDING)
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
    """Seconds that these processes' threads have kept a processor busy, to the nanosecond where Linux counts so."""
    return sum(_of_threads(pid) for pid in pids)


def _of_threads(pid: int) -> float:
    counted = sum(int(path.read_text().split()[0]) for path in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return counted / 1e9 if counted else sum(psutil.Process(pid).cpu_times()[:2])
