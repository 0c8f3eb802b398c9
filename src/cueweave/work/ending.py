"""Ending what runs beside, for certain."""

import asyncio

AGAIN_SECONDS = 1.0


async def end(*running: asyncio.Task[None] | asyncio.Task[object], again: float = AGAIN_SECONDS) -> None:
    """Cancel until all have ended; what they raised is theirs to tell.

    Once is not enough: up to Python 3.11 `asyncio.wait_for`, through which redis-py sends each command, forgets a
    cancellation that comes together with what it waited for (bpo-42130), and a loop would then go on for ever.
    """
    left = set(running)
    while left:
        for task in left:
            task.cancel()
        done, left = await asyncio.wait(left, timeout=again)
        for task in done:
            if not task.cancelled():
                task.exception()  # looked at, or asyncio complains that nobody did
