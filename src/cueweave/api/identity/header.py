"""Who is calling, by a header that is believed."""

from __future__ import annotations

import re
from typing import cast

from fastapi import Request

from cueweave.api.client_address import client_address
from cueweave.api.context import Context
from cueweave.domain.tasks import check_user
from cueweave.errors import BadUserId, Unauthenticated

HEADER = "X-User-ID"


def user_of_header(request: Request) -> str:
    """Raises Unauthenticated, BadUserId."""
    found = request.headers.getlist(HEADER)
    if not any(found):
        raise Unauthenticated("Missing X-User-ID header. Please provide user identification.")
    if len(found) > 1:  # a proxy may check one of them while we believe the other
        raise BadUserId("Invalid X-User-ID header: it must come only once")
    return check_user(found[0])


def user_or_address(request: Request) -> str:
    """The user or, where nobody said who is calling, `anonymous@ADDRESS` with dashes for colons."""
    if any(request.headers.getlist(HEADER)):
        return user_of_header(request)
    context = cast("Context", request.state.context)
    address = client_address(request.scope, context.api.trusted_proxies)
    return check_user(f"anonymous@{re.sub(r'[^A-Za-z0-9.]', '-', address)}")
