"""Answers that get shorter on their way, where the client can unpack them (RFC 9110, section 12.5.3)."""

from __future__ import annotations

import asyncio
import gzip
import re

from starlette.datastructures import Headers

GZIP = "gzip"
LEVEL = 5
"""Of zlib: higher levels take far longer for a little less."""
TEXTUAL = re.compile(r"text/.*|application/(.*\+)?(json|xml)")


def takes(asked: Headers, coding: str) -> bool:
    """Whether the client says that it can unpack this one."""
    told = (_taken(part) for part in ",".join(asked.getlist("accept-encoding")).split(","))
    return dict(told).get(coding, False)


def _taken(part: str) -> tuple[str, bool]:
    """A coding of `Accept-Encoding`, and whether its weight is above 0."""
    coding, *parameters = part.replace(" ", "").lower().split(";")
    return coding, not any(each.startswith("q=0") and not each.strip("q=0.") for each in parameters)


def packs(asked: Headers, media_type: str) -> bool:
    """Whether an answer of this type is packed for this client."""
    return TEXTUAL.fullmatch(media_type.partition(";")[0]) is not None and takes(asked, GZIP)


async def compressed(data: bytes) -> bytes:
    """The same bytes for the same data, in a thread."""
    return await asyncio.to_thread(gzip.compress, data, LEVEL, mtime=0)
