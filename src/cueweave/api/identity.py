"""Who is calling."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader
from starlette.datastructures import Headers

from cueweave.api.client_address import client_address
from cueweave.api.context import InContext
from cueweave.domain.tasks import check_user
from cueweave.errors import BadUserId, Unauthenticated

HEADER = "X-User-ID"
_scheme = APIKeyHeader(
    name=HEADER,
    scheme_name="User",
    description="The user: 1 to 128 characters of `A-Z a-z 0-9 . _ - @ | +`.",
    auto_error=False,
)


def _user(request: Request, _declared: Annotated[str | None, Security(_scheme)]) -> str:
    """Raises Unauthenticated, BadUserId."""
    found = request.headers.getlist(HEADER)
    if not any(found):
        raise Unauthenticated("Missing X-User-ID header. Please provide user identification.")
    if len(found) > 1:  # a proxy may check one of them while we believe the other
        raise BadUserId("Invalid X-User-ID header: it must come only once")
    return check_user(found[0])


def named_user(headers: Headers) -> str | None:
    """Whom the request names, where a route would believe it; it refuses nothing, that is left to the routes."""
    found = headers.getlist(HEADER)
    try:
        return check_user(found[0]) if len(found) == 1 else None
    except BadUserId:
        return None


def _user_or_address(request: Request, declared: Annotated[str | None, Security(_scheme)], context: InContext) -> str:
    """The user or, where nobody said who is calling, `anonymous@ADDRESS` with dashes for colons."""
    if any(request.headers.getlist(HEADER)):
        return _user(request, declared)
    address = client_address(request.scope, context.api.trusted_proxies)
    return check_user(f"anonymous@{re.sub(r'[^A-Za-z0-9.]', '-', address)}")


User = Annotated[str, Depends(_user)]
UserOrAddress = Annotated[str, Depends(_user_or_address)]
