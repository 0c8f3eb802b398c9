"""One line in the log, and a count, for each request."""

from __future__ import annotations

import time
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.health import PATHS
from cueweave.api.measures import answered
from cueweave.domain.tasks import TaskId
from cueweave.errors import TaskNotFound
from cueweave.telemetry import about, get_logger

CLIENT_WENT = 499
"""As nginx logs it: the client closed the connection before there was an answer."""
NO_ROUTE = "(none)"
"""What was answered before any route: unknown addresses, too many requests, questions of browsers ahead of others."""
log = get_logger(__name__)


def route_of(scope: Scope) -> str:
    """The template of the route that took the request."""
    return getattr(scope.get("route"), "path", None) or NO_ROUTE


class AccessLog:
    """Tells of each request when its answer has ended, streams too: route, status, milliseconds, bytes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        try:
            await self._app(scope, receive, exchange.send)
        except Exception:
            exchange.failed()
            raise
        finally:
            exchange.tell()


class _Exchange:
    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._told = False
        self._began = time.monotonic()
        self._status = CLIENT_WENT
        self._waited: float | None = None
        self._bytes = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._waited = time.monotonic() - self._began
        elif message["type"] == "http.response.body":
            self._bytes += len(message.get("body", b""))
            if not message.get("more_body"):
                self.tell()  # whoever has the whole answer can rely on its line
        await self._send(message)

    def failed(self) -> None:
        """What nobody foresaw is answered further outside."""
        if self._waited is None:
            self._status = 500

    def tell(self) -> None:
        """Once."""
        if self._told:
            return
        self._told, scope = True, self._scope
        route = route_of(scope)
        answered(route, scope["method"], self._status, seconds=self._waited)
        if self._status < 400 and scope["path"] in PATHS:
            return
        with suppress(TaskNotFound):  # what is no id may be anything
            about(task_id=str(TaskId.parse(scope.get("path_params", {}).get("task_id", ""))))
        log.info(
            "request",
            method=scope["method"],
            route=route,
            path=scope["raw_path"].decode("ascii", "replace"),
            status=self._status,
            ms=round(1000 * (time.monotonic() - self._began), 1),
            bytes=self._bytes,
        )
