"""What every answer tells a browser to keep it from doing harm; the headers are those of OWASP's Secure Headers."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # data is never a page: where a browser shows it as one, it may do nothing
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
_RAW = tuple((name.lower().encode(), value.encode()) for name, value in EVERYWHERE.items())
ON_PAGES = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Sets those headers that an answer hasn't set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"]
                there = {name for name, _ in headers}
                message["headers"] = [*headers, *(each for each in _RAW if each[0] not in there)]
            await send(message)

        await self._app(scope, receive, send_guarded)


def policy(frame_ancestors: tuple[str, ...] = (), *, media_from: str = "", **more: str) -> str:
    """The content security policy of a page of ours: nothing but what this server gives, and nothing inline.

    `media_from`: another origin that media may come from.

    `more`: sources of single directives, their dashes as underscores.
    """
    directives = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' blob: data:",
        "media-src": f"'self' blob: {media_from}".rstrip(),
        "connect-src": "'self'",
        "font-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(frame_ancestors) or "'none'",
    } | {name.replace("_", "-"): value for name, value in more.items()}
    return "; ".join(f"{name} {value}" for name, value in directives.items())
