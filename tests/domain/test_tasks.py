"""Task ids split in one way; users follow the rules."""

import pytest

from cueweave.domain.tasks import Stage, Status, TaskId, check_user
from cueweave.errors import BadUserId, TaskNotFound

KEY = "0189d3a0-5f3c-4a52-8d5e-6f1f0e0c9a11"


def test_an_id_reads_back_as_it_was_written() -> None:
    task_id = TaskId.new("ada@example.org")
    assert TaskId.parse(str(task_id)) == task_id


def test_dashes_are_optional_on_input_and_always_there_on_output() -> None:
    assert str(TaskId.parse(f"ada:{KEY.replace('-', '').upper()}")) == f"ada:{KEY}"


@pytest.mark.parametrize("text", ["", "ada", f"a b:{KEY}", f":{KEY}", f"a:b:{KEY}", f"ada:{KEY}0", "ada:" + "-" * 32])
def test_what_is_no_id_names_no_task(text: str) -> None:
    with pytest.raises(TaskNotFound):
        TaskId.parse(text)


@pytest.mark.parametrize("user", ["", "a:b", "a b", "ü", "a/b", "a\n", "a" * 129])
def test_a_user_id_with_forbidden_characters_is_refused(user: str) -> None:
    with pytest.raises(BadUserId, match="Invalid X-User-ID header"):
        check_user(user)


def test_statuses_that_are_over_are_three() -> None:
    assert [status for status in Status if status.is_over] == [Status.COMPLETED, Status.FAILED, Status.CANCELLED]


def test_stages_have_an_order() -> None:
    assert [stage.rank for stage in Stage] == [0, 1, 2, 3, 4]
