"""What the routes share: the desk and the settings of the app that they belong to."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request

from cueweave.api.config import ApiConfig
from cueweave.api.streams import Streams
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk

CHECKS_AT_ONCE = 1
"""The largest body that somebody may think of takes 420 MB while it is checked."""


EXPORTS_AT_ONCE = 2
"""One of six hours with 29 MB of pictures takes up to 160 MB while it is written (benchmarks/exports.py)."""


@dataclass(frozen=True, slots=True)
class Context:
    """Lives as long as the app serves."""

    desk: Desk
    api: ApiConfig
    work: WorkConfig
    streams: Streams = field(default_factory=Streams)
    checks: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CHECKS_AT_ONCE))
    """Taken while an edited result is checked."""
    exports: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(EXPORTS_AT_ONCE))
    """Taken while a result is written in another format."""


def context_of(request: Request) -> Context:
    """That of the app which got the request."""
    return cast("Context", request.state.context)


async def _context(request: Request) -> Context:  # async, as below: else FastAPI runs it in a thread of its own
    return context_of(request)


async def _desk(request: Request) -> Desk:
    return context_of(request).desk


InContext = Annotated[Context, Depends(_context)]
AtDesk = Annotated[Desk, Depends(_desk)]
