"""Which pages on other origins may call."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import Headers
from starlette.responses import Response

from cueweave.api.config import ApiConfig
from cueweave.api.errors import problem
from cueweave.api.identity import HEADER
from cueweave.api.request_ids import HEADER as REQUEST_ID
from cueweave.api.tus import ANSWERED, ASKED

LOOPBACK = r"https?://(localhost|([a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?"
EXPOSED = (
    "Accept-Ranges",
    "Content-Range",
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
    "WWW-Authenticate",
    REQUEST_ID,
    *ANSWERED,
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


def allow_origins(app: FastAPI, config: ApiConfig) -> None:
    """Let pages of the listed origins call; without a list those of this machine, unless callers need tokens."""
    this_machine = config.cors_origins is None and config.auth == "header"
    app.add_middleware(
        _Cors,
        allow_origins=config.cors_origins or (),
        allow_origin_regex=LOOPBACK if this_machine else None,
        allow_methods=("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
        allow_headers=(
            HEADER,
            "Authorization",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Range",
            REQUEST_ID,
            *ASKED,
        ),
        expose_headers=EXPOSED,
    )
