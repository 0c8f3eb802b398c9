"""What a worker is at, and whether it is asked to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from cueweave.domain.tasks import TaskId


class Duty:
    """Of one worker: what it takes on is known here until it has ended."""

    def __init__(self) -> None:
        self.closing = False
        """Whether nothing is begun any more."""
        self.leaving = asyncio.Event()
        """Set when what runs is to be given back."""
        self.idle = asyncio.Event()
        self.idle.set()
        self.tasks: set[TaskId] = set()
        """Those whose sound is heard here, as their own worker or as a helper."""
        self._running = 0

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Something is done for as long as the context lasts."""
        self._running += 1
        self.idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if self._running == 0:
                self.idle.set()

    @contextmanager
    def at(self, task_id: TaskId) -> Iterator[None]:
        """The task is worked on for as long as the context lasts."""
        self.tasks.add(task_id)
        try:
            yield
        finally:
            self.tasks.discard(task_id)
