"""The message that tells somebody of a task's end, and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cueweave.domain.tasks import Task

FIRST_PAUSE = 5.0
"""Seconds after the first try that failed."""
GROWTH = 3.0
LONGEST_PAUSE = 4 * 3600.0
PATIENCE = 86400.0
"""Seconds after which a message is given up."""


class DeliveryState(StrEnum):
    """Where a message stands."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The message about one task's end; times are milliseconds since 1970."""

    id: str
    """The same for every try, so that a receiver knows a message that it had before."""
    state: DeliveryState
    tries: int
    """In all."""
    since: int
    """When it was first to be sent, or was last asked to be sent again."""
    next: int | None
    """When it is tried next; None where it isn't."""
    asked_again_at: int = 0
    """How many tries there had been when it was last asked to be sent again."""
    last: int | None = None
    """When it was tried last."""
    status: int | None = None
    """Of the last answer; None where there was none."""
    reason: str = ""
    """Why the last try was no delivery."""


def status_body(task: Task) -> dict[str, Any]:
    """Where the task stands, as users see it; nothing of the rest of its record."""
    body: dict[str, Any] = {
        "task_id": task.task_id,
        "status": str(task.status),
        "stage": str(task.stage),
        "progress": task.progress,
        "created_at": task.created_at,
        "updated_at": task.updated_at,
    }
    return body | ({"error_message": task.error_message} if task.error_message is not None else {})


def message_of(task: Task) -> dict[str, Any]:
    """What is sent about the end of this task: the same whenever it is made."""
    return {"type": f"task.{task.status}", "timestamp": task.updated_at, "data": status_body(task)}


def pause_after(tries: int, chance: float, *, first: float = FIRST_PAUSE, told: float = 0.0) -> float:
    """Seconds until the next try, after so many: three times as long each time, shortened by up to half by `chance`.

    `chance` is 0 to 1: without it, all that failed together would come back together. Not before the `told` seconds
    that the receiver asks for, if they are no more than the longest pause.
    """
    whole = min(first * GROWTH ** min(max(tries - 1, 0), 30), LONGEST_PAUSE)
    return max(whole * (1 - chance / 2), min(told, LONGEST_PAUSE) + chance * first if told else 0.0)
