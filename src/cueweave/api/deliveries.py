"""The messages that tell of a task's end: listing them, and having them sent again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from cueweave.api.addresses import TaskIdInPath
from cueweave.api.context import AtDesk
from cueweave.api.errors import problems
from cueweave.api.identity import User
from cueweave.api.schemas import TASK_ID
from cueweave.domain.deliveries import Delivery, DeliveryState
from cueweave.store.clock import text_of

DELIVERY_ID = "msg_3f2b9c1e5d4a4b6f8a7e0c1d2e3f4a5b"
TIME: JsonDict = {"format": "date-time"}
router = APIRouter(tags=["deliveries"])


class DeliveryStatus(BaseModel):
    """Where a message stands."""

    id: str = Field(description="What the message has as `webhook-id`.", examples=[DELIVERY_ID])
    state: DeliveryState
    attempts: int = Field(ge=0, description="How often it was sent.")
    last_attempt_at: str | None = Field(default=None, json_schema_extra=TIME)
    last_status: int | None = Field(default=None, description="The receiver's answer; absent where none came.")
    last_error: str | None = Field(default=None, description="Why the last attempt was no delivery.")
    next_attempt_at: str | None = Field(
        default=None, description="When it is sent next; absent where it isn't.", json_schema_extra=TIME
    )

    @classmethod
    def of(cls, delivery: Delivery) -> DeliveryStatus:
        """What users see of a message."""
        return cls(
            id=delivery.id,
            state=delivery.state,
            attempts=delivery.tries,
            last_attempt_at=_time(delivery.last),
            last_status=delivery.status,
            last_error=delivery.reason or None,
            next_attempt_at=_time(delivery.next),
        )


class TaskDeliveries(BaseModel):
    """The messages about one task."""

    task_id: str = Field(examples=[TASK_ID])
    deliveries: list[DeliveryStatus] = Field(description="Empty before the task is over, or where nobody is told.")


def _time(milliseconds: int | None) -> str | None:
    return None if milliseconds is None else text_of(milliseconds)


@router.get(
    "/tasks/{task_id}/deliveries",
    response_model=TaskDeliveries,
    response_model_exclude_none=True,
    responses=problems(400, 401, 403, 404, 422, 429, 503),
)
async def list_deliveries(task_id: TaskIdInPath, user: User, desk: AtDesk) -> TaskDeliveries:
    """Whether the `callback_url` has been told that the task is over."""
    task = await desk.task(user, task_id)
    return TaskDeliveries(
        task_id=task.task_id, deliveries=[DeliveryStatus.of(each) for each in await desk.deliveries.of(task)]
    )


@router.post(
    "/tasks/{task_id}/deliveries/{delivery_id}/resend",
    status_code=202,
    response_model=DeliveryStatus,
    response_model_exclude_none=True,
    responses=problems(400, 401, 403, 404, 422, 429, 503),
)
async def resend_delivery(
    task_id: TaskIdInPath,
    delivery_id: Annotated[str, Path(description="`id` of the list.", examples=[DELIVERY_ID])],
    user: User,
    desk: AtDesk,
) -> DeliveryStatus:
    """Send a message again, whatever became of it: at once, or 10 s after it was sent last."""
    task = await desk.task(user, task_id)
    return DeliveryStatus.of(await desk.deliveries.resend(task, delivery_id))
