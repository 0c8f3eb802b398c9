"""HTTP by hand, for requests that no client would send."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from support.eventually import eventually_sync


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back until the server closed the connection."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)


def head(path: str, user: str | None, *, length: int, more: str = "") -> bytes:
    """The head of an upload with a body of so many bytes."""
    named = f"X-User-ID: {user}\r\n" if user else ""
    return (
        f"POST {path} HTTP/1.1\r\nHost: x\r\n{named}Content-Length: {length}\r\n{more}"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    ).encode()


def exchange(url: str, data: bytes, *, wait: Callable[[], bool] | None = None, answer: bool = True) -> Answer:
    """Send the bytes; then wait for a fact, if one is given; then read until the server hangs up, or hang up."""
    where = urlsplit(url)
    with socket.create_connection((where.hostname or "", where.port or 80), timeout=20) as connection:
        connection.sendall(data)
        if wait:
            eventually_sync(wait)
        return _parsed(b"".join(iter(lambda: connection.recv(65536), b""))) if answer else Answer()


def stubborn(url: str, data: bytes) -> Answer:
    """Send the bytes, as many as the server takes, and read what it says, also where it doesn't read all of them."""
    where = urlsplit(url)
    came = b""
    with socket.create_connection((where.hostname or "", where.port or 80), timeout=20) as connection:
        with suppress(ConnectionError):
            connection.sendall(data)
        with suppress(ConnectionError):
            while more := connection.recv(65536):
                came += more
    return _parsed(came.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n"))


def _parsed(data: bytes) -> Answer:
    first, _, rest = data.partition(b"\r\n")
    lines, _, body = rest.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in lines.decode().lower().split("\r\n"))
    return Answer(int(first.split()[1]), headers, body)
