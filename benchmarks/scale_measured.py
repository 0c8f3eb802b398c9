"""What a real Cueweave of one or more workers does with a burst of tasks, and what that costs each part.

Most of a task's time is the wait for a language model that takes two seconds to refuse, so that work lasts about as
long each time, on a machine that is busy with other things, too.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import httpx
import psutil
from chaos import recording
from chaos_system import Member, System
from scale_model import Arrival, Done, Limits, Outcome

HEAVY, LIGHT, EACH = 20, 10, 2
"""One user with twenty tasks, and ten with two each, all at once."""
LIMITS = Limits(per_user=HEAVY, in_all=100)
POLLS = 300
IDLE_SECONDS = 10.0
STEP = 0.2
MODEL_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one task, but where it says otherwise; what goes on without tasks is taken off."""

    commands: float
    """Those of all workers' looks at it while it was active included (`scale_store`)."""
    store_seconds: float
    """Of processor time, of a command."""
    log_bytes: float
    """Of the append-only log."""
    store_bytes: float
    """Of memory, of a task that has ended and is kept."""
    api_seconds: float
    """Of processor time, of all APIs with the processes that look into uploads."""
    poll_commands: float
    """Of a question for a status."""
    poll_seconds: float
    """Of processor time of an API."""
    idle_commands: float
    """A second, of two APIs and the workers together."""
    api_memory: float
    """Bytes of an API's process."""
    worker_memory: float
    """Bytes of a worker's process, without the tasks' own."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A burst as it went."""

    arrivals: list[Arrival]
    outcome: Outcome
    pick_ups: list[float]
    """Seconds from an end to the next beginning on the same worker."""
    cost: Cost

    @property
    def works(self) -> list[float]:
        """Seconds of each task, in the order in which they were begun."""
        return [done.ended - done.begun for done in sorted(self.outcome.done, key=lambda done: done.begun)]


def measured(workers: int) -> Measured:
    """A system with so many workers of one place each, that is handed everything at once."""
    with tempfile.TemporaryDirectory(prefix="cueweave-scale-") as name, _slow_model() as address:
        system = System(Path(name), workers=0, limits=(LIMITS.per_user, LIMITS.in_all))
        try:
            system.env |= {"CUEWEAVE_LLM": "slow", "CUEWEAVE_LLM_BASE_URL": address}
            for number in range(workers):
                command = system.command("worker", "--concurrency", "1")
                system.workers.append(Member(f"w{number}", command, system.env, system.log(f"w{number}")))
            cost = asyncio.run(_burst(system, workers))
            return Measured(_arrivals(system), _outcome(system), _pick_ups(system), cost)
        finally:
            system.close()


class _Refusing(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(MODEL_SECONDS)
        self.send_response(401)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def _slow_model() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Refusing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


async def _burst(system: System, workers: int) -> Cost:
    (url, api), (_, other) = system.apis
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        await _ready(http, workers)
        idle = _Meter(system)
        await asyncio.sleep(IDLE_SECONDS)
        idle_commands, idle_store = idle.commands() / IDLE_SECONDS, idle.store_seconds() / IDLE_SECONDS
        meter, before = _Meter(system), _processor(api.pid) + _processor(other.pid)
        tasks = await _hand_in(http, system.folder)
        await _over(system)
        spent, took = _processor(api.pid) + _processor(other.pid) - before, meter.seconds()
        commands = meter.commands() - took * (idle_commands + 1 / STEP)
        store, log, memory = meter.store_seconds(), meter.grown("aof_current_size"), meter.grown("used_memory")
        polls, before = _Meter(system), _processor(api.pid)
        for _ in range(POLLS):
            (await http.get(f"/tasks/{tasks[0]}/status", headers={"X-User-ID": "heavy"})).raise_for_status()
    return Cost(
        commands=commands / len(tasks),
        store_seconds=(store - took * idle_store) / commands,
        log_bytes=log / len(tasks),
        store_bytes=memory / len(tasks),
        api_seconds=spent / len(tasks),
        poll_commands=(polls.commands() - polls.seconds() * idle_commands) / POLLS,
        poll_seconds=(_processor(api.pid) - before) / POLLS,
        idle_commands=idle_commands,
        api_memory=psutil.Process(api.pid).memory_info().rss,
        worker_memory=psutil.Process(system.workers[0].pid).memory_info().rss,
    )


async def _over(system: System) -> None:
    while await asyncio.to_thread(system.redis.get, "global:active_tasks_count") != "0":  # noqa: ASYNC110 - it can't tell
        await asyncio.sleep(STEP)


async def _ready(http: httpx.AsyncClient, workers: int) -> None:
    while True:
        try:
            if (await http.get("/readyz")).json().get("workers") == workers:
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(STEP)


async def _hand_in(http: httpx.AsyncClient, folder: Path) -> list[str]:
    """Everything, as fast as an API takes it; the tasks."""
    media, subtitles = recording(folder)
    files = {"media_file": ("talk.wav", media), "srt_file": ("talk.srt", subtitles)}
    gate = asyncio.Semaphore(4)

    async def hand_in(user: str) -> str:
        async with gate:
            answer = await http.post("/process/srt_media/", headers={"X-User-ID": user}, files=files)
        return str(answer.raise_for_status().json()["task_id"])

    users = ["heavy"] * HEAVY + [f"light-{number}" for number in range(LIGHT) for _ in range(EACH)]
    return await asyncio.gather(*map(hand_in, users))


class _Meter:
    """What the store has done since."""

    def __init__(self, system: System) -> None:
        self._redis, self._began = system.redis, time.monotonic()
        self._before = self._redis.info()

    def seconds(self) -> float:
        return time.monotonic() - self._began

    def grown(self, *names: str) -> float:
        now = self._redis.info()
        return sum(float(now[name]) - float(self._before[name]) for name in names)

    def commands(self) -> float:
        return self.grown("total_commands_processed")

    def store_seconds(self) -> float:
        return self.grown("used_cpu_user", "used_cpu_sys")


def _processor(pid: int) -> float:
    """Seconds of the process, of those below it, and of those that have ended below it."""
    top = psutil.Process(pid)
    return sum(sum(each.cpu_times()[:4]) for each in (top, *top.children(recursive=True)))


def _told(system: System, names: str, event: str) -> Iterator[tuple[float, str, str]]:
    """When it was logged, of whose task, and where."""
    for path in system.folder.glob(f"{names}.log"):
        for line in path.read_text().splitlines():
            if line.startswith("{") and (told := json.loads(line))["event"] == event:
                at = datetime.fromisoformat(told["timestamp"]).timestamp()
                yield at, told["task_id"], path.name


def _arrivals(system: System) -> list[Arrival]:
    return [Arrival(at, _user(task)) for at, task, _ in sorted(_told(system, "api-*", "task accepted"))]


def _outcome(system: System) -> Outcome:
    arrived = {task: at for at, task, _ in _told(system, "api-*", "task accepted")}
    begun = {task: at for at, task, _ in _told(system, "w*", "task started")}
    ended = {task: at for at, task, _ in _told(system, "w*", "task completed")}
    return Outcome([Done(_user(task), arrived[task], begun[task], ended[task]) for task in ended])


def _pick_ups(system: System) -> list[float]:
    starts, ends = _told(system, "w*", "task started"), _told(system, "w*", "task completed")
    course = sorted([(where, at, "start") for at, _, where in starts] + [(where, at, "end") for at, _, where in ends])
    return [
        later - earlier
        for (one, earlier, what), (other, later, _) in pairwise(course)
        if one == other and what == "end"
    ]


def _user(task_id: str) -> str:
    return task_id.partition(":")[0]
