"""`cueweave watch FOLDER`, as a real process."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from cli.batch.recordings import not_recorded, read_until, recorded, running
from support.commands import Up, cueweave

from cueweave.cli.batch.folder import Folder
from cueweave.cli.batch.jobs import Job
from cueweave.cli.batch.watching import Watched

pytestmark = pytest.mark.xdist_group("cli")


def test_what_is_there_and_what_comes_later_is_worked_on(tmp_path: Path) -> None:
    folder, aside = recorded(tmp_path / "in", "first"), recorded(tmp_path / "aside", "later")
    not_recorded(folder, "text.mp4")
    with running("watch", folder, "--settle", "0.5") as process:
        told = read_until(process, "first.wav: done")
        for name in ("later.srt", "later.wav"):
            shutil.copyfile(aside / name, folder / name)
        told += read_until(process, "later.wav: done")
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    told += stderr
    assert process.returncode == 130
    assert "Watching" in told
    assert told.count("text.mp4: failed") == 1
    assert stdout.splitlines() == [str(folder / f"{name}.cueweave/result.json") for name in ("first", "later")]
    assert "Traceback" not in told


def watched(folder: Path, settle: float) -> Watched:
    return Watched(Folder(folder, None, [], None, recursive=False, at_once=None), settle)


def names(jobs: list[Job]) -> list[str]:
    return [job.name for job in jobs]


def test_what_has_just_been_seen_or_has_grown_since_is_not_ready(tmp_path: Path) -> None:
    seen = watched(recorded(tmp_path, "one"), 0.0)
    assert (names(seen.ready()), seen.unsettled) == ([], True)
    with (tmp_path / "one.wav").open("ab") as file:
        file.write(b"more")
    assert (names(seen.ready()), seen.unsettled) == ([], True)
    assert names(seen.ready()) == ["one.wav"]
    assert (names(seen.ready()), seen.unsettled) == ([], False)


def test_files_must_have_stayed_as_they_are_for_long_enough(tmp_path: Path) -> None:
    seen = watched(recorded(tmp_path, "one"), 3600.0)
    assert [names(seen.ready()) for _ in range(3)] == [[], [], []]
    assert seen.unsettled


def test_what_changes_while_it_is_worked_on_is_taken_again_afterwards(tmp_path: Path) -> None:
    seen = watched(recorded(tmp_path, "one"), 0.0)
    seen.ready()
    (job,) = seen.ready()
    (tmp_path / "one.en.srt").write_text("not taken")
    (tmp_path / "one.srt").write_text("other subtitles")
    assert [names(seen.ready()) for _ in range(3)] == [[], [], []]
    seen.is_over(job)
    assert [names(seen.ready()) for _ in range(2)] == [[], ["one.wav"]]


def test_what_is_done_already_is_left_alone(tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one")
    (folder / "one.cueweave").mkdir()
    (folder / "one.cueweave/result.json").write_text("{}")
    seen = watched(folder, 0.0)
    assert [names(seen.ready()) for _ in range(3)] == [[], [], []]
    assert not seen.unsettled


def test_a_server_may_do_the_work(server: Up, tmp_path: Path) -> None:
    folder = recorded(tmp_path, "one")
    with running("watch", folder, "--server", server.url, "--user", "watcher", "--settle", "0.5") as process:
        read_until(process, "one.wav: done")
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 143
    assert "1 finished" in server.run("tasks", user="watcher").stdout


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    done = cueweave("watch", tmp_path / "nowhere")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "does not exist" in done.stderr
