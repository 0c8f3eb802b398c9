"""Conditional requests (RFC 9110, section 13), as far as results need them."""

from __future__ import annotations

import re

from starlette.datastructures import Headers

from cueweave.errors import ConditionMissing, ResultChanged
from cueweave.work.results import CHANGED

TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def etag(edition: str) -> str:
    """The strong entity tag of this edition."""
    return f'"{edition}"'


def is_known(headers: Headers, edition: str) -> bool:
    """Whether the client has this edition already, by `If-None-Match`."""
    told = ",".join(headers.getlist("if-none-match"))
    return told.strip() == "*" or etag(edition) in (tag for _, tag in TAG.findall(told))


def check_current(headers: Headers, edition: str) -> None:
    """Raises ConditionMissing without `If-Match`, ResultChanged where that names other editions only."""
    told = ",".join(headers.getlist("if-match"))
    if not told:
        raise ConditionMissing(
            "The header If-Match is missing: send the ETag that came with the result, so that nobody's edit gets lost."
        )
    strong = [tag for weak, tag in TAG.findall(told) if not weak]
    if told.strip() != "*" and etag(edition) not in strong:
        raise ResultChanged(CHANGED)
