"""An answer's head and body leave in one packet: the server writes them one after the other, a system call each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

ENOUGH = 64 * 1024
"""Bytes that wait for no more."""


class Corked:
    """A connection's transport that holds what is written until the event loop comes round."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop, tell: Callable[[], None]) -> None:
        """`tell` is called when something was sent."""
        self._transport = transport
        self._loop = loop
        self._tell = tell
        self._held: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Send the bytes with those that are written right after them."""
        if not data:
            return
        if not self._held:
            self._loop.call_soon(self._send)
        self._held.append(data)
        self._size += len(data)
        if self._size >= ENOUGH:
            self._send()

    def close(self) -> None:
        """When all that was written has been sent."""
        self._send()
        self._transport.close()

    def abort(self) -> None:
        """At once."""
        self._held.clear()
        self._transport.abort()

    def _send(self) -> None:
        if self._held:
            self._transport.write(b"".join(self._held))
            self._held.clear()
            self._size = 0
            self._tell()

    def __getattr__(self, name: str) -> Any:
        """All else is the transport's own."""
        return getattr(self._transport, name)
