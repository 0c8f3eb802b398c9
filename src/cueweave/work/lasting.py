"""Calls of the store that must not be lost to an outage."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from cueweave.errors import StoreUnavailable
from cueweave.telemetry import get_logger

STORE_TRIES = 300
STORE_PAUSE = 1.0

Answer = TypeVar("Answer")
log = get_logger(__name__)


async def enduring(call: Callable[[], Awaitable[Answer]], seconds: float) -> Answer:
    """The call's answer, if it gives one in so many seconds; else its StoreUnavailable."""
    until = asyncio.get_running_loop().time() + seconds
    while True:
        try:
            return await call()
        except StoreUnavailable as error:
            if asyncio.get_running_loop().time() > until:
                raise
            log.warning("waiting for the storage", reason=error.message)
        await asyncio.sleep(STORE_PAUSE)


async def lasting(call: Callable[[], Awaitable[Answer]]) -> Answer:
    """The call's answer, through an outage of the store that lasts some minutes."""
    for _ in range(STORE_TRIES):
        try:
            return await call()
        except StoreUnavailable as error:
            log.warning("waiting for the store", reason=error.message)
            await asyncio.sleep(STORE_PAUSE)
    return await call()
