"""A look at an upload in a child process, since opening a medium runs code on bytes that a stranger made."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from cueweave import errors
from cueweave.errors import BadInput, BrokenMedium, BrokenSlides, CueweaveError
from cueweave.store.incoming import Incoming
from cueweave.telemetry import get_logger
from cueweave.work import processes
from cueweave.work.child import Order
from cueweave.work.config import WorkConfig
from cueweave.work.processes import Broke, Child, Crashed, Done, Ending, Refused

AT_ONCE = 4
SECONDS = 60.0
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """Whose fault it is that a process found no words."""

    error: type[BadInput]
    what: str
    help: str


MEDIUM = Fault(BrokenMedium, "The medium", "Convert it anew and send it again.")
SLIDES = Fault(BrokenSlides, "The PDF of the slides", "Export it anew and send it again.")


class Inspector:
    """Looks at uploads. One process is started ahead, so that nobody who hands something in waits for a start."""

    def __init__(self, config: WorkConfig) -> None:
        self._config = config
        self._places = asyncio.Semaphore(AT_ONCE)
        self._spare: asyncio.Task[Child | None] | None = None

    async def inspect(self, incoming: Incoming) -> float:
        """How long the medium is, in seconds. Raises the BadInput that the pipeline's look at the upload ends in."""
        async with self._places:
            if incoming.slides:  # first: they are small, and a process of their own tells whose fault its end is
                await self._looked_at(_order(incoming, None, self._config, slides=incoming.slides), SLIDES)
            if incoming.media_url:
                return 0.0  # a worker fetches the medium, and looks at it then
            return await self._looked_at(_order(incoming, incoming.subtitles, self._config), MEDIUM)

    async def _looked_at(self, order: Order, fault: Fault) -> float:
        child = await self._ordered(order)
        try:
            return await _seen(child, fault)
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
    return await _seen(await processes.start(_order(incoming, subtitles, config)), MEDIUM)


async def _seen(child: Child, fault: Fault) -> float:
    """What the child says in seconds; it is gone afterwards. Raises what it refuses it with, or the fault."""
    try:
        ending = await asyncio.wait_for(child.ending(lambda _: None), SECONDS)
    except TimeoutError:
        raise fault.error(f"{fault.what} can't be read within {SECONDS:.0f} s; it may be damaged.") from None
    finally:
        child.kill()
        await child.gone()
    return _seconds(ending, fault)


async def _start_in_waiting() -> Child | None:
    try:
        return await processes.start_in_waiting()
    except OSError as error:  # no memory or no room for a process: perhaps there is when somebody hands something in
        log.warning("no process could be started ahead of the next upload", reason=str(error))
        return None


def _order(incoming: Incoming, subtitles: Path | None, config: WorkConfig, *, slides: Path | None = None) -> Order:
    return Order(
        task_id=None,
        media=incoming.media,
        subtitles=subtitles,
        work_dir=incoming.folder,
        max_seconds=config.max_media_seconds,
        memory_bytes=config.child_memory_bytes,
        max_pixels=config.max_pixels,
        seconds=SECONDS,
        slides=slides,
    )


def _seconds(ending: Ending, fault: Fault) -> float:
    match ending:
        case Done(media_seconds=media_seconds):
            return media_seconds
        case Refused(name=name, message=message):
            raise error_named(name, message)
        case Broke(what=what, trace=trace):
            log.error("looking at an upload ended unexpectedly", what=what, trace=trace)
        case Crashed():
            log.error("looking at an upload killed its process", by=str(ending))
    raise fault.error(f"{fault.what} can't be read; it may be damaged. {fault.help}")


def error_named(name: str, message: str) -> CueweaveError:
    """One of our errors by the name of its class."""
    found = getattr(errors, name, None)
    if isinstance(found, type) and issubclass(found, CueweaveError):
        return found(message)
    return CueweaveError(message)
