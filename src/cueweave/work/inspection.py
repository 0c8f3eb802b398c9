"""A look at an upload in a child process, since opening a medium runs code on bytes that a stranger made."""

from __future__ import annotations

import asyncio
from pathlib import Path

from cueweave import errors
from cueweave.errors import BrokenMedium, CueweaveError
from cueweave.store.incoming import Incoming
from cueweave.telemetry import get_logger
from cueweave.work import processes
from cueweave.work.child import Order
from cueweave.work.config import WorkConfig
from cueweave.work.processes import Broke, Child, Crashed, Done, Ending, Refused

AT_ONCE = 4
SECONDS = 60.0
log = get_logger(__name__)


class Inspector:
    """Looks at uploads. One process is started ahead, so that nobody who hands something in waits for a start."""

    def __init__(self, config: WorkConfig) -> None:
        self._config = config
        self._places = asyncio.Semaphore(AT_ONCE)
        self._spare: asyncio.Task[Child | None] | None = None

    async def inspect(self, incoming: Incoming) -> float:
        """How long the medium is, in seconds. Raises the BadInput that the pipeline's look at the upload ends in."""
        async with self._places:
            subtitles = incoming.folder / "subtitles"
            order = _order(incoming, subtitles if subtitles.exists() else None, self._config)
            child = await self._ordered(order)
            try:
                return await _seen(child)
            finally:
                self.start_ahead()

    def start_ahead(self) -> None:
        """Have a process in waiting, if there is none."""
        if self._spare is None:
            self._spare = asyncio.create_task(_start_in_waiting())

    async def close(self) -> None:
        """End the process in waiting."""
        if child := await self._in_waiting():
            child.kill()
            await child.gone()

    async def _ordered(self, order: Order) -> Child:
        """A child at work on the order: the one in waiting or, where there is none or it has gone, a new one."""
        child = await self._in_waiting()
        if child and child.order(order):
            return child
        if child:
            child.kill()
        return await processes.start(order)

    async def _in_waiting(self) -> Child | None:
        spare, self._spare = self._spare, None
        return await spare if spare else None


async def look_at(incoming: Incoming, subtitles: Path | None, config: WorkConfig) -> float:
    """The same look at a medium whose subtitles are elsewhere, in a process of its own."""
    return await _seen(await processes.start(_order(incoming, subtitles, config)))


async def _seen(child: Child) -> float:
    """What the child finds; it is gone afterwards."""
    try:
        ending = await asyncio.wait_for(child.ending(lambda _: None), SECONDS)
    except TimeoutError:
        raise BrokenMedium(f"The medium can't be read within {SECONDS:.0f} s; it may be damaged.") from None
    finally:
        child.kill()
        await child.gone()
    return _media_seconds(ending)


async def _start_in_waiting() -> Child | None:
    try:
        return await processes.start_in_waiting()
    except OSError as error:  # no memory or no room for a process: perhaps there is when somebody hands something in
        log.warning("no process could be started ahead of the next upload", reason=str(error))
        return None


def _order(incoming: Incoming, subtitles: Path | None, config: WorkConfig) -> Order:
    return Order(
        task_id=None,
        media=incoming.media,
        subtitles=subtitles,
        work_dir=incoming.folder,
        max_seconds=config.max_media_seconds,
        memory_bytes=config.child_memory_bytes,
        max_pixels=config.max_pixels,
        seconds=SECONDS,
    )


def _media_seconds(ending: Ending) -> float:
    match ending:
        case Done(media_seconds=media_seconds):
            return media_seconds
        case Refused(name=name, message=message):
            raise error_named(name, message)
        case Broke(what=what, trace=trace):
            log.error("looking at an upload ended unexpectedly", what=what, trace=trace)
        case Crashed():
            log.error("looking at an upload killed its process", by=str(ending))
    raise BrokenMedium("The medium can't be read; it may be damaged. Convert it anew and send it again.")


def error_named(name: str, message: str) -> CueweaveError:
    """One of our errors by the name of its class."""
    found = getattr(errors, name, None)
    if isinstance(found, type) and issubclass(found, CueweaveError):
        return found(message)
    return CueweaveError(message)
