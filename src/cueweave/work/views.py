"""What the desk answers."""

from dataclasses import dataclass

from cueweave.domain.tasks import Stage, Status, Task
from cueweave.store.space import Disk
from cueweave.store.storage import FileSource, ObjectSource
from cueweave.store.tallies import Tally


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A user's tasks, newest first; the totals count all, not only what is on the page."""

    active: list[Task]
    finished: list[Task]
    total_active: int
    total_finished: int
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Medium:
    """What was handed in for a task."""

    source: FileSource | ObjectSource
    content_type: str
    """By its bytes."""
    name: str
    """What its user called it; display text only, and maybe empty."""


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
    by_stage: dict[Stage, int]
    """Of active tasks."""
    active: int
    queued: int
    workers: int
    """How many showed a sign of life lately."""
    tally: Tally
    """What happened since the store began."""
    disk: Disk | None
    """Where the files lie; None where that can't be told."""
