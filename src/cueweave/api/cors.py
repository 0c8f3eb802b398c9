"""Which pages on other origins may call."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import Headers
from starlette.responses import Response

from cueweave.api.errors import problem
from cueweave.api.identity import HEADER

LOOPBACK = r"https?://(localhost|([a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?"
EXPOSED = (
    "ETag",
    "Location",
    "Retry-After",
    "RateLimit",
    "RateLimit-Policy",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Deprecation",
    "Link",
)


REFUSED = "Pages of this origin may not call so; the operator lists origins in CUEWEAVE_CORS_ORIGINS."


class _Cors(CORSMiddleware):
    """Refuses in the shape of all our errors."""

    def preflight_response(self, request_headers: Headers) -> Response:
        answer = super().preflight_response(request_headers)
        if answer.status_code < 400:
            return answer
        kept = {name: value for name, value in answer.headers.items() if not name.startswith("content-")}
        return problem(answer.status_code, REFUSED, kept)


def allow_origins(app: FastAPI, origins: tuple[str, ...] | None) -> None:
    """Let pages of these origins call; None means every page that this machine itself serves."""
    app.add_middleware(
        _Cors,
        allow_origins=origins or (),
        allow_origin_regex=LOOPBACK if origins is None else None,
        allow_methods=("GET", "POST", "PUT", "DELETE"),
        allow_headers=(HEADER, "If-Match", "If-None-Match", "Last-Event-ID"),
        expose_headers=EXPOSED,
    )
