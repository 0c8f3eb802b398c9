"""Requests whose head is too large, or that two servers could read in two ways, go no further."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from cueweave.api.connection import SENTENCES
from cueweave.api.errors import problem
from cueweave.api.target import take_path

MOST_HEADERS = 100
LARGEST_HEAD = 32 * 1024
"""Bytes; the protocol library's own limit holds only for heads that come in pieces."""
AMBIGUOUS = "The request says in two ways how long its body is; send Content-Length or Transfer-Encoding, not both."
TWO_HOSTS = "The request names one host in its target and another one in its Host header; send the same in both."
CLOSE = {"Connection": "close"}


class Framing:
    """RFC 9112, 6.1 and 6.3: both lengths, or chunks by HTTP/1.0, are how a request is smuggled past a proxy.

    So are two hosts, of which each reader believes another.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["http_version"] not in ("1.0", "1.1"):
            await problem(505, SENTENCES[505], CLOSE)(scope, receive, send)
        elif _is_large(scope):
            await problem(431, SENTENCES[431], CLOSE)(scope, receive, send)
        elif _is_ambiguous(scope):
            await problem(400, AMBIGUOUS, CLOSE)(scope, receive, send)
        elif not take_path(scope):
            await problem(400, TWO_HOSTS, CLOSE)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_large(scope: Scope) -> bool:
    headers = scope["headers"]
    size = len(scope["raw_path"]) + len(scope["query_string"]) + sum(len(name) + len(value) for name, value in headers)
    return len(headers) > MOST_HEADERS or size > LARGEST_HEAD


def _is_ambiguous(scope: Scope) -> bool:
    names = [name for name, _ in scope["headers"]]
    is_chunked = b"transfer-encoding" in names
    return is_chunked and (b"content-length" in names or scope["http_version"] == "1.0")
