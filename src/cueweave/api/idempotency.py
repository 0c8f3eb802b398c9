"""The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a hand-in that may be repeated."""

from __future__ import annotations

import re
from typing import Any

from starlette.datastructures import Headers

from cueweave.errors import MalformedRequest

NAME = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,255}")
PARAMETER: dict[str, Any] = {
    "name": NAME,
    "in": "header",
    "required": False,
    "description": "A key of your own, such as a UUID, that stands for this hand-in for a day: whoever sends the same "
    "again gets the same task, however often; another recording, subtitles or other fields under it get 422.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}


def idempotency_key(headers: Headers) -> str | None:
    """The key, None where there is none. Raises MalformedRequest for one that is none, or two of them."""
    told = headers.getlist(NAME)
    if not told:
        return None
    if len(told) > 1 or not KEY.fullmatch(told[0]):
        raise MalformedRequest(f"{NAME}: send one key of 1 to 255 visible ASCII characters, such as a UUID.")
    return told[0]
