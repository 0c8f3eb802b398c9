"""Ending a connection on which a large body is still coming that nobody wants any more."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALL = 256 * 1024
"""A body of at most so many bytes is left to the server, which reads it and keeps the connection."""
LINGER_SECONDS = 2.0
"""How long we go on reading after the answer: a connection closed on unread bytes is reset, and a client that is still
sending may then lose the answer."""


class HangUp:
    """Answers before the end of the request's body get `Connection: close`, and the client time to read them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] == "http" and _may_be_large(scope):
            exchange = _Exchange(receive, send, waits=_header(scope, b"expect") is not None)
            await self._app(scope, exchange.receive, exchange.send)
        else:
            await self._app(scope, receive, send)


class _Exchange:
    def __init__(self, receive: Receive, send: Send, *, waits: bool) -> None:
        self._receive = receive
        self._send = send
        self._unsent = waits
        """The client waits for a word before it sends anything (`Expect: 100-continue`)."""
        self._all_here = False
        self._hangs_up = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._unsent = False
        self._all_here = self._all_here or message["type"] != "http.request" or not message.get("more_body")
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._hangs_up = not self._all_here
            if self._hangs_up:
                message = {**message, "headers": [*message.get("headers", ()), (b"connection", b"close")]}
        elif self._hangs_up and not message.get("more_body"):
            await self._send({**message, "more_body": True})
            with suppress(TimeoutError):
                await asyncio.wait_for(self._read_on(), LINGER_SECONDS)
            message = {"type": "http.response.body", "body": b"", "more_body": False}
        await self._send(message)

    async def _read_on(self) -> None:
        while not self._all_here and not self._unsent:
            await self.receive()


def _may_be_large(scope: Scope) -> bool:
    length = _header(scope, b"content-length")
    if length is None:
        return _header(scope, b"transfer-encoding") is not None
    return int(length) > SMALL


def _header(scope: Scope, name: bytes) -> bytes | None:
    return next((value for key, value in scope["headers"] if key == name), None)
