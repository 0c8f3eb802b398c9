"""What an API process counts itself; nothing here is told by user, task or raw path."""

from __future__ import annotations

import re
from functools import cache

from prometheus_client import Counter, Histogram

from cueweave.telemetry.metrics import REGISTRY

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OTHER = "other"
WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")

_requests = Counter(
    "cueweave_http_requests",
    "Requests by route template, method and status; 499 where the client went before the answer.",
    ("route", "method", "status"),
    registry=REGISTRY,
)
_seconds = Histogram(
    "cueweave_http_seconds",
    "Seconds from a request's head until its answer began, by route template; an upload is among them.",
    ("route", "method"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600),
    registry=REGISTRY,
)
_refusals = Counter(
    "cueweave_refusals", "Requests that were refused, by the error that says why.", ("reason",), registry=REGISTRY
)
_upload_bytes = Counter("cueweave_upload_bytes", "Bytes of uploads that arrived, kept or not.", registry=REGISTRY)
_upload_seconds = Histogram(
    "cueweave_upload_seconds",
    "Seconds that whole uploads took to arrive.",
    buckets=(0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800, 7200),
    registry=REGISTRY,
)


def answered(route: str, method: str, status: int, *, seconds: float | None) -> None:
    """A request came to its end; `seconds` until its answer began, None where none did."""
    known = method if method in METHODS else OTHER
    _count(route, known, status).inc()
    if seconds is not None:
        _time(route, known).observe(seconds)


@cache  # there are as many as routes, methods and statuses; to look them up by labels takes most of the time
def _count(route: str, method: str, status: int) -> Counter:
    return _requests.labels(route, method, str(status))


@cache
def _time(route: str, method: str) -> Histogram:
    return _seconds.labels(route, method)


def refused(error: type[Exception]) -> None:
    """A request was answered with this error."""
    _refusals.labels(WORD.sub("_", error.__name__).lower()).inc()


def uploaded(size: int, *, seconds: float | None) -> None:
    """So many bytes of an upload arrived; in so many seconds, or None where it broke off."""
    _upload_bytes.inc(size)
    if seconds is not None:
        _upload_seconds.observe(seconds)
