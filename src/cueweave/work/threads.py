"""Work in a thread, which nothing can stop."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Answer = TypeVar("Answer")


async def whole(work: Callable[..., Answer], *arguments: object) -> Answer:
    """Run in a thread; when cancelled, wait for its end first, so that nothing of it happens afterwards."""
    running = asyncio.create_task(asyncio.to_thread(work, *arguments))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([running])
        raise
