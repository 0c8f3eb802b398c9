"""What the list of a bucket tells of a task's objects."""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cueweave.domain.tasks import TaskId
from cueweave.errors import TaskNotFound
from cueweave.store.incoming import PARTS
from cueweave.store.storage import Holding

if TYPE_CHECKING:
    from obstore import ObjectMeta  # a name in its stubs only

OWNER = "owner-"


def last(each: ObjectMeta) -> str:
    """The last part of its name."""
    return each["path"].rpartition("/")[2]


def age(each: ObjectMeta) -> float:
    """Seconds since it was written, if the store's clock goes like ours."""
    return time.time() - each["last_modified"].timestamp()


def idle(objects: Sequence[ObjectMeta]) -> float:
    """Seconds since the last of them was written."""
    return min(age(each) for each in objects)


def owner(task_id: TaskId) -> str:
    """The name of the object that says whose the task is; a user's name may hold what an object's may not."""
    return OWNER + base64.urlsafe_b64encode(task_id.user.encode()).decode().rstrip("=")


def is_owner(each: ObjectMeta) -> bool:
    """Whether it is such an object."""
    return last(each).startswith(OWNER)


def owner_of(key: str, objects: Sequence[ObjectMeta]) -> TaskId | None:
    """The whole id of the task with this UUID, if one of its objects tells."""
    for each in filter(is_owner, objects):
        told = last(each).removeprefix(OWNER)
        try:
            return TaskId.parse(f"{base64.urlsafe_b64decode(told + '==').decode()}:{key}")
        except (binascii.Error, UnicodeDecodeError, TaskNotFound):
            continue
    return None


def is_edit(each: ObjectMeta) -> bool:
    """Whether it is an edited result."""
    return last(each).startswith("result-")


def holding(task_id: TaskId, objects: Sequence[ObjectMeta]) -> Holding:
    """What clean-up needs to know of them."""
    media = [each for each in objects if each["path"] == f"tasks/{task_id.key}/media"]
    aids = (*(f"tasks/{task_id.key}/{part}" for part in PARTS[1:]), f"tasks/{task_id.key}/kept/")
    return Holding(
        task_id=task_id,
        medium=(media[0]["size"], media[0]["last_modified"].timestamp()) if media else None,
        has_aids=any(each["path"].startswith(aids) for each in objects),
        editions=frozenset(last(each) for each in filter(is_edit, objects)),
    )
