"""Handing in a recording: as a task, or waiting for the result."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from cueweave.api.addresses import status_address
from cueweave.api.context import Context, InContext
from cueweave.api.errors import problems
from cueweave.api.idempotency import PARAMETER as KEY_PARAMETER, idempotency_key
from cueweave.api.identity import User, UserOrAddress
from cueweave.api.result_schema import Result
from cueweave.api.schemas import Accepted
from cueweave.api.uploads import LONGEST_ADDRESS, receive_upload
from cueweave.clients.outbound.urls import LONGEST as LONGEST_URL
from cueweave.domain.languages import LONGEST, PATTERN
from cueweave.domain.tasks import Status, Task
from cueweave.errors import CueweaveError, TaskFailed, TaskTimedOut
from cueweave.telemetry import about
from cueweave.work.ending import end
from cueweave.work.resuming import submit_upload

CREATED = "Task created successfully. Use the task_id to track progress."
DONE_BEFORE = "The same was handed in before, and is done: the task_id is that task's."
ASK_AGAIN_SECONDS = 3
SUPERSEDED = {
    "Deprecation": "@1737072000",  # RFC 9745: 2025-01-17, when background tasks took this call's place
    "Link": '</process/srt_media/>; rel="successor-version"',
}
FILE = {"type": "string", "format": "binary"}
FIELDS: dict[str, Any] = {
    "srt_file": {
        **FILE,
        "description": "Subtitles: SRT, WebVTT, ASS or another common format, in any encoding. "
        "Left out, the speech itself is transcribed.",
    },
    "slides_file": {
        **FILE,
        "description": "The slides as a PDF, whose pages are shown where the video shows them or "
        "where they are spoken about.",
    },
    "language": {
        "type": "string",
        "maxLength": LONGEST,
        "pattern": PATTERN,
        "description": "What is spoken: an ISO 639-1 code or BCP 47 tag, such as `en`, `pt-BR` or "
        "`zh-Hans`. Left out or empty, it is told from the words.",
    },
    "callback_url": {
        "type": "string",
        "maxLength": LONGEST_URL,
        "description": "Where a signed message is posted when the task is over, such as "
        "`https://www.example.org/hook`. Left out or empty, the server's own setting holds.",
    },
    "media_file": {
        **FILE,
        "description": "The recording: video or audio. It, `media_upload` or `media_url` must be there.",
    },
    "media_upload": {
        "type": "string",
        "maxLength": LONGEST_ADDRESS,
        "description": "The id or address of an upload under `/uploads/` that is whole, in place of `media_file`.",
    },
    "media_url": {
        "type": "string",
        "maxLength": LONGEST_URL,
        "description": "Where the recording is, in place of `media_file`: a worker fetches it, "
        "from hosts that the operator lists.",
    },
}
REUSE: dict[str, Any] = {
    "type": "string",
    "enum": ["true", "false"],
    "description": "Whether the task that the same content made for you before will do, in "
    "place of a new one, where the server offers that. Left out, the operator says.",
}


def _form(**more: dict[str, Any]) -> dict[str, Any]:
    """How the body is described, with these fields besides."""
    schema = {"type": "object", "properties": FIELDS | more}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


NO_USER_NEEDED: dict[str, Any] = {"security": [{}]}
HEADERS_202 = {
    "Location": {"description": "Where to ask for the status.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds until asking makes sense.", "schema": {"type": "integer"}},
}
router = APIRouter(tags=["process"])


@router.post("/process/srt_media", include_in_schema=False)
@router.post(
    "/process/srt_media/",
    status_code=202,
    response_model=Accepted,
    responses={202: {"headers": HEADERS_202}, **problems(400, 401, 404, 408, 409, 413, 415, 422, 423, 429, 503)},
    openapi_extra=_form(reuse_result=REUSE) | {"parameters": [KEY_PARAMETER]},
)
async def create_task(request: Request, user: User, context: InContext) -> JSONResponse:
    """Hand in a recording and its subtitles; a task in the background makes the transcript."""
    task = await _submit(request, user, context, key=idempotency_key(request.headers), may_reuse=True)
    message = DONE_BEFORE if task.status is Status.COMPLETED else CREATED
    answer = Accepted(task_id=task.task_id, status=task.status, message=message)
    headers = {"Location": status_address(task.task_id), "Retry-After": str(ASK_AGAIN_SECONDS)}
    return JSONResponse(answer.model_dump(), status_code=202, headers=headers)


@router.post("/process/srt_media/sync/", include_in_schema=False)
@router.post(
    "/process/srt_media/sync",
    deprecated=True,
    response_model=Result,
    responses=problems(400, 401, 404, 408, 409, 413, 415, 422, 423, 429, 500, 503, 504),
    openapi_extra=_form() | NO_USER_NEEDED,
)
async def process_at_once(request: Request, user: UserOrAddress, context: InContext) -> Response:
    """Hand in a recording and wait for the transcript itself. Use tasks instead: connections break."""
    task = await _submit(request, user, context)
    over = await _outcome(request, user, task.task_id, context)
    if over.status is not Status.COMPLETED:
        raise TaskFailed(over.error_message or f"The task was {over.status}.")
    document = await context.desk.result(user, task.task_id)
    return Response(document, media_type="application/json", headers=SUPERSEDED)


async def _submit(
    request: Request, user: str, context: Context, *, key: str | None = None, may_reuse: bool = False
) -> Task:
    desk = context.desk
    if key is None or not await desk.repeats.knows(user, key):
        await desk.look(user)
    upload = await receive_upload(request, desk, context.work)
    upload.incoming.reuses &= may_reuse
    if upload.resumed:
        task = await submit_upload(desk, user, upload.resumed, upload.incoming, wishes=upload.wishes, once_key=key)
    else:
        task = await desk.submit(
            user, upload.incoming, media_name=upload.media_name, wishes=upload.wishes, once_key=key
        )
    about(task_id=task.task_id)
    return task


async def _outcome(request: Request, user: str, task_id: str, context: Context) -> Task:
    """The task when it is over; it is cancelled when nobody waits any more. Raises TaskTimedOut."""
    waiting = asyncio.create_task(context.desk.wait(user, task_id, context.api.sync_timeout))
    leaving = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait((waiting, leaving), return_when=asyncio.FIRST_COMPLETED)
        if waiting.done():
            return waiting.result()
        return await context.desk.cancel(user, task_id)
    except TaskTimedOut:
        with suppress(CueweaveError):
            await context.desk.cancel(user, task_id)
        raise
    finally:
        await end(waiting, leaving)


async def _gone(request: Request) -> None:
    """Until the client has gone; the request's body must have been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
