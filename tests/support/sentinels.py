"""A real master, its replica and a Sentinel that watches over them."""

from __future__ import annotations

import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError

from cueweave.store.connections import at_once
from support.eventually import eventually_sync
from support.valkey import store_binary

SERVICE = "lectures"
DURABLE = ("--appendonly", "yes", "--save", "", "--repl-diskless-sync-delay", "0")


class Watched:
    """Two servers, one of which is the master, until it dies and the other one takes its place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        *servers, self._sentinel, nobodys = _free_ports(4)
        self.servers = tuple(servers)
        ours, nobody = f"127.0.0.1:{self._sentinel}", f"127.0.0.1:{nobodys}"
        self.url = f"redis+sentinel://{ours},{nobody}/{SERVICE}/0"
        """Names a second Sentinel, which doesn't answer."""
        self.other_url = f"redis+sentinel://{nobody},{ours}/{SERVICE}/0"
        """The same the other way round."""

    def start(self) -> None:
        """All of it, and wait until the replica follows."""
        master, replica = self.servers
        self.start_server(master)
        self.start_server(replica, "--replicaof", f"127.0.0.1 {master}")
        file = self._folder / "sentinel.conf"
        file.write_text(
            f"port {self._sentinel}\nbind 127.0.0.1\ndir {self._folder}\n"
            f"sentinel monitor {SERVICE} 127.0.0.1 {master} 1\n"
            f"sentinel down-after-milliseconds {SERVICE} 500\nsentinel failover-timeout {SERVICE} 2000\n"
        )
        self._run(self._sentinel, str(file), "--sentinel")
        eventually_sync(lambda: self._follows(replica))

    def start_server(self, port: int, *more: str) -> None:
        """One of the two, on what it wrote before."""
        home = self._folder / str(port)
        home.mkdir(exist_ok=True)
        self._run(port, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(home), *DURABLE, *more)

    def _run(self, port: int, *arguments: str) -> None:
        with (self._folder / f"{port}.log").open("ab") as log:
            self._processes[port] = subprocess.Popen([store_binary(), *arguments], stdout=log)
        eventually_sync(lambda: self._answers(port), within=10)

    def _answers(self, port: int) -> bool:
        try:
            with Redis(port=port) as redis:
                return bool(redis.ping())
        except RedisError:
            return False

    def _follows(self, port: int) -> bool:
        with Redis(port=port) as redis, Redis(port=self._sentinel) as sentinel:
            follows = redis.info("replication").get("master_link_status") == "up"
            return follows and len(sentinel.sentinel_slaves(SERVICE)) == 1

    def master(self) -> int:
        """The port of the one that the Sentinel names."""
        with Redis(port=self._sentinel, decode_responses=True) as sentinel:
            return int(sentinel.sentinel_get_master_addr_by_name(SERVICE)[1])

    def fail_over(self) -> None:
        """Kill the master when the replica has all that it was told, and wait until that one has its place."""
        before = self.master()
        with Redis(port=before) as redis:
            redis.wait(1, 5000)
        self.kill(before)
        eventually_sync(lambda: self.master() != before and self._is_open(), within=30)

    def _is_open(self) -> bool:
        """Whether clients are let to the new one."""
        try:
            with at_once(self.url, seconds=2) as client:
                return bool(client.set("cueweave:open", "1", px=1))
        except RedisError:
            return False

    def kill(self, port: int) -> None:
        """End it as a crash would."""
        process = self._processes.pop(port)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """All of it."""
        for port in list(self._processes):
            self.kill(port)


def _free_ports(count: int) -> list[int]:
    """Different ones."""
    with ExitStack() as probes:
        held = [probes.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [int(each.getsockname()[1]) for each in held]


@pytest.fixture
def watched() -> Iterator[Watched]:
    """A master that is watched over, and nothing in it."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        servers = Watched(Path(folder))
        try:
            servers.start()
            yield servers
        finally:
            servers.stop()
