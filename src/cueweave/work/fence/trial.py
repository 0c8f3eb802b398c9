"""Whether the fences hold on this machine, by trying to get through each of them."""

from __future__ import annotations

import errno
import multiprocessing
import os
import resource
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from cueweave.work import fence
from cueweave.work.fence import environment
from cueweave.work.fence.ground import Ground
from cueweave.work.fence.libc import libc
from cueweave.work.fence.offers import gaps

MIB = 1024**2
MEMORY, LARGEST_FILE = 4096 * MIB, MIB
WITHIN_SECONDS = 30.0
PR_GET_NO_NEW_PRIVS = 39
SECRET = "CUEWEAVE_TRIAL_SECRET"  # noqa: S105 - the name of a variable
UNKNOWN = "it was got through; nothing is known that this kernel lacks for it"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it."""

    fence: str
    holds: bool
    why: str = ""
    """Where it doesn't."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What must not be reached."""

    secret: Path
    port: int
    other_port: int
    """Neither is the one port that a process with a language model may use."""


Attempt = Callable[[Ground, Outside], object]
"""Raises where the fence holds."""


def try_fences() -> list[Trial]:
    """Close two processes in, one as for a look at an upload and one as for its transcription, and try in both."""
    with playground() as (home, outside):
        looking = Ground(home, WITHIN_SECONDS, MEMORY, reads=(home,), writes=(home,), file_bytes=LARGEST_FILE)
        working = replace(looking, forks=True, ports=(outside.other_port,))
        held = _held(looking, outside, LOOKING) | _held(working, outside, WORKING)
    reasons = {gap.fence: gap.why for gap in gaps()}
    return [Trial(name, holds, "" if holds else reasons.get(name, UNKNOWN)) for name, holds in held.items()]


@contextmanager
def playground() -> Iterator[tuple[Path, Outside]]:
    """A folder to work in, and what lies outside."""
    with (
        tempfile.TemporaryDirectory(prefix="cueweave-") as name,
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_server(("127.0.0.1", 0)) as other,
    ):
        secret, home = Path(name) / "secret", Path(name) / "home"
        secret.write_text("secret")
        home.mkdir()
        yield home, Outside(secret, server.getsockname()[1], other.getsockname()[1])


def _held(ground: Ground, outside: Outside, attempts: dict[str, Attempt]) -> dict[str, bool]:
    """For each whether it failed, as it should; all got through where the process could not be closed in."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_inside, args=(theirs, ground, outside, list(attempts)))
    os.environ[SECRET] = "secret"
    try:
        process.start()
    finally:
        del os.environ[SECRET]
    theirs.close()
    found: dict[str, bool] = {}
    try:
        while len(found) < len(attempts) and ours.poll(WITHIN_SECONDS):
            name, holds = ours.recv()
            found[name] = holds
    except EOFError:
        pass
    process.kill()
    process.join()
    ours.close()
    return {name: found.get(name, False) for name in attempts}


def _inside(line: Connection, ground: Ground, outside: Outside, names: list[str]) -> None:
    attempts = LOOKING | WORKING
    fence.close(ground)
    for name in names:
        try:
            attempts[name](ground, outside)
        except (OSError, MemoryError) as error:
            line.send((name, getattr(error, "errno", None) != errno.ENOENT))
        else:
            line.send((name, False))


def _read_outside(_ground: Ground, outside: Outside) -> None:
    outside.secret.read_bytes()


def _connect(_ground: Ground, outside: Outside) -> None:
    socket.create_connection(("127.0.0.1", outside.port), timeout=1).close()


def _fork(_ground: Ground, _outside: Outside) -> None:
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def _run_a_program(_ground: Ground, outside: Outside) -> None:
    """One that isn't there: who may run programs is told that, and goes on."""
    os.execv(outside.secret.with_name("none"), ["none"])  # noqa: S606


def _leave_the_group(_ground: Ground, _outside: Outside) -> None:
    os.setpgid(0, 0)


def _signal_the_parent(_ground: Ground, _outside: Outside) -> None:
    os.kill(os.getppid(), 0)


def _use_up_memory(ground: Ground, _outside: Outside) -> None:
    bytearray(int(ground.memory_bytes))


def _write_much(ground: Ground, _outside: Outside) -> None:
    with (ground.home / "large").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)


def _gain_privileges(_ground: Ground, _outside: Outside) -> None:
    if libc.prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0):
        raise PermissionError


def _find_a_secret(_ground: Ground, _outside: Outside) -> None:
    if all(environment.allowed(name) for name in os.environ):
        raise PermissionError


def _fork_beyond_the_limit(_ground: Ground, outside: Outside) -> None:
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    _fork(_ground, outside)


LOOKING: dict[str, Attempt] = {
    "files": _read_outside,
    "network": _connect,
    "processes": _fork,
    "programs": _run_a_program,
    "group": _leave_the_group,
    "signals": _signal_the_parent,
    "memory": _use_up_memory,
    "file size": _write_much,
    "privileges": _gain_privileges,
    "environment": _find_a_secret,
}
WORKING: dict[str, Attempt] = {"ports": _connect, "crowd": _fork_beyond_the_limit}
