"""Asking about tasks, fetching what came out, cancelling."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing, suppress
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic_core import to_json

from cueweave.api.addresses import TaskIdInPath
from cueweave.api.context import AtDesk, InContext
from cueweave.api.errors import problems
from cueweave.api.identity import User, Viewer
from cueweave.api.schemas import Cancelled, PageWanted, Tasks, TaskStatus
from cueweave.api.straight import polled_router
from cueweave.domain.deliveries import status_body
from cueweave.domain.tasks import Task
from cueweave.errors import TaskNotFound
from cueweave.work.watch import Watch

ASSET = re.compile(r"[A-Za-z0-9._-]{1,255}", re.ASCII)
ASSET_HEADERS = {
    "Cache-Control": "private, max-age=86400, immutable",  # an asset never changes
}
LONGEST_WAIT = 60
Wait = Annotated[
    int,
    Query(
        ge=0,
        le=LONGEST_WAIT,
        description="Hold the answer back until the task has changed, for so many seconds at most. It then counts "
        "as an open stream of the user's.",
    ),
]
router = APIRouter(tags=["tasks"])


def _status(task: Task) -> Response:
    return Response(to_json(status_body(task)), media_type="application/json")


polled = polled_router()


@polled.get(
    "/tasks/{task_id}/status",
    response_model=TaskStatus,
    responses=problems(400, 401, 403, 404, 422, 429, 503),
)
async def get_status(task_id: TaskIdInPath, user: User, context: InContext, wait: Wait = 0) -> Response:
    """Where the task stands; with `wait` as soon as that has changed, and after so many seconds at the latest."""
    task = await context.desk.task(user, task_id)
    if wait and not task.status.is_over:
        with context.streams.one_more(user):
            task = await _changed(context.desk.watch, task, wait)
    return _status(task)


async def _changed(watch: Watch, task: Task, seconds: int) -> Task:
    """The task after its next change; as it is where none comes in time."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds), aclosing(watch.follow(task)) as states:
            async for state in states:
                if state != task:
                    return state
    return task


@router.get(
    "/tasks/{task_id}/assets/{name}",
    response_class=Response,
    responses={
        200: {"description": "The file.", "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}}},
        **problems(400, 401, 403, 404, 422, 503),
    },
)
async def get_asset(
    task_id: TaskIdInPath,
    name: Annotated[str, Path(description="As it stands in a `url` of the result.", examples=["slide-001.jpg"])],
    user: Viewer,
    desk: AtDesk,
) -> Response:
    """A picture that the result refers to."""
    if not ASSET.fullmatch(name):
        raise TaskNotFound("Asset not found")
    data, content_type = await desk.asset(user, task_id, name)
    return Response(
        data, media_type=content_type, headers=ASSET_HEADERS | {"Content-Disposition": f'inline; filename="{name}"'}
    )


@router.get(
    "/users/me/tasks",
    response_model=Tasks,
    response_model_exclude_none=True,
    responses=problems(400, 401, 422, 503),
)
async def list_tasks(user: User, desk: AtDesk, wanted: Annotated[PageWanted, Query()]) -> Tasks:
    """Your tasks: all active ones, and a page of the finished ones."""
    page = await desk.tasks(user, include_completed=wanted.include_completed, limit=wanted.limit, cursor=wanted.cursor)
    return Tasks(
        user_id=user,
        active_tasks=[TaskStatus.of(task) for task in page.active],
        completed_tasks=[TaskStatus.of(task) for task in page.finished],
        total_active=page.total_active,
        total_completed=page.total_finished,
        next_cursor=page.next_cursor,
    )


@router.delete("/tasks/{task_id}", response_model=Cancelled, responses=problems(400, 401, 403, 404, 409, 422, 503))
async def cancel_task(task_id: TaskIdInPath, user: User, desk: AtDesk) -> Cancelled:
    """Stop the task and remove its files; a second time does no harm."""
    task = await desk.cancel(user, task_id)
    return Cancelled(task_id=task.task_id, status=task.status, message="Task cancelled.")
