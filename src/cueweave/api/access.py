"""One line in the log for each request."""

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.health import PATHS
from cueweave.telemetry import get_logger

log = get_logger(__name__)


class AccessLog:
    """Logs method, path, status and seconds until the answer began."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()

        async def send_and_tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                _tell(scope, message["status"], time.monotonic() - began)
            await send(message)

        await self._app(scope, receive, send_and_tell)


def _tell(scope: Scope, status: int, seconds: float) -> None:
    if status < 400 and scope["path"] in PATHS:
        return
    log.info(
        "request",
        method=scope["method"],
        path=scope["raw_path"].decode("ascii", "replace"),
        status=status,
        seconds=round(seconds, 3),
    )
