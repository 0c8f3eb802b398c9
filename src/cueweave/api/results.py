"""What came out of a task: fetching it, and handing it in again with a person's edits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.requests import ClientDisconnect

from cueweave import __version__
from cueweave.api.addresses import TaskIdInPath
from cueweave.api.compression import GZIP, compressed, packs
from cueweave.api.conditions import check_current, etag, is_known
from cueweave.api.context import Context, InContext
from cueweave.api.edits import edited
from cueweave.api.errors import problems
from cueweave.api.exports import CONTENT, JSON, disposition, exported, wanted_format
from cueweave.api.identity import Reader, User, asks_by_link
from cueweave.api.multipart import in_words
from cueweave.api.schemas import Edited, ResultWanted, TaskResult
from cueweave.domain.tasks import Status, Task
from cueweave.errors import BadLink, MalformedRequest, TooLarge
from cueweave.work.desk import Writer
from cueweave.work.results import KeptResult, number_of
from cueweave.work.threads import whole

MOST_BYTES = 16 * 1024**2
"""Of an edited result: those of a lecture of six hours have 5 MB."""
ETAG = {"ETag": {"description": "The edition, for `If-None-Match` and `If-Match`.", "schema": {"type": "string"}}}
PARAGRAPHS = {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/TimedParagraph"}}
OWN = {"description": "The server's own; what is sent is ignored."}
EDIT: dict[str, Any] = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The `ETag` of the result that was edited.",
            "schema": {"type": "string"},
        }
    ],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["paragraphs"],
                    "additionalProperties": False,
                    "properties": {"paragraphs": PARAGRAPHS, "media": OWN, "alignment": OWN, "analysis": OWN},
                }
            }
        },
    },
}
router = APIRouter(tags=["tasks"])


@router.get(
    "/tasks/{task_id}/result",
    response_model=TaskResult,
    responses={
        200: {"headers": ETAG, "content": CONTENT},
        304: {"description": "The edition that `If-None-Match` names is still the current one."},
        **problems(400, 401, 403, 404, 406, 409, 422, 501, 503),
    },
)
async def get_result(
    task_id: TaskIdInPath, user: Reader, context: InContext, wanted: Annotated[ResultWanted, Query()], request: Request
) -> Response:
    """The transcript, once the task is completed; as it was edited last, unless the original is wanted.

    In another format by `format`, or by `Accept` where one media type means one format.
    """
    if wanted.version and asks_by_link(request):  # what was edited out was not meant for those who got the link
        raise BadLink("A link opens the transcript as it is now, not as it was before its edits.")
    results, task = context.desk.results, await context.desk.task(user, task_id)
    kept = await (results.original(task) if wanted.version else results.current(task))
    form = wanted_format(wanted.format, request.headers)
    tag = kept.edition if form is None else f"{kept.edition}.{form.name}.{__version__}"
    packed = packs(request.headers, (form or JSON).media_type)
    headers = {"Cache-Control": "private, no-cache", "Vary": "Accept, Accept-Encoding"}
    headers["Content-Disposition"] = disposition(task, form)
    # the tag names the edition, packed or not, as PUT gives and takes it; no part of a result can be asked for, where
    # that would matter. It is weak for what was made of it: packages carry the time at which they were written
    headers["ETag"] = etag(tag) if form is None else f"W/{etag(tag)}"
    if is_known(request.headers, tag):
        return Response(status_code=304, headers=headers)
    if form is None:
        document = _whole(task, kept)
    else:
        document = await exported(context, task, kept.document, form, medium=wanted.media)
    if packed:
        document, headers["Content-Encoding"] = await compressed(document), GZIP
    return Response(document, media_type=(form or JSON).media_type, headers=headers)


def _whole(task: Task, kept: KeptResult) -> bytes:
    head = json.dumps({"task_id": task.task_id, "status": Status.COMPLETED})
    return b'%s, "result": %s}' % (head[:-1].encode(), kept.document)


@router.put(
    "/tasks/{task_id}/result",
    response_model=Edited,
    responses={200: {"headers": ETAG}, **problems(400, 401, 403, 404, 409, 412, 413, 422, 428, 503)},
    openapi_extra=EDIT,
)
async def put_result(
    task_id: TaskIdInPath, user: User, context: InContext, request: Request, answer: Response
) -> Edited:
    """Put an edited transcript in the place of the one that `If-Match` names; the first one stays retrievable."""
    task = await context.desk.completed(user, task_id)
    check_current(request.headers, task.edition)
    incoming = context.desk.receive()
    try:
        await _receive(request, incoming.open("result"))
        document = await _checked(context, task, incoming.result)
    finally:
        await incoming.discard()
    edition = await context.desk.results.replace(task, document)
    answer.headers["ETag"] = etag(edition)
    return Edited(task_id=task.task_id, version=number_of(edition))


async def _receive(request: Request, writer: Writer) -> None:
    """To a file: only a body that is being checked is in memory. Raises TooLarge, MalformedRequest."""
    size, too_large = 0, TooLarge(f"The result is larger than the limit of {in_words(MOST_BYTES)}.")
    if int(request.headers.get("content-length", 0)) > MOST_BYTES:
        raise too_large
    try:
        async for data in request.stream():
            size += len(data)
            if size > MOST_BYTES:
                raise too_large
            writer.write(data)
    except ClientDisconnect:
        raise MalformedRequest("The connection broke before the result was complete.") from None


async def _checked(context: Context, task: Task, body: Path) -> bytes:
    """What is to be kept of the body. Raises BadResult."""
    async with context.checks:
        original = await context.desk.results.original(task)
        assets = await context.desk.results.assets(task)
        return await whole(lambda: edited(body.read_bytes(), original.document, task.task_id, assets))
