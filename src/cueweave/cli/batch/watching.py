"""What is put into a folder is worked on, until somebody stops it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress

import typer

from cueweave.cli.batch.board import board, tell
from cueweave.cli.batch.folder import Folder
from cueweave.cli.batch.jobs import RESULT, End, Job, do
from cueweave.cli.batch.run import Workplace, until_stopped
from cueweave.errors import SetupError

Shape = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of what a result comes from: the same for so long, and nothing grows any more."""
LOOK_EVERY = 0.5
"""Seconds between looks at files that may still grow."""


def watch_folder(folder: Folder, workplace: Workplace, settle: float) -> None:
    """Until somebody stops it. `settle`: seconds for which a file must not have grown before it is taken."""
    until_stopped(_watch(folder, workplace, settle))


async def _watch(folder: Folder, workplace: Workplace, settle: float) -> None:
    running: set[asyncio.Task[None]] = set()
    async with workplace() as (work, suit):
        watched = Watched(folder, settle)
        places = asyncio.Semaphore(folder.places(suit))
        with board(None) as (show_of, ended):

            async def take(job: Job) -> None:
                async with places:
                    outcome = await do(job, work, folder.formats, show_of(job))
                watched.is_over(job)
                ended(outcome)
                if outcome.end is End.DONE:
                    typer.echo(job.folder / RESULT)

            try:
                async for _ in _looks(folder, watched):
                    for job in watched.ready():
                        running.add(begun := asyncio.create_task(take(job)))
                        begun.add_done_callback(running.discard)
            finally:
                for each in (left := list(running)):
                    each.cancel()
                await asyncio.gather(*left, return_exceptions=True)


async def _looks(folder: Folder, watched: Watched) -> AsyncIterator[None]:
    """Whenever it is time to look again: something has changed, or files may have stopped growing."""
    from watchfiles import awatch

    changed = asyncio.Event()

    async def listen() -> None:
        async for _ in awatch(folder.path, recursive=folder.recursive, step=100):
            changed.set()

    listening = asyncio.create_task(listen())
    listening.add_done_callback(lambda _: changed.set())
    try:
        tell(f"Watching {folder.path}; Ctrl-C ends it.")
        while True:
            yield
            with suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), LOOK_EVERY if watched.unsettled else None)
            changed.clear()
            if listening.done():
                raise SetupError(f"Can't watch {folder.path} any more: {listening.exception() or 'it is gone'}.")
    finally:
        listening.cancel()


class Watched:
    """What has been seen in a folder."""

    def __init__(self, folder: Folder, settle: float) -> None:
        """`settle`: seconds for which files must have stayed as they are."""
        self.unsettled = False
        """Whether something may be ready soon, with no further change."""
        self._folder = folder
        self._settle = settle
        self._seen: dict[str, tuple[Shape, float]] = {}
        self._taken: dict[str, Shape] = {}
        self._busy: set[str] = set()

    def ready(self) -> list[Job]:
        """What has stopped growing and was not taken as it is now; it counts as taken from here on."""
        self.unsettled = False
        return [job for job in self._folder.jobs() if self._is_ready(job)]

    def is_over(self, job: Job) -> None:
        """It was worked on; it may be taken again when it changes."""
        self._busy.discard(job.name)

    def _is_ready(self, job: Job) -> bool:
        shape = _shape(job)
        if self._taken.get(job.name) == shape or (job.name not in self._busy and job.is_done):
            return False
        if job.name in self._busy or not self._has_settled(job.name, shape):
            self.unsettled = True
            return False
        self._taken[job.name] = shape
        self._busy.add(job.name)
        if job.pair.note:
            tell(job.pair.note)
        return True

    def _has_settled(self, name: str, shape: Shape) -> bool:
        before, since = self._seen.get(name, ((), 0.0))
        if before != shape:
            self._seen[name] = (shape, time.monotonic())
            return False
        return time.monotonic() - since >= self._settle


def _shape(job: Job) -> Shape:
    """Nothing where a file has just gone."""
    try:
        return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in job.inputs)
    except OSError:
        return ()
