"""`cueweave submit FOLDER` at a real server, which lets a user have one task at a time."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.batch.recordings import not_recorded, read_until, recorded, rows, running
from support.commands import Up, cueweave

from cueweave.client import Client

pytestmark = pytest.mark.xdist_group("submit-folder")
MEMORY = ".cueweave-tasks.json"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    up = Up(tmp_path_factory.mktemp("up") / "data", env={"MAX_CONCURRENT_TASKS_PER_USER": "1"}).wait_until_ready()
    yield up
    assert up.stop() == 0, up.log.read_text()


def tasks(server: Up, user: str) -> list[str]:
    with Client(server.url, user=user) as asked:
        return [task.status for task in asked.tasks()]


def test_each_waits_for_its_place_and_what_comes_out_is_fetched(narrow: Up, tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one", "two")
    not_recorded(folder, "text.mp4")
    first = recorded(tmp_path / "first", "long", seconds=30) / "long.wav"
    narrow.run("submit", first, "--srt", first.with_suffix(".srt"), user="places")
    done = narrow.run("submit", folder, "-o", tmp_path / "out", "--jobs", "3", user="places")
    assert rows(done.stdout) == [("one.wav", "done"), ("text.mp4", "failed"), ("two.wav", "done")], done.stderr
    assert done.returncode == 11
    assert {path.name for path in (tmp_path / "out/one.cueweave").iterdir()} == {"result.json", "result.vtt"}
    assert not (tmp_path / "out" / MEMORY).exists()
    again = narrow.run("submit", folder, "-o", tmp_path / "out", user="places")
    assert rows(again.stdout)[0] == ("one.wav", "already done")
    assert tasks(narrow, "places") == ["completed"] * 3


def test_a_stopped_run_goes_on_with_the_same_tasks(narrow: Up, tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one", "two", seconds=20)
    who = {"CUEWEAVE_SERVER": narrow.url, "CUEWEAVE_USER": "stopped"}
    with running("submit", folder, "--jobs", "1", env=who) as process:
        read_until(process, "one.wav: queued", "one.wav: transcribing")
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in stderr) == (130, False)
    assert rows(stdout) == [("one.wav", "stopped"), ("two.wav", "stopped")]
    assert [path.name for path in folder.iterdir() if path.suffix not in (".wav", ".srt")] == [MEMORY]
    with running("submit", folder, "--jobs", "1", env=who) as process:
        read_until(process, "one.wav: ")
        process.kill()  # no time to write anything down
    done = narrow.run("submit", folder, user="stopped")
    assert (done.returncode, rows(done.stdout)) == (0, [("one.wav", "done"), ("two.wav", "done")])
    assert "one.wav: uploading" not in done.stderr
    assert tasks(narrow, "stopped") == ["completed"] * 2
    assert not (folder / MEMORY).exists()


def test_a_task_that_ended_badly_is_handed_in_anew_by_the_next_run(narrow: Up, tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one", seconds=60)
    who = {"CUEWEAVE_SERVER": narrow.url, "CUEWEAVE_USER": "again"}
    with running("submit", folder, env=who) as process:
        read_until(process, "one.wav: queued", "one.wav: transcribing")
        with Client(narrow.url, user="again") as asked:
            (task,) = asked.page().active_tasks
            asked.cancel(task.task_id)
        stdout, _ = process.communicate(timeout=60)
    assert (process.returncode, rows(stdout)) == (11, [("one.wav", "failed")])
    assert "The task was cancelled." in stdout
    done = narrow.run("submit", folder, user="again")
    assert (done.returncode, rows(done.stdout)) == (0, [("one.wav", "done")])
    assert sorted(tasks(narrow, "again")) == ["cancelled", "completed"]


def test_no_server_is_told_once_and_leaves_nothing(tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one", "two")
    done = cueweave("submit", folder, "--server", "http://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "cueweave: No server answers at http://127.0.0.1:1: start one with `cueweave up`, "
        "or name another with --server.\n"
    )
    assert {path.suffix for path in folder.iterdir()} == {".wav", ".srt"}
