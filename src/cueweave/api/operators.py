"""Who operates the service: whoever knows the token, or asks on this very machine."""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers
from starlette.types import Scope

from cueweave.api.client_address import comes_from_here


def is_operator(scope: Scope, token: str) -> bool:
    """Whether this request is the operator's; the empty token opens nothing."""
    kind, _, told = Headers(scope=scope).get("authorization", "").partition(" ")
    knows = hmac.compare_digest(told.strip().encode(), token.encode()) and kind.lower() == "bearer"
    return bool(token and knows) or comes_from_here(scope)
