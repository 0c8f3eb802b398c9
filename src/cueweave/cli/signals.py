"""Being told to stop: as a value to ask for, or as an exception that can't get lost."""

from __future__ import annotations

import select
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Signals:
    """Takes the signals that mean stop while its block lasts; `wait` ends early on any of them."""

    def __init__(self) -> None:
        self.stops = 0
        """How often somebody asked."""
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.settimeout(0)

    def __enter__(self) -> Signals:
        self._before_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._note) for number in (*STOPPING, signal.SIGCHLD)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._read.close()
        self._write.close()

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.stops += number in STOPPING

    def wait(self, seconds: float) -> None:
        """Sleep, until a signal arrives."""
        if select.select([self._read], [], [], seconds)[0]:
            self._read.recv(4096)


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Raises KeyboardInterrupt on SIGINT and SystemExit on SIGTERM, and again whenever the function it gives is called.

    Once is not enough: an exception that a signal raises while one of the media libraries calls back is lost there.
    """
    asked: list[int] = []

    def check() -> None:
        if signal.SIGINT in asked:
            raise KeyboardInterrupt
        if asked:
            raise SystemExit(128 + asked[0])

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        check()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield check
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
