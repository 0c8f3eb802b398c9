"""How much room the media of one user's completed tasks may take: the oldest go first, results stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cueweave.domain.tasks import TaskId


@dataclass(frozen=True, slots=True)
class KeptMedium:
    """The medium of a completed task."""

    task_id: TaskId
    size: int
    """Bytes."""
    since: float
    """When it was handed in, in seconds since 1970."""


def too_many(media: Iterable[KeptMedium], most: int) -> list[TaskId]:
    """The tasks whose media go, so that those of no user hold more than so many bytes; the newest stay."""
    held: Counter[str] = Counter()
    going = []
    for medium in sorted(media, key=lambda medium: -medium.since):
        held[medium.task_id.user] += medium.size
        if held[medium.task_id.user] > most:
            going.append(medium.task_id)
    return going
