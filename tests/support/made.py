"""Tasks as tests need them."""

from dataclasses import replace

from cueweave.domain.tasks import Stage, Status, Task, TaskId


def a_task(user: str = "ada", **changes: object) -> Task:
    """A fresh task of this user."""
    time = "2026-01-17T10:00:00.000Z"
    fresh = Task(
        task_id=str(TaskId.new(user)),
        status=Status.PENDING,
        stage=Stage.QUEUED,
        progress=0,
        created_at=time,
        updated_at=time,
    )
    return replace(fresh, **changes)  # type: ignore[arg-type]
