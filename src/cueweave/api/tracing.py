"""A span for each request, within the trace that its client or proxy began."""

from __future__ import annotations

from opentelemetry.trace import SpanKind
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.access import route_of
from cueweave.api.health import PATHS
from cueweave.telemetry import traces


class Traced:
    """Names the span by method and template of the route; the address as it was asked for is not told.

    Whether anything is traced is asked once, when the app begins to serve: OpenTelemetry's answer takes its time.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._is_on = traces.is_on()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        if scope["type"] != "http" or scope["path"] in PATHS or not self._is_on:
            await self._app(scope, receive, send)
            return
        method, parent = scope["method"], Headers(scope=scope).get(traces.TRACEPARENT, "")
        facts = {"http.request.method": method}
        with traces.span(method, parent=parent, kind=SpanKind.SERVER, attributes=facts) as span:

            async def send_and_note(message: Message) -> None:
                if message["type"] == "http.response.start":
                    route = route_of(scope)
                    span.update_name(f"{method} {route}")
                    span.set_attributes({"http.route": route, "http.response.status_code": message["status"]})
                    if message["status"] >= 500:
                        traces.failed(span)
                await send(message)

            await self._app(scope, receive, send_and_note)
