"""The names of keys."""

from cueweave.domain.tasks import TaskId
from cueweave.store import keys


def test_the_keys_of_the_document_are_as_it_says() -> None:
    task_id = TaskId(user="user123", key="6f1c0a4e-0d6f-4b0e-9f0e-0a4e6f1c0d6f")
    assert keys.ACTIVE_COUNT == "global:active_tasks_count"
    assert keys.user_active("user123") == "user:user123:active_tasks"
    assert keys.record(task_id) == f"task:{task_id}"


def test_every_key_without_a_time_to_live_has_its_reason() -> None:
    assert all(key.startswith("cueweave:") and reason for key, reason in keys.WITHOUT_TTL.items())
