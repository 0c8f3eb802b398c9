"""The addresses of tasks: as callers write them, and as answers refer to them."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Path

from cueweave.api.schemas import TASK_ID

TaskIdInPath = Annotated[str, Path(description="`USER:UUID`, as it was answered on creation.", examples=[TASK_ID])]


def status_address(task_id: str) -> str:
    """Where the task's status is."""
    return f"{_task(task_id)}/status"


def media_address(task_id: str) -> str:
    """Where the task's medium is."""
    return f"{_task(task_id)}/media"


def shared_address(task_id: str) -> str:
    """Where those who have a link read the task's transcript."""
    return f"/shared/{_quoted(task_id)}"


def _task(task_id: str) -> str:
    return f"/tasks/{_quoted(task_id)}"


def _quoted(task_id: str) -> str:
    """The id as one part of a path (RFC 3986)."""
    return quote(task_id, safe=":@")
