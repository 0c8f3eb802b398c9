"""What a server's answers say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

from cueweave.client.errors import (
    Busy,
    IdentityRefused,
    InputRefused,
    NotCueweave,
    ServerFailed,
    TaskForbidden,
    TaskMissing,
    WrongMoment,
)
from cueweave.domain.tasks import Stage, Status
from cueweave.errors import ServerRefused

T = TypeVar("T")
Body = dict[str, Any]
LATER = frozenset({429, 503})
KINDS: dict[int, type[ServerRefused]] = {
    **dict.fromkeys((400, 406, 408, 413, 415, 416, 422), InputRefused),
    401: IdentityRefused,
    403: TaskForbidden,
    404: TaskMissing,
    **dict.fromkeys((409, 412), WrongMoment),
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What `submit` and `cancel` answer."""

    task_id: str
    status: Status
    message: str


@dataclass(frozen=True, slots=True)
class TaskState:
    """Where a task stands. Times are UTC, ISO 8601, ending in Z."""

    task_id: str
    status: Status
    stage: Stage
    progress: int
    """Percent of the work."""
    created_at: str
    updated_at: str
    error_message: str | None = None
    """Why it failed."""


@dataclass(frozen=True, slots=True)
class TaskPage:
    """All active tasks, and a page of those that are over; newest first. The totals count all."""

    user_id: str
    active_tasks: tuple[TaskState, ...]
    completed_tasks: tuple[TaskState, ...]
    total_active: int
    total_completed: int
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a hand-in may be."""

    auth: str
    """How callers say who they are: `header` (a user) or `jwt` (a token)."""
    max_media_bytes: int
    max_subtitle_bytes: int
    max_slides_bytes: int
    max_media_seconds: float
    max_active_tasks: int
    """Of one user, pending or processing."""


def refusal(answer: httpx.Response) -> ServerRefused:
    """What an answer says that is no good one."""
    detail = _detail(answer)
    if answer.status_code in LATER:
        message = detail or f"The server is busy (status {answer.status_code})."
        return Busy(message, status=answer.status_code, retry_after=_retry_after(answer))
    if answer.is_server_error:
        return ServerFailed(detail or f"The server failed (status {answer.status_code}).", status=answer.status_code)
    if detail is None:  # whoever moved, or is no server of ours
        return NotCueweave(f"What answers at {answer.url} is not Cueweave.")
    return KINDS.get(answer.status_code, ServerRefused)(detail, status=answer.status_code)


def read(answer: httpx.Response, reader: Callable[[Body], T]) -> T:
    """What the reader makes of the answer's JSON. Raises NotCueweave where that is something else."""
    try:
        return reader(_body(answer))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise NotCueweave(f"What answers at {answer.url} is not Cueweave.") from None


def receipt(body: Body) -> Receipt:
    """Of a task that was just created or cancelled."""
    return Receipt(str(body["task_id"]), Status(body["status"]), str(body["message"]))


def task_state(body: Body) -> TaskState:
    """Where a task stands."""
    return TaskState(
        task_id=str(body["task_id"]),
        status=Status(body["status"]),
        stage=Stage(body["stage"]),
        progress=int(body["progress"]),
        created_at=str(body["created_at"]),
        updated_at=str(body["updated_at"]),
        error_message=body.get("error_message"),
    )


def task_page(body: Body) -> TaskPage:
    """One page of a user's tasks."""
    return TaskPage(
        user_id=str(body["user_id"]),
        active_tasks=tuple(map(task_state, body["active_tasks"])),
        completed_tasks=tuple(map(task_state, body["completed_tasks"])),
        total_active=int(body["total_active"]),
        total_completed=int(body["total_completed"]),
        next_cursor=body.get("next_cursor"),
    )


def limits(body: Body) -> Limits:
    """What a hand-in may be."""
    return Limits(
        auth=str(body["auth"]),
        max_media_bytes=int(body["max_media_bytes"]),
        max_subtitle_bytes=int(body["max_subtitle_bytes"]),
        max_slides_bytes=int(body["max_slides_bytes"]),
        max_media_seconds=float(body["max_media_seconds"]),
        max_active_tasks=int(body["max_active_tasks"]),
    )


def _body(answer: httpx.Response) -> Body:
    body = answer.json()
    if not isinstance(body, dict):
        raise TypeError
    return body


def _detail(answer: httpx.Response) -> str | None:
    """The sentence of an error; None where there is none."""
    try:
        detail = _body(answer).get("detail")
    except (json.JSONDecodeError, UnicodeDecodeError, TypeError):
        return None
    return None if detail is None else str(detail)


def _retry_after(answer: httpx.Response) -> float | None:
    """Seconds; a date, which RFC 9110 allows too, isn't sent by this server."""
    told = answer.headers.get("Retry-After", "")
    return float(told) if told.isascii() and told.isdigit() else None
