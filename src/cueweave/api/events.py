"""Following a task without asking again and again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from fastapi import Response
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from pydantic_core import to_json
from starlette.types import Receive, Scope, Send

from cueweave.api.addresses import TaskIdInPath
from cueweave.api.context import Context, InContext
from cueweave.api.errors import problems
from cueweave.api.identity import User
from cueweave.api.straight import polled_router
from cueweave.domain.deliveries import status_body
from cueweave.domain.tasks import Task
from cueweave.work.watch import Watch

EVENT: dict[str, Any] = {
    "type": "object",
    "required": ["data", "id"],
    "properties": {
        "id": {"type": "string"},
        "data": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/TaskStatus"},
        },
    },
}
"""As OpenAPI 3.2 describes a stream's items."""
PROBLEM = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _in_json(answers: dict[int | str, dict[str, Any]]) -> dict[int | str, dict[str, Any]]:
    """The same, told to be JSON: FastAPI would believe that errors are events, too."""
    plain = ("description", "headers")
    return {
        status: {name: each[name] for name in plain if name in each} | {"content": PROBLEM}
        for status, each in answers.items()
    }


PROBLEMS = _in_json(problems(400, 401, 403, 404, 422, 429, 503))


polled = polled_router()


@polled.get(
    "/tasks/{task_id}/events",
    response_class=EventSourceResponse,
    responses={200: {"content": {"text/event-stream": {"itemSchema": EVENT}}}, **PROBLEMS},
)
async def follow_task(task_id: TaskIdInPath, user: User, context: InContext) -> Response:
    """The status at once and after each change, as server-sent events, until the task is over."""
    return _Events(context, user, await context.desk.task(user, task_id))


class _Events(StreamingResponse):
    """FastAPI's own way has five asyncio tasks for each stream, and takes more memory (`benchmarks/events.py`)."""

    media_type = EventSourceResponse.media_type

    def __init__(self, context: Context, user: str, task: Task) -> None:
        # by nginx's X-Accel-Buffering each event is passed on at once
        super().__init__(
            _told(context.desk.watch, task), headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        )
        self._place = context.streams.one_more(user)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it. Raises TooManyStreams before the answer begins."""
        with self._place:
            await super().__call__(scope, receive, send)


async def _told(watch: Watch, task: Task) -> AsyncIterator[bytes]:
    before = None
    async with aclosing(watch.follow(task)) as states:
        async for state in states:
            yield KEEPALIVE_COMMENT if state == before else _event(state)
            before = state


def _event(task: Task) -> bytes:
    data = to_json(status_body(task)).decode()
    return format_sse_event(data_str=data, id=f"{task.updated_at}/{task.progress}")
