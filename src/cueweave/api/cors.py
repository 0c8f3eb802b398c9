"""Which pages on other origins may call."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from cueweave.api.identity import HEADER

LOOPBACK = r"https?://(localhost|([a-z0-9-]+\.)+localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?"
EXPOSED = (
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


def allow_origins(app: FastAPI, origins: tuple[str, ...] | None) -> None:
    """Let pages of these origins call; None means every page that this machine itself serves."""
    app.add_middleware(
        CORSMiddleware,
        allow_origins=origins or (),
        allow_origin_regex=LOOPBACK if origins is None else None,
        allow_methods=("GET", "POST", "DELETE"),
        allow_headers=(HEADER,),
        expose_headers=EXPOSED,
    )
