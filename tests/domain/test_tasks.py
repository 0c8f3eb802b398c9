"""Task ids split in one way; users follow the rules."""

import pytest
from hypothesis import given, strategies as st

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


@given(
    st.text(max_size=200)
    | st.from_regex(r"[A-Za-z0-9._@|+:/*%-]{0,140}:[0-9A-Fa-f{}:-]{30,40}", fullmatch=True)
    | st.tuples(st.text(max_size=3), st.integers(0, len(KEY) + 4), st.integers(0, 3)).map(
        lambda change: f"ada:{KEY}"[: change[1]] + change[0] + f"ada:{KEY}"[change[1] + change[2] :]
    )
)
def test_any_text_is_an_id_that_reads_back_as_itself_or_names_no_task(text: str) -> None:
    try:
        task_id = TaskId.parse(text)
    except TaskNotFound:
        return
    assert TaskId.parse(str(task_id)) == task_id
    assert str(task_id).isascii() and str(task_id).isprintable()
    assert len(task_id.key) == 36


@pytest.mark.parametrize("user", ["", "a:b", "a b", "ü", "a/b", "a\n", "a" * 129])
def test_a_user_id_with_forbidden_characters_is_refused(user: str) -> None:
    with pytest.raises(BadUserId, match="Invalid X-User-ID header"):
        check_user(user)


def test_statuses_that_are_over_are_three() -> None:
    assert [status for status in Status if status.is_over] == [Status.COMPLETED, Status.FAILED, Status.CANCELLED]


def test_stages_have_an_order() -> None:
    assert [stage.rank for stage in Stage] == [0, 1, 2, 3, 4]
