"""One frame of `cueweave top`."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cueweave.cli.show import crew_line, state_of
from cueweave.domain.tasks import Status, Task
from cueweave.store.crew import Member
from cueweave.telemetry.safe_lines import spelled_out
from cueweave.work.overview import Overview


def frame(seen: Overview, trouble: str = "") -> RenderableType:
    """Numbers, workers and active tasks; above them what is wrong, if anything is."""
    lines: list[RenderableType] = [Text(trouble, style="bold red")] if trouble else []
    return Group(*lines, Text(_numbers(seen), style="bold"), Text(), _workers(seen.workers), Text(), _tasks(seen))


def _numbers(seen: Overview) -> str:
    waiting = sum(task.status is Status.PENDING for task in seen.active)
    oldest = f", the first for {span(seen.oldest_waiting)}" if waiting else ""
    return (
        f"Cueweave  {crew_line(seen.workers)}  |  "
        f"{len(seen.active)} of {seen.max_tasks} tasks active, at most {seen.max_tasks_per_user} a user  |  "
        f"{waiting} waiting{oldest}"
    )


def _workers(workers: list[Member]) -> Table:
    table = _table("WORKER", "STATE", "TASKS", "SINCE", "VERSION")
    for worker in workers:
        _row(
            table,
            worker.name,
            state_of(worker),
            f"{len(worker.tasks)}/{worker.concurrency}",
            worker.since,
            worker.version,
        )
    return table


def _tasks(seen: Overview) -> Table:
    doing = {task_id: worker.name for worker in seen.workers for task_id in worker.tasks}
    table = _table("TASK", "STATUS", "STAGE", "DONE", "ATTEMPT", "AGE", "WORKER")
    for task in seen.active:
        worker, attempt = doing.get(task.task_id, "-"), str(task.attempt)
        _row(table, task.task_id, task.status, task.stage, f"{task.progress}%", attempt, _age(task), worker)
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _row(table: Table, *cells: str) -> None:
    """Whatever stands in the store rules no terminal."""
    table.add_row(*(Text(spelled_out(cell)) for cell in cells))


def _age(task: Task) -> str:
    return span((datetime.now(UTC) - datetime.fromisoformat(task.created_at)).total_seconds())


def span(seconds: float) -> str:
    """`0:07`, `12:30`, `1:02:03`."""
    whole = max(int(seconds), 0)
    minutes = f"{whole // 60 % 60:02}" if whole >= 3600 else str(whole // 60)
    return f"{whole // 3600}:{minutes}:{whole % 60:02}" if whole >= 3600 else f"{minutes}:{whole % 60:02}"
