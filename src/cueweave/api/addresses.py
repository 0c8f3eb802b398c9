"""The addresses that answers refer to."""

from urllib.parse import quote


def status_address(task_id: str) -> str:
    """Where the task's status is."""
    return f"{_task(task_id)}/status"


def media_address(task_id: str) -> str:
    """Where the task's medium is."""
    return f"{_task(task_id)}/media"


def _task(task_id: str) -> str:
    """The id as one part of a path (RFC 3986)."""
    return f"/tasks/{quote(task_id, safe=':@')}"
