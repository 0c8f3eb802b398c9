"""What the desk answers."""

import os
from dataclasses import dataclass
from pathlib import Path

from cueweave.domain.tasks import Status, Task
from cueweave.domain.usage import Usage


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A user's tasks, newest first; the totals count all, not only what is on the page."""

    active: list[Task]
    finished: list[Task]
    total_active: int
    total_finished: int
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class MediumFile:
    """What was handed in for a task."""

    path: Path
    content_type: str
    """By its bytes."""
    name: str
    """What its user called it; display text only, and maybe empty."""
    stat: os.stat_result


@dataclass(frozen=True, slots=True)
class Health:
    """What works; `workers` is how many showed a sign of life lately."""

    store: bool
    storage: bool
    workers: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers for whoever operates the service."""

    by_status: dict[Status, int]
    active: int
    queued: int
    stage_seconds: dict[str, tuple[float, int]]
    """Per stage: seconds spent, and how often it was passed."""
    llm: Usage
    """What language models cost since the store began."""
    counter_mended: int
    """How often the kept count of active tasks was found wrong and set right; more than 0 is a bug."""
