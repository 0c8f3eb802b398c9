"""Which task is whose recording's, over many runs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from cueweave.cli.batch.jobs import Job
from cueweave.cli.batch.memory import NAME, Memory
from cueweave.cli.batch.pairs import Pair
from cueweave.errors import SetupError

SERVER = "http://127.0.0.1:8000 ada"


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "talk.mp4").write_bytes(b"sound")
    return Job(Pair(tmp_path / "talk.mp4", None, None, "", is_alone=True), "talk.mp4", tmp_path / "talk.cueweave", "en")


def test_a_task_is_remembered_by_the_next_run_until_it_is_done(tmp_path: Path, job: Job) -> None:
    Memory(tmp_path, SERVER).handed_in(job, "ada:x")
    assert Memory(tmp_path, SERVER).task_id(job) == "ada:x"
    Memory(tmp_path, SERVER).done(job)
    assert not (tmp_path / NAME).exists()
    assert Memory(tmp_path, SERVER).task_id(job) is None


def test_the_key_changes_when_a_task_has_ended_badly(tmp_path: Path, job: Job) -> None:
    memory = Memory(tmp_path, SERVER)
    before = memory.key(job)
    memory.handed_in(job, "ada:x")
    assert memory.key(job) == before
    memory.ended_badly(job)
    assert (memory.task_id(job), Memory(tmp_path, SERVER).key(job) == before) == (None, False)


def test_other_bytes_another_language_and_another_server_are_another_matter(tmp_path: Path, job: Job) -> None:
    memory = Memory(tmp_path, SERVER)
    memory.handed_in(job, "ada:x")
    assert memory.task_id(replace(job, language="de")) is None
    assert Memory(tmp_path, "http://127.0.0.1:8000 eve").task_id(job) is None
    os.utime(tmp_path / "talk.mp4", ns=(1, 1))
    assert memory.task_id(job) is None


@pytest.mark.parametrize("content", ["", "[]", '{"x": 1}', '{"x": {"media": "talk.mp4"}}'])
def test_a_file_that_is_none_of_ours_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content)
    with pytest.raises(SetupError, match="delete it to hand everything in anew"):
        Memory(tmp_path, SERVER)
