"""Child processes that die with their parent, however it dies."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from cueweave.cli.signals import Signals

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
"""Both from linux/prctl.h."""
SETTLED_AFTER = 30.0
"""A child that has run so many seconds starts with no delay when it dies."""
LONGEST_DELAY = 10.0
ORPHANS_END_WITHIN = 5.0


def dying_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """What a child does before it becomes the program: ask for this signal at its parent's death (Linux)."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def tie() -> None:
        prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:  # it died before we asked
            os.kill(os.getpid(), signal.SIGKILL)

    return tie


@contextmanager
def adopting_orphans() -> Iterator[None]:
    """Become the parent of what our children leave behind (Linux), and see its end when the block ends.

    A worker's own children end a moment after it; without this they would do so after us.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    yield
    until = time.monotonic() + ORPHANS_END_WITHIN
    while time.monotonic() < until:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not found:
            time.sleep(0.01)


def bury_orphans(ours: Container[int]) -> None:
    """Collect the exit codes of dead children that nobody else will ask for; `ours` are those that we do ask for."""
    while True:
        try:
            found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if found is None or found.si_pid in ours:
            return
        os.waitpid(found.si_pid, 0)


@dataclass
class Child:
    """A process of ours that is started again when it dies, ever later if it keeps dying."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    pass_fds: tuple[int, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    delay: float = 0.0
    since: float = 0.0
    due: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        """Start it, in a session of its own: Ctrl-C at the terminal goes to us, and we stop it in order."""
        self.since = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603  # our own interpreter, our own arguments
            self.command,
            env=dict(self.environment),
            pass_fds=self.pass_fds,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
            start_new_session=True,
            preexec_fn=dying_with_parent(signal.SIGKILL),  # we are single-threaded
        )

    def tend(self) -> int | None:
        """Start it where it is due. Returns the exit code of one that was just found dead."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due:
                self.start()
            return None
        code = self.process.poll()
        if code is not None:
            settled = now - self.since > SETTLED_AFTER
            self.delay = 0.5 if settled else min(max(self.delay * 2, 0.5), LONGEST_DELAY)
            self.due = now + self.delay
            self._end_session(self.process.pid)
            self.process = None
        return code

    def _end_session(self, pid: int) -> None:
        """End what it started itself and left: a fork server that still loads modules does not see its parent's end."""
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGTERM)

    def collect(self) -> None:
        """End it if it has not ended yet, and what it left."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self._end_session(self.process.pid)
            self.process = None

    @property
    def lives(self) -> bool:
        """Whether its process runs."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal, if it lives."""
        if self.process is not None and self.lives:
            self.process.send_signal(number)


def stop_all(children: Sequence[Child], signals: Signals, *, within: float) -> None:
    """Let them finish what they do, and end those that take too long; to be asked twice means at once."""
    asked = max(signals.stops, 1)
    for child in children:
        child.signal(signal.SIGTERM)
    until = time.monotonic() + within
    while any(child.lives for child in children) and time.monotonic() < until and signals.stops <= asked:
        signals.wait(0.2)
    for child in children:
        child.collect()
