"""`purge` deletes what it was told to, and asks first."""

from pathlib import Path

import pytest
from make_sample import Sample
from support.commands import Up, cueweave

pytestmark = pytest.mark.xdist_group("cli")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say what to delete"),
        (["--user", "ada", "--older-than", "1d"], "Say what to delete"),
        (["--older-than", "soon"], "write it like 90s"),
        (["--user", "a:b", "--yes"], "No tasks in"),
    ],
)
def test_a_wrong_choice_is_refused(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    done = cueweave("purge", *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_it_works_beside_a_running_server_and_without_one(start_up: type[Up], tmp_path: Path, sample: Sample) -> None:
    up = start_up(tmp_path / "data").wait_until_ready()
    first, second = [up.run("submit", sample.media, "--srt", sample.srt).stdout.strip() for _ in range(2)]
    here = ("--data-dir", tmp_path / "data")
    asked = cueweave("purge", "--task", first, *here)  # nobody there to answer
    assert asked.returncode != 0
    assert "Delete 1 task" in asked.stderr
    assert up.status(first)["task_id"] == first
    assert cueweave("purge", "--task", first, "--yes", *here).stdout == "1 task deleted.\n"
    assert up.status(first) == {"detail": "Task not found"}
    assert up.status(second)["task_id"] == second
    up.stop()
    assert cueweave("purge", "--user", "ada", "--yes", *here).stdout == "1 task deleted.\n"
    assert list((tmp_path / "data" / "blobs" / "tasks").iterdir()) == []
