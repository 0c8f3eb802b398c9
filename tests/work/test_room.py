"""Nobody's kept media take more room than they may."""

from __future__ import annotations

from cueweave.domain.tasks import TaskId
from cueweave.work.room import KeptMedium, too_many


def test_the_oldest_go_until_the_others_fit() -> None:
    old, new, newer = (KeptMedium(TaskId.new("ada"), 40, since) for since in (1.0, 2.0, 3.0))
    assert too_many([old, newer, new], 120) == []
    assert too_many([old, newer, new], 119) == [old.task_id]
    assert too_many([old, newer, new], 39) == [newer.task_id, new.task_id, old.task_id]


def test_nobody_pays_for_the_media_of_others() -> None:
    ada, bob = (KeptMedium(TaskId.new(user), 40, 1.0) for user in ("ada", "bob"))
    assert too_many([ada, bob], 40) == []
