"""What the answers look like."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from cueweave.api.exports import FormatName
from cueweave.api.result_schema import Result
from cueweave.domain.deliveries import status_body
from cueweave.domain.tasks import Stage, Status, Task

TASK_ID = "ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b"
TASK: JsonDict = {
    "task_id": TASK_ID,
    "status": "processing",
    "stage": "aligning",
    "progress": 75,
    "created_at": "2025-01-17T10:00:00.000Z",
    "updated_at": "2025-01-17T10:05:00.000Z",
}


class Problem(BaseModel):
    """Any error."""

    model_config = ConfigDict(json_schema_extra={"example": {"detail": "Task not found"}})

    detail: str = Field(description="A sentence that says what to do.")


class Accepted(BaseModel):
    """A task that was just created."""

    task_id: str = Field(examples=[TASK_ID])
    status: Status = Field(examples=["pending"])
    message: str = Field(examples=["Task created successfully. Use the task_id to track progress."])


class Cancelled(BaseModel):
    """A task that will not go on."""

    task_id: str = Field(examples=[TASK_ID])
    status: Status = Field(examples=["cancelled"])
    message: str = Field(examples=["Task cancelled."])


class TaskStatus(BaseModel):
    """Where a task stands; status, stage and progress only move forward."""

    model_config = ConfigDict(json_schema_extra={"example": TASK})

    task_id: str
    status: Status
    stage: Stage
    progress: int = Field(ge=0, le=100)
    created_at: str = Field(json_schema_extra={"format": "date-time"})
    updated_at: str = Field(json_schema_extra={"format": "date-time"})
    error_message: str | None = Field(default=None, description="Why a task failed; absent otherwise.")

    @classmethod
    def of(cls, task: Task) -> TaskStatus:
        """What users see of a task."""
        return cls.model_validate(status_body(task))


class TaskResult(BaseModel):
    """A completed task with what came out."""

    task_id: str = Field(examples=[TASK_ID])
    status: Status = Field(examples=["completed"])
    result: Result


class Links(BaseModel):
    """Addresses that need no identity until they expire; relative to the server."""

    task_id: str = Field(examples=[TASK_ID])
    expires_at: str = Field(json_schema_extra={"format": "date-time"})
    media: str = Field(
        description="Where the medium is, signed.",
        examples=[f"/tasks/{TASK_ID}/media?expires=1737112800&signature=uPp…"],
    )
    query: str = Field(
        description="What to append behind `?` to the address of any asset of the task.",
        examples=["expires=1737112800&signature=uPp…"],
    )
    page: str = Field(
        description="A page to hand on, which shows the transcript; its query opens the result as well.",
        examples=[f"/shared/{TASK_ID}?expires=1737112800&signature=k3A…"],
    )


class Tasks(BaseModel):
    """A user's tasks, newest first; the totals count all of them."""

    user_id: str = Field(examples=["ada"])
    active_tasks: list[TaskStatus]
    completed_tasks: list[TaskStatus] = Field(description="One page of those that completed, failed or were cancelled.")
    total_active: int
    total_completed: int
    next_cursor: str | None = Field(default=None, description="The `cursor` of the next page; absent on the last.")


class PageWanted(BaseModel):
    """Which of a user's tasks to list; a misspelt parameter is an error, not ignored."""

    model_config = ConfigDict(extra="forbid")

    include_completed: bool = Field(default=True, description="Whether to list the finished ones too.")
    limit: int = Field(default=50, ge=1, le=200, description="At most so many finished ones.")
    cursor: str | None = Field(default=None, description="`next_cursor` of the page before.")


class ResultWanted(BaseModel):
    """Which edition of a result to fetch."""

    model_config = ConfigDict(extra="forbid")

    version: Literal["original"] | None = Field(
        default=None, description="The result before all edits; left out, the current one."
    )
    format: FormatName | None = Field(
        default=None, description="A format to have it in; left out, what `Accept` prefers, by default `json`."
    )
    media: str | None = Field(
        default=None,
        max_length=2000,
        description="How `html` and `h5p` refer to the recording: a file's name (by default its own) or an address.",
    )

    @model_validator(mode="before")
    @classmethod
    def _without_link(cls, asked: dict[str, Any]) -> dict[str, Any]:
        """What a signed link adds says who asks, not for what."""
        return {name: value for name, value in asked.items() if name not in ("expires", "signature")}


class Edited(BaseModel):
    """An edited result is kept."""

    task_id: str = Field(examples=[TASK_ID])
    version: int = Field(
        ge=2, description="How many editions there are; the result as it came out was 1.", examples=[2]
    )


class Limits(BaseModel):
    """What an upload may be."""

    auth: Literal["header", "jwt"] = Field(description="How callers say who they are.")
    max_media_bytes: int
    max_subtitle_bytes: int
    max_slides_bytes: int
    max_media_seconds: float
    max_active_tasks: int = Field(description="Of one user, pending or processing.")


class Alive(BaseModel):
    """The process lives."""

    status: str = Field(examples=["ok"])


class BareReady(BaseModel):
    """Whether tasks can be taken; who isn't the operator learns no more."""

    ready: bool = Field(examples=[True])


class Ready(BaseModel):
    """What works."""

    store: bool = Field(description="Redis answers.")
    storage: bool = Field(description="Files can be written.")
    workers: int = Field(description="How many workers showed a sign of life lately.", examples=[1])
    transcriber: str = Field(description="What hears the words without subtitles.", examples=["pocketsphinx"])
    transcriber_because: str = Field(description="Why it is that one.", examples=["CUEWEAVE_TRANSCRIBER says so"])


class NotReady(Problem):
    """What doesn't work; who isn't the operator gets the sentence alone."""

    store: bool | None = Field(default=None, description="Redis answers.")
    storage: bool | None = Field(default=None, description="Files can be written.")
    workers: int | None = Field(default=None, description="How many workers showed a sign of life lately.")
    transcriber: str | None = Field(default=None, description="What hears the words without subtitles.")
    transcriber_because: str | None = Field(default=None, description="Why it is that one.")
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"detail": "The task store can't be reached.", "store": False, "storage": True, "workers": 0}
        }
    )
