"""Bodies that stop coming, or come too slowly to be honest, are not waited for."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.connection import SLOWEST
from cueweave.errors import TooSlow


class Patience:
    """The request's body must come at `SLOWEST` at least, in each stretch of so many seconds of waiting for it.

    Only the time in which the server waits counts, so that a busy server blames nobody.
    """

    def __init__(self, app: ASGIApp, idle_seconds: float) -> None:
        self._app = app
        self._idle_seconds = idle_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] == "http":
            receive = _Body(receive, self._idle_seconds).receive
        await self._app(scope, receive, send)


class _Body:
    def __init__(self, receive: Receive, stretch: float) -> None:
        self._receive = receive
        self._stretch = stretch
        self._waited = 0.0
        self._came = 0
        self._all_here = False

    async def receive(self) -> Message:
        """Raises TooSlow, until the body has ended; what comes after it, the client's leaving, may take its time."""
        if self._all_here:
            return await self._receive()
        message = await self._next()
        self._came += len(message.get("body", b""))
        self._all_here = message["type"] != "http.request" or not message.get("more_body")
        return message

    async def _next(self) -> Message:
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            try:
                async with asyncio.timeout(self._stretch - self._waited):
                    return await self._receive()
            except TimeoutError:
                self._check()
            finally:
                self._waited += clock() - began
                if self._waited >= self._stretch:
                    self._waited, self._came = 0.0, 0

    def _check(self) -> None:
        if self._came < SLOWEST * self._stretch:
            raise TooSlow(f"The request's body stopped coming, or came at less than {SLOWEST} bytes/s; send it again.")
