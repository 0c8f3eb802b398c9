"""A medium that lies elsewhere, whole or in one range (RFC 9110, section 14)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import formatdate
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse
from starlette.types import Send

from cueweave.api.errors import problem
from cueweave.errors import StoreUnavailable
from cueweave.store.storage import ObjectSource
from cueweave.telemetry import get_logger

BAD_RANGE = {
    400: "The header Range can't be read; write it like bytes=0-1023.",
    416: "The range lies behind the medium's end.",
}
log = get_logger(__name__)
ONE = re.compile(r"(?P<start>[0-9]{0,18})\s*-\s*(?P<end>[0-9]{0,18})", re.ASCII)


class UnreadableRange(ValueError):
    """It is no range of bytes."""


class RangeBehindTheEnd(ValueError):
    """None of it is there."""


def wanted_range(header: str, size: int) -> tuple[int, int] | None:
    """The first place and the one behind the last; None where the whole is to be sent, as for several ranges.

    Raises UnreadableRange, RangeBehindTheEnd.
    """
    unit, _, asked = header.partition("=")
    if unit.strip().lower() != "bytes":
        raise UnreadableRange(header)
    if "," in asked:
        return None
    found = ONE.fullmatch(asked.strip())
    if not found or not (found["start"] or found["end"]):
        raise UnreadableRange(header)
    if not found["start"]:
        return _last(int(found["end"]), size)
    start, end = int(found["start"]), int(found["end"]) + 1 if found["end"] else size
    if start >= end and found["end"]:
        raise UnreadableRange(header)
    if start >= size:
        raise RangeBehindTheEnd(header)
    return start, min(end, size)


def _last(count: int, size: int) -> tuple[int, int]:
    if not count or not size:
        raise RangeBehindTheEnd("no bytes")
    return max(size - count, 0), size


def answer(medium: ObjectSource, asked: Mapping[str, str], method: str, headers: Mapping[str, str]) -> Response:
    """What the request gets; its headers' names are lower case. A body that the storage doesn't give breaks off."""
    told = {
        **headers,
        "Accept-Ranges": "bytes",
        "ETag": medium.etag,
        "Last-Modified": formatdate(medium.modified, usegmt=True),
    }
    wanted = None
    if "range" in asked and asked.get("if-range", medium.etag) in (medium.etag, told["Last-Modified"]):
        try:
            wanted = wanted_range(asked["range"], medium.size)
        except UnreadableRange:
            return problem(400, BAD_RANGE[400])
        except RangeBehindTheEnd:
            return problem(416, BAD_RANGE[416], {"Content-Range": f"bytes */{medium.size}"})
    start, end = wanted or (0, medium.size)
    told["Content-Length"] = str(end - start)
    if wanted:
        told["Content-Range"] = f"bytes {start}-{end - 1}/{medium.size}"
    status = 206 if wanted else 200
    if method == "HEAD":
        return Response(status_code=status, headers=told)
    return _Streamed(medium.read(start, end), status_code=status, headers=told)


def attachment(name: str) -> str:
    """A file to keep, under this name (RFC 6266)."""
    quoted = quote(name, safe="")
    return f"attachment; filename*=utf-8''{quoted}" if quoted != name else f'attachment; filename="{name}"'


class _Streamed(StreamingResponse):
    """Breaks off where the storage gives no more: the server then ends the connection, and a client asks again."""

    async def stream_response(self, send: Send) -> None:
        try:
            await super().stream_response(send)
        except StoreUnavailable as error:
            log.warning("a medium breaks off", reason=error.message)
