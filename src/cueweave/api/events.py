"""Following a task without asking again and again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from cueweave.api.addresses import TaskIdInPath
from cueweave.api.context import AtDesk, InContext
from cueweave.api.errors import problems
from cueweave.api.identity import User
from cueweave.api.schemas import TaskStatus
from cueweave.domain.tasks import Task

PROBLEM = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _in_json(answers: dict[int | str, dict[str, Any]]) -> dict[int | str, dict[str, Any]]:
    """The same, told to be JSON: FastAPI would believe that errors are events, too."""
    plain = ("description", "headers")
    return {
        status: {name: each[name] for name in plain if name in each} | {"content": PROBLEM}
        for status, each in answers.items()
    }


router = APIRouter(tags=["tasks"])


async def _followed(task_id: TaskIdInPath, user: User, context: InContext) -> AsyncIterator[Task]:
    """The task, and a stream's place until the answer has ended. Raises before the answer begins."""
    task = await context.desk.task(user, task_id)
    with context.streams.one_more(user):
        yield task


@router.get(
    "/tasks/{task_id}/events",
    response_class=EventSourceResponse,
    responses=_in_json(problems(400, 401, 403, 404, 422, 429, 503)),
)
async def follow_task(task: Annotated[Task, Depends(_followed)], desk: AtDesk) -> AsyncIterator[ServerSentEvent]:
    """The status at once and after each change, as server-sent events, until the task is over."""
    async for each in desk.watch.follow(task):
        yield _event(each)


def _event(task: Task) -> ServerSentEvent:
    return ServerSentEvent(
        raw_data=TaskStatus.of(task).model_dump_json(exclude_none=True), id=f"{task.updated_at}/{task.progress}"
    )
