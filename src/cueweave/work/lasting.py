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


async def lasting(call: Callable[[], Awaitable[Answer]]) -> Answer:
    """The call's answer, through an outage of the store that lasts some minutes."""
    for _ in range(STORE_TRIES):
        try:
            return await call()
        except StoreUnavailable as error:
            log.warning("waiting for the store", reason=error.message)
            await asyncio.sleep(STORE_PAUSE)
    return await call()
