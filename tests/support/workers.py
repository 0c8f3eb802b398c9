"""Workers of both kinds: in this process, and in processes that can be killed."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from pathlib import Path

import psutil

from cueweave.domain.tasks import Task
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.worker import run_worker
from support import media
from support.eventually import eventually

Submit = Callable[..., Awaitable[Task]]

PROGRAM = """
import asyncio, json, signal, sys
from pathlib import Path
from cueweave.store.bucket import Bucket
from cueweave.telemetry import configure_logging
from cueweave.work import processes
from cueweave.work.config import WorkConfig
from cueweave.work.worker import run_worker

async def main(url, data, concurrency, lease, drain, chunk, ear, bucket):
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    config = WorkConfig(redis_url=url, data_dir=Path(data), result_ttl=600, lease_seconds=float(lease),
                        drain_seconds=float(drain), chunk_seconds=float(chunk),
                        bucket=Bucket(**json.loads(bucket)) if bucket else None)
    if ear:
        processes.prepare((*processes.TO_TRANSCRIBE, ear))
    await run_worker(config, concurrency=int(concurrency), stop=stop)

configure_logging(format="json")
asyncio.run(main(*sys.argv[1:]))
"""


class InProcessWorker:
    """A worker in the test's own event loop."""

    def __init__(self, config: WorkConfig) -> None:
        self._config = config
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._others = {process.pid for process in psutil.Process().children(recursive=True)}
        """Servers that other tests of this process keep running."""

    def start(self, *, concurrency: int = 2, drain_seconds: float = 2.0) -> None:
        """Begin to take tasks."""
        self._stop.clear()
        config = replace(self._config, drain_seconds=drain_seconds)
        self._running = asyncio.create_task(run_worker(config, concurrency=concurrency, stop=self._stop))

    def descendants(self) -> list[psutil.Process]:
        """All processes that this one has started since."""
        return [process for process in psutil.Process().children(recursive=True) if process.pid not in self._others]

    async def stop(self) -> None:
        """Ask it to stop and wait until it has."""
        self._stop.set()
        if self._running:
            await self._running
            self._running = None


class WorkerProcess:
    """A worker in a process of its own, as the command line would start it."""

    def __init__(self, config: WorkConfig, concurrency: int, ear: str = "") -> None:
        """`ear`: a module that puts another engine in the place of the real one."""
        seconds = (config.lease_seconds, config.drain_seconds, config.chunk_seconds)
        bucket = json.dumps(asdict(config.bucket)) if config.bucket else ""
        arguments = (config.redis_url, config.data_dir, concurrency, *seconds, ear, bucket)
        config.data_dir.mkdir(parents=True, exist_ok=True)
        self.log = config.data_dir / f"worker-{os.urandom(4).hex()}.log"
        with self.log.open("wb") as log:
            command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
            # the server that children are forked from finds an engine of ours where the worker was started
            self._process = subprocess.Popen(command, stderr=log, cwd=Path(__file__).parents[1])
        self.pid = self._process.pid

    def descendants(self) -> list[psutil.Process]:
        """All processes that it has started."""
        return psutil.Process(self.pid).children(recursive=True)

    def kill(self) -> None:
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        self._process.send_signal(signal.SIGTERM)

    def wait(self, seconds: float) -> int:
        """Its exit code."""
        return self._process.wait(seconds)


class WorkerProcesses:
    """Starts workers, and ends them after the test."""

    def __init__(self, config: WorkConfig) -> None:
        self._config = config
        self._started: list[WorkerProcess] = []

    def start(self, config: WorkConfig | None = None, *, concurrency: int = 2, ear: str = "") -> WorkerProcess:
        """One more worker."""
        worker = WorkerProcess(config or self._config, concurrency, ear)
        self._started.append(worker)
        return worker

    def kill_all(self) -> None:
        """End them."""
        for worker in self._started:
            worker.kill()


WHOLE = """
import asyncio, base64, pickle, sys
from cueweave.work.worker import run_worker

asyncio.run(run_worker(pickle.loads(base64.b64decode(sys.argv[1])), concurrency=1, stop=asyncio.Event()))
"""


def program_of(config: WorkConfig) -> subprocess.Popen[bytes]:
    """A worker in a process of its own that has all of this config; whoever starts it kills it."""
    argument = base64.b64encode(pickle.dumps(config)).decode()
    return subprocess.Popen([sys.executable, "-c", WHOLE, argument], stdout=subprocess.DEVNULL)


def submitter(desk: Desk, folder: Path) -> Submit:
    """A function that submits a recording of so many seconds."""

    async def submit(
        user: str = "ada", *, seconds: float = 2.0, data: bytes | None = None, has_subtitles: bool = True
    ) -> Task:
        incoming = desk.receive()
        sound = data if data is not None else media.noise(folder / "noise.wav", seconds).read_bytes()
        incoming.open("media").write(sound)
        if has_subtitles:
            incoming.open("subtitles").write(media.subtitles(seconds))
        return await desk.submit(user, incoming, media_name="noise.wav")

    return submit


def session_leaders(worker: WorkerProcess | InProcessWorker) -> list[int]:
    """The children in which pipelines run: each leads a session."""
    return [process.pid for process in worker.descendants() if leads_session(process.pid) and alive(process.pid)]


def leads_session(pid: int) -> bool:
    """Whether it is the first of a session; a process that has gone isn't."""
    try:
        return os.getsid(pid) == pid
    except ProcessLookupError:
        return False


async def child_of(worker: WorkerProcess | InProcessWorker) -> int:
    """The process in which its one task runs, as soon as it is fenced in: then it dies with its worker."""
    (child,) = await eventually(lambda: session_leaders(worker), within=60)
    await eventually(lambda: not variables(child))
    return child


def variables(pid: int) -> bytes:
    """The environment that the system shows; none of a process that wiped it or has gone."""
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().strip(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return b""


async def frozen_child_of(worker: WorkerProcess | InProcessWorker) -> int:
    """The same, stopped by a signal: the work takes as long as the test wants."""
    child = await child_of(worker)
    os.kill(child, signal.SIGSTOP)
    return child


def alive(pid: int) -> bool:
    """Whether the process runs; a zombie doesn't."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
