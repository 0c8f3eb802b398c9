"""A worker's word about itself while it lives, and its ear for an operator who wants it to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from cueweave.errors import StoreUnavailable
from cueweave.store.crew import Crew, Member
from cueweave.telemetry import get_logger

TELL_SECONDS = 1.0
log = get_logger(__name__)


async def keep_telling(crew: Crew, state: Callable[[], Member], stop: asyncio.Event) -> None:
    """Say how the worker is, until cancelled; `stop` is set when an operator asks for it. Outages are waited out."""
    try:
        while True:
            try:
                if await crew.tell(state()):
                    log.info("asked to drain")
                    stop.set()
            except StoreUnavailable:
                log.warning("the worker can't say how it is")
            await asyncio.sleep(TELL_SECONDS)
    finally:
        await _leave(crew, state().name)


async def _leave(crew: Crew, name: str) -> None:
    try:
        await crew.leave(name)
    except StoreUnavailable:
        log.warning("the worker is listed until its word has run out")
