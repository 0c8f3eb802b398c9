"""A name for each request: on its answer, and on every line that is logged about it."""

from __future__ import annotations

import re
import uuid

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.telemetry import request_context

HEADER = "X-Request-ID"
_RAW = HEADER.lower().encode()
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
"""What is taken over from a client or proxy; anything else could pose as more than a name where logs are read."""


class RequestIds:
    """Takes a request's id over, or gives it one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _given(scope) or uuid.uuid4().hex

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (_RAW, request_id.encode())]
            await send(message)

        with request_context(request_id):
            await self._app(scope, receive, send_with_id)


def _given(scope: Scope) -> str | None:
    found = [value for name, value in scope["headers"] if name == _RAW]
    if len(found) != 1:
        return None
    given = found[0].decode("latin-1")
    return given if SAFE.fullmatch(given) else None
