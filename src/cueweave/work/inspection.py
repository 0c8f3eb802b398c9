"""A look at an upload in a child process, since opening a medium runs code on bytes that a stranger made."""

from __future__ import annotations

import asyncio

from cueweave import errors
from cueweave.errors import BrokenMedium, CueweaveError
from cueweave.store.blobs import Incoming
from cueweave.telemetry import get_logger
from cueweave.work import processes
from cueweave.work.child import Order
from cueweave.work.config import WorkConfig
from cueweave.work.processes import Broke, Crashed, Done, Ending, Refused

SECONDS = 60.0
log = get_logger(__name__)


async def inspect(incoming: Incoming, config: WorkConfig) -> float:
    """How long the medium is, in seconds. Raises the BadInput that the pipeline's look at the upload ends in."""
    subtitles = incoming.folder / "subtitles"
    order = Order(
        task_id=None,
        media=incoming.media,
        subtitles=subtitles if subtitles.exists() else None,
        work_dir=incoming.folder,
        max_seconds=config.max_media_seconds,
        memory_bytes=config.child_memory_bytes,
        max_pixels=config.max_pixels,
        seconds=SECONDS,
    )
    child = await processes.start(order)
    try:
        ending = await asyncio.wait_for(child.ending(lambda _: None), SECONDS)
    except TimeoutError:
        raise BrokenMedium(f"The medium can't be read within {SECONDS:.0f} s; it may be damaged.") from None
    finally:
        child.kill()
        await child.gone()
    return _media_seconds(ending)


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
