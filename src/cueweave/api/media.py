"""The medium of a finished task, and links that let a browser's elements fetch it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from starlette.types import Message, Receive, Scope, Send

from cueweave.api.addresses import TaskIdInPath, media_address, shared_address
from cueweave.api.context import AtDesk, Context, InContext
from cueweave.api.errors import problem, problems
from cueweave.api.identity import User, Viewer, link_secret
from cueweave.api.identity.links import Opens, signed_query
from cueweave.api.ranges import BAD_RANGE, answer, attachment
from cueweave.api.schemas import Links
from cueweave.domain.tasks import TaskId
from cueweave.errors import BadInput
from cueweave.store.storage import FileSource

HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "Content-Disposition": "inline",
}
NAMELESS = "medium"
LONGEST = 366 * 86400
"""Seconds for which a link may hold, however long results are kept."""
FILE = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The medium.", "content": FILE},
    206: {"description": "The part of it that `Range` asks for.", "content": FILE},
    307: {"description": "It is to be fetched from the storage, at `Location`, which holds for an hour."},
    **problems(400, 401, 403, 404, 416, 422, 503),
}
Download = Annotated[bool, Query(description="Whether to offer it as a file to keep, under its own name.")]
Seconds = Annotated[
    int | None, Query(ge=1, description="For how long the links shall hold; left out, for `CUEWEAVE_LINK_TTL`.")
]
router = APIRouter(tags=["tasks"])


class MediumResponse(FileResponse):
    """A file, piece by piece, whole or in ranges (RFC 9110, 14); what is refused has the shape of all errors."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it."""
        refused: Message | None = None

        async def send_unless_refused(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] in BAD_RANGE:
                refused = message
            if refused is None:
                await send(message)

        await super().__call__(scope, receive, send_unless_refused)
        if refused is not None:
            kept = {name.decode(): value.decode() for name, value in refused["headers"] if name == b"content-range"}
            await problem(refused["status"], BAD_RANGE[refused["status"]], kept)(scope, receive, send)


@router.get("/tasks/{task_id}/links", response_model=Links, responses=problems(400, 401, 403, 404, 409, 422, 503))
async def get_links(task_id: TaskIdInPath, user: User, context: InContext, seconds: Seconds = None) -> Links:
    """Addresses for `<video>` and `<img>`, which can't say who asks, and for people: signed, for this task only."""
    task = await context.desk.completed(user, task_id)
    expires = int(time.time()) + _lasting(context, seconds)
    secret, signed = await link_secret(context), TaskId.parse(task.task_id)
    query = signed_query(secret, signed, expires)
    return Links(
        task_id=task.task_id,
        expires_at=datetime.fromtimestamp(expires, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        media=f"{media_address(task.task_id)}?{query}",
        query=query,
        page=f"{shared_address(task.task_id)}?{signed_query(secret, signed, expires, Opens.TRANSCRIPT)}",
    )


def _lasting(context: Context, seconds: int | None) -> int:
    """Seconds. Raises BadInput where more are asked for than is allowed: by default, as long as results are kept."""
    usual = max(min(context.work.result_ttl, LONGEST), context.api.link_ttl)
    most = context.api.max_link_ttl or usual
    if seconds is None:
        return min(context.api.link_ttl, most)
    if seconds > most:
        raise BadInput(f"seconds: a link holds for {most} s at most.")
    return seconds


@router.head("/tasks/{task_id}/media", include_in_schema=False)
@router.get("/tasks/{task_id}/media", response_class=Response, responses=ANSWERS)
async def get_media(
    task_id: TaskIdInPath, user: Viewer, desk: AtDesk, request: Request, *, download: Download = False
) -> Response:
    """The recording as it was handed in, for a task that is completed; whole or in ranges."""
    medium = await desk.medium(user, task_id)
    headers = dict(HEADERS)
    if download:
        del headers["Content-Disposition"]  # then the response writes it, with the name as RFC 6266 has it
    name = medium.name or NAMELESS
    if isinstance(medium.source, FileSource):
        return MediumResponse(
            medium.source.path,
            headers=headers,
            media_type=medium.content_type,
            stat_result=medium.source.stat,
            filename=name,
        )
    if medium.source.address and not download:  # an address can't give the file a name
        address = await medium.source.address(request.method)
        return RedirectResponse(address, 307, {"Cache-Control": "no-store"})
    if download:
        headers["Content-Disposition"] = attachment(name)
    return answer(medium.source, request.headers, request.method, headers | {"Content-Type": medium.content_type})
