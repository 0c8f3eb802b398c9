"""Who is calling: what routes ask for, answered in the way that the operator has chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Query, Request, Security
from fastapi.security import APIKeyHeader, APIKeyQuery
from starlette.datastructures import QueryParams

from cueweave.api.context import Context, InContext
from cueweave.api.identity.header import HEADER, user_of_header, user_or_address
from cueweave.api.identity.links import Opens, check_link
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
    "Reader",
    "User",
    "UserOrAddress",
    "Viewer",
    "asks_by_link",
    "caller",
    "link_secret",
    "owner_by_link",
    "user_of",
]

USER_SCHEME, LINK_SCHEME = "User", "Link"
LINK = ("expires", "signature")
"""What a signed link has in its query."""
_user_scheme = APIKeyHeader(
    name=HEADER,
    scheme_name=USER_SCHEME,
    description="The user: 1 to 128 characters of `A-Z a-z 0-9 . _ - @ | +`.",
    auto_error=False,
)
_link_scheme = APIKeyQuery(
    name="signature",
    scheme_name=LINK_SCHEME,
    description="The `query` of `/tasks/{task_id}/links`, or that of its `page`, which opens the result, too.",
    auto_error=False,
)
Declared = Annotated[str | None, Security(_user_scheme)]
Expires = Annotated[
    str | None, Query(alias="expires", max_length=32, description="Of a signed link: until when it holds.")
]


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


def _user_or_owner(opens: Opens) -> Callable[..., Awaitable[str]]:
    """As whom this of the task in the path may be seen: the caller or, by a signed link, the task's owner.

    It raises TaskNotFound and BadLink beside what the caller's identity raises.
    """

    async def known(
        request: Request,
        context: InContext,
        declared: Declared,
        _signature: Annotated[str | None, Security(_link_scheme)],
        _expires: Expires = None,
    ) -> str:
        if not asks_by_link(request):
            return await _user(request, declared)
        return await owner_by_link(context, request.path_params["task_id"], request.query_params, opens)

    return known


def asks_by_link(request: Request) -> bool:
    """Whether a signed link, or a part of one, says who asks."""
    return any(name in request.query_params for name in LINK)


async def owner_by_link(context: Context, task_id: str, query: QueryParams, opens: Opens) -> str:
    """The owner of the task, if the link opens this of it. Raises TaskNotFound, BadLink, StoreUnavailable."""
    parsed = TaskId.parse(task_id)
    if any(len(query.getlist(name)) != 1 for name in LINK):
        raise BadLink("The link is not whole: it has `expires` and `signature`, each once.")
    check_link(await link_secret(context), parsed, query["expires"], query["signature"], opens)
    return parsed.user


async def link_secret(context: Context) -> str:
    """What links are signed with: the operator's secret, or one that all API processes find in the store."""
    return context.api.link_secret or await context.desk.link_secret()


User = Annotated[str, Depends(_user)]
UserOrAddress = Annotated[str, Depends(_user_or_address)]
Viewer = Annotated[str, Depends(_user_or_owner(Opens.FILES))]
"""Of a task's medium and pictures."""
Reader = Annotated[str, Depends(_user_or_owner(Opens.TRANSCRIPT))]
"""Of a task's result."""
