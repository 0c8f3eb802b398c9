"""The same service spread out: two APIs behind nginx, four workers with disks of their own, files in a bucket.

`CUEWEAVE_TEST_SYSTEM=spread` lets the suites that ask `api.conftest.serving` for a service run on it, unchanged. It
needs nginx. Where a suite wants tasks to wait, for which it asks for no worker, the four are there and are held still;
`CUEWEAVE_TEST_SYSTEM=working` lets them work all the same.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import obstore
from api.service import CLEAN, Service
from redis import Redis
from support.eventually import eventually_sync
from support.keys import truth_and_count
from support.nginx import Nginx
from support.s3 import S3Server
from support.valkey import Valkey

SYSTEM = os.environ.get("CUEWEAVE_TEST_SYSTEM", "")
APIS, WORKERS = 2, 4
OWN_OF_WORKERS = ("cueweave:queue:*", "cueweave:worker:*")


class Spread(Service):
    """Everything that serves, on two stores of its own: Valkey, and a bucket of moto's server."""

    def __init__(self, folder: Path, valkey: Valkey, **settings: str) -> None:
        self._s3 = S3Server()
        self._box = self._s3.make_bucket()
        behind = {"CUEWEAVE_TRUSTED_PROXIES": "127.0.0.1", "CUEWEAVE_TRUST_USER_HEADER": "1"}
        # the proxy is one address, and a suite's connections are all its own
        many = {"CUEWEAVE_MAX_CONNECTIONS_PER_ADDRESS": "1000"}
        super().__init__(folder, valkey, **behind, **many, **self._box.settings(), **settings)
        self._folder = folder
        self._nginx: Nginx | None = None
        self._workers: list[subprocess.Popen[bytes]] = []
        self._still = False

    def start(self, *, workers: int = 0, port: int = 0) -> Spread:
        """All of it is ready, however many workers are asked for; none works where none is."""
        apis = [self._api() for _ in range(APIS)]
        for number in range(WORKERS):
            self._run("worker", "--concurrency", "1", settings=self._of_worker(number))
        self._workers = self._processes[APIS:]
        for self.url in apis:
            eventually_sync(lambda: self._has(WORKERS), within=120)
        self._nginx = Nginx(self._folder, apis, user="$http_x_user_id", port=port)
        self.url = f"http://127.0.0.1:{self._nginx.port}"
        self._still = workers == 0 and SYSTEM != "working"
        if self._still:
            self._signal(signal.SIGSTOP)
        return self

    def _api(self) -> str:
        listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self._run("api", "--fd", str(listener.fileno()), fds=(listener.fileno(),))
        with listener:
            return "http://{}:{}".format(*listener.getsockname())

    def _signal(self, number: signal.Signals) -> None:
        for worker in self._workers:
            worker.send_signal(number)

    def stop(self) -> None:
        """End all of it."""
        if self._nginx:
            self._nginx.stop()
        self._signal(signal.SIGCONT)
        super().stop()
        self._s3.stop()

    def come_to_rest(self) -> None:
        """Wait until workers that work have done all."""
        if self._workers and not self._still:
            eventually_sync(lambda: not any(truth_and_count(self.store.url).values()), within=120)

    def wipe(self) -> None:
        """Forget all tasks; what workers need of the store stays."""
        self.come_to_rest()
        with Redis.from_url(self.store.url, decode_responses=True) as redis:
            kept = {name for pattern in OWN_OF_WORKERS for name in redis.scan_iter(pattern)}
            for name in set(redis.scan_iter()) - kept:
                redis.delete(name)
        for path in [path for name in CLEAN for path in (self.data_dir / "blobs" / name).glob("*")]:
            shutil.rmtree(path)
        if names := sorted(self._box.names()):
            obstore.delete(self._box.store, names)

    def leftovers(self) -> dict[str, object]:
        """As the other service's; what belongs to tasks is looked for in the bucket."""
        tasks = sorted({name.split("/")[1] for name in self._box.names("tasks")})
        return {**super().leftovers(), "tasks": tasks}
