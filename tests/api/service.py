"""A real API in a process of its own, with or without a worker, as the command line starts them."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
from redis import Redis
from support import media
from support.commands import environment
from support.eventually import eventually_sync
from support.keys import truth_and_count
from support.tls import TLS
from support.valkey import Valkey

Answer = dict[str, Any]
Files = dict[str, tuple[str, bytes]]


class Service:
    """Everything that serves, on a store and a folder of its own."""

    def __init__(self, folder: Path, valkey: Valkey, **settings: str) -> None:
        self.data_dir = folder / "data"
        self.log = folder / "service.log"
        self.store = valkey
        self._environment = environment(
            {
                "REDIS_URL": valkey.url,
                "CUEWEAVE_DATA_DIR": str(self.data_dir),
                "CUEWEAVE_LOG_FORMAT": "json",
                **settings,
            }
        )
        self._processes: list[subprocess.Popen[bytes]] = []
        self.url = ""

    def start(self, *, workers: int = 0, port: int = 0) -> Service:
        """Start it and wait until it is ready."""
        listener = socket.create_server(("127.0.0.1", port), backlog=2048)
        self.url = "http://{}:{}".format(*listener.getsockname())
        self._run("api", "--fd", str(listener.fileno()), fds=(listener.fileno(),))
        listener.close()
        for number in range(workers):
            self._run("worker", "--concurrency", "1", settings=self._of_worker(number))
        eventually_sync(lambda: self._has(workers), within=30)
        return self

    def _run(self, *arguments: str, fds: tuple[int, ...] = (), settings: dict[str, str] | None = None) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "cueweave", *arguments]
            environment = self._environment | (settings or {})
            self._processes.append(subprocess.Popen(command, stderr=log, env=environment, pass_fds=fds))

    def _of_worker(self, number: int) -> dict[str, str]:
        """With a bucket, its own data directory, as on a machine of its own."""
        apart = self.data_dir.with_name(f"data-of-worker-{number}")
        return {"CUEWEAVE_DATA_DIR": str(apart)} if "CUEWEAVE_STORAGE" in self._environment else {}

    def _has(self, workers: int) -> bool:
        try:
            answer = self.get("/readyz")
        except httpx.TransportError:
            assert self._processes[0].poll() is None, self.log.read_text()
            return False
        return answer.status_code == 200 and bool(answer.json()["workers"] >= workers)

    @property
    def pid(self) -> int:
        """The API's process."""
        return self._processes[0].pid

    @property
    def pids(self) -> list[int]:
        """All its processes, but for those that they have started."""
        return [process.pid for process in self._processes]

    def stop(self) -> None:
        """End all of it."""
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            process.wait(30)

    def client(self, user: str | None = "ada") -> httpx.Client:
        """A client of this user."""
        return httpx.Client(base_url=self.url, headers={"X-User-ID": user} if user else {}, timeout=60, verify=TLS)

    def get(self, path: str) -> httpx.Response:
        """A single question of nobody."""
        return httpx.get(self.url + path, timeout=60, verify=TLS)

    def leftovers(self) -> dict[str, object]:
        """What a refused request must not leave: all of it is empty or zero."""
        blobs = self.data_dir / "blobs"
        folders = {name: blobs / name for name in CLEAN}
        return {name: [path.name for path in folder.glob("*")] for name, folder in folders.items()} | {
            name: count for name, count in truth_and_count(self.store.url).items() if count
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """A command of the operator, with the same settings."""
        command = [sys.executable, "-m", "cueweave", *arguments]
        return subprocess.run(command, env=self._environment, capture_output=True, timeout=60)

    def come_to_rest(self) -> None:
        """Wait until nothing is done any more: where no worker is, nothing is."""

    def wipe(self) -> None:
        """Forget all tasks; only without workers, whose place in the queue would go too."""
        with Redis.from_url(self.store.url) as redis:
            redis.flushall()
        for folder in (self.data_dir / "blobs").iterdir():
            for path in folder.iterdir():
                shutil.rmtree(path)

    def log_lines(self) -> list[Answer]:
        """What it has logged."""
        return [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]


CLEAN: dict[str, object] = {"incoming": [], "tasks": [], "resumable": []}


def recording(folder: Path, seconds: float = 2.0) -> Files:
    """The fields of a good, short upload."""
    return {
        "srt_file": ("talk.srt", media.subtitles(max(seconds, 6))),
        "media_file": ("talk.wav", media.noise(folder / "talk.wav", seconds).read_bytes()),
    }
