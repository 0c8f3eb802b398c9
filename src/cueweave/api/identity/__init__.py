"""Who is calling: what routes ask for, answered in the way that the operator has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Query, Request, Security
from fastapi.security import APIKeyHeader, APIKeyQuery

from cueweave.api.context import Context, InContext
from cueweave.api.identity.header import HEADER, user_of_header, user_or_address
from cueweave.api.identity.links import check_link
from cueweave.api.identity.opening import bearer_token
from cueweave.domain.tasks import TaskId
from cueweave.errors import BadLink, CueweaveError
from cueweave.telemetry import about

if TYPE_CHECKING:
    from cueweave.api.identity.bearer import Tokens

__all__ = [
    "HEADER",
    "LINK_SCHEME",
    "USER_SCHEME",
    "User",
    "UserOrAddress",
    "Viewer",
    "caller",
    "link_secret",
    "user_of",
]

USER_SCHEME, LINK_SCHEME = "User", "Link"
_user_scheme = APIKeyHeader(
    name=HEADER,
    scheme_name=USER_SCHEME,
    description="The user: 1 to 128 characters of `A-Z a-z 0-9 . _ - @ | +`.",
    auto_error=False,
)
_link_scheme = APIKeyQuery(
    name="signature",
    scheme_name=LINK_SCHEME,
    description="The `query` of `/tasks/{task_id}/links`, which is `expires` and `signature`.",
    auto_error=False,
)
Declared = Annotated[str | None, Security(_user_scheme)]
Expires = Annotated[str | None, Query(max_length=32, description="Of a signed link: until when it holds.")]


def _tokens(request: Request) -> Tokens | None:
    """What checks tokens; None where the user header is believed."""
    return cast("Tokens | None", request.state.tokens)


async def _user(request: Request, _declared: Declared) -> str:
    return await user_of(request)


async def user_of(request: Request) -> str:
    """Whom the request names, believably. Raises Unauthenticated, BadUserId, BadToken, KeysUnavailable.

    A token is checked once a request, since rates are counted before a route asks.
    """
    tokens = _tokens(request)
    if tokens is None:
        user = user_of_header(request)
    else:
        if not hasattr(request.state, "user"):
            request.state.user = await tokens.user(bearer_token(request))
        user = cast("str", request.state.user)
    about(user=user)
    return user


async def caller(request: Request) -> str | None:
    """Whom the request names in a way that a route would believe; it refuses nothing, that is left to the routes."""
    try:
        return await user_of(request)
    except CueweaveError:
        return None


async def _user_or_address(request: Request, declared: Declared) -> str:
    if _tokens(request):
        return await _user(request, declared)
    user = user_or_address(request)
    about(user=user)
    return user


async def _viewer(
    request: Request,
    context: InContext,
    declared: Declared,
    signature: Annotated[str | None, Security(_link_scheme)],
    expires: Expires = None,
) -> str:
    """As whom the files of the task in the path may be seen: the caller or, by a signed link, the task's owner.

    Raises TaskNotFound and BadLink beside what the caller's identity raises.
    """
    if signature is None and expires is None:
        return await _user(request, declared)
    if any(len(request.query_params.getlist(name)) != 1 for name in ("expires", "signature")):
        raise BadLink("The link is not whole: it has `expires` and `signature`, each once.")
    task_id = TaskId.parse(request.path_params["task_id"])
    check_link(await link_secret(context), task_id, expires or "", signature or "")
    return task_id.user


async def link_secret(context: Context) -> str:
    """What links are signed with: the operator's secret, or one that all API processes find in the store."""
    return context.api.link_secret or await context.desk.link_secret()


User = Annotated[str, Depends(_user)]
UserOrAddress = Annotated[str, Depends(_user_or_address)]
Viewer = Annotated[str, Depends(_viewer)]
