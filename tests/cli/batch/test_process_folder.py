"""`cueweave process FOLDER`, in real processes."""

from __future__ import annotations

import json
import shutil
import signal
from pathlib import Path

import psutil
import pytest
from cli.batch.recordings import not_recorded, read_until, recorded, rows, running
from support.commands import Done, are_gone, cueweave

pytestmark = pytest.mark.xdist_group("process-folder")


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    folder = recorded(tmp_path_factory.mktemp("recordings"), "one", "two")
    (folder / "two.de.vtt").write_text("WEBVTT\n")
    not_recorded(folder, "text.mp4")
    return folder, cueweave("process", folder, "--jobs", "2")


def test_it_ends_with_a_table_and_says_how_many_failed(processed: tuple[Path, Done]) -> None:
    _, done = processed
    assert done.returncode == 11
    assert rows(done.stdout) == [("one.wav", "done"), ("text.mp4", "failed"), ("two.wav", "done")]
    assert done.stdout.splitlines()[-1] == "3 recordings: 2 done, 1 failed"
    assert "This is not an audio or video file" in done.stdout


def test_progress_comes_line_by_line_with_each_recordings_name(processed: tuple[Path, Done]) -> None:
    lines = processed[1].stderr.splitlines()
    assert lines[0] == "two.wav: two.srt taken, not two.de.vtt."
    assert {"one.wav: completed      100%", "one.wav: done", "two.wav: done"} <= set(lines)
    assert "Traceback" not in processed[1].stderr


def test_results_lie_beside_the_recordings_and_nothing_else(processed: tuple[Path, Done]) -> None:
    folder, _ = processed
    found = {str(path.relative_to(folder)) for path in folder.rglob("*.cueweave*")}
    assert found == {"one.cueweave", "two.cueweave"}
    assert {path.name for path in (folder / "one.cueweave").iterdir()} == {"result.json", "result.vtt"}
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_what_is_done_is_skipped_but_formats_that_are_missing_are_written(
    processed: tuple[Path, Done], tmp_path: Path
) -> None:
    folder = tmp_path / "copy"  # with the times of its files: others look at the folder itself
    shutil.copytree(processed[0], folder)
    before = (folder / "one.cueweave/result.json").stat().st_mtime_ns
    done = cueweave("process", folder, "--format", "txt", "--json")
    ends = {Path(each["media"]).name: (each["outcome"], each["words"]) for each in json.loads(done.stdout)}
    assert ends == {"one.wav": ("already done", 32), "two.wav": ("already done", 32), "text.mp4": ("failed", None)}
    assert "the quick brown fox" in (folder / "one.cueweave/result.txt").read_text()
    assert (folder / "one.cueweave/result.json").stat().st_mtime_ns == before


def stopped(folder: Path, number: signal.Signals, working_on: str) -> tuple[int, str]:
    """Exit code and table of a run that is stopped while it works on this; none of its processes is left."""
    with running("process", folder, "--jobs", "1") as process:
        read_until(process, f"{working_on}: transcribing")
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(number)
        stdout, stderr = process.communicate(timeout=60)
    assert "Traceback" not in stderr
    assert are_gone(family)
    return process.returncode, stdout


def test_ctrl_c_leaves_nothing_half_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = recorded(tmp_path, "a", seconds=1)
    recorded(folder, "b", seconds=30)
    code, table = stopped(folder, signal.SIGINT, "b.wav")
    assert (code, rows(table)) == (130, [("a.wav", "done"), ("b.wav", "stopped")])
    assert [path.name for path in folder.iterdir() if path.suffix not in (".wav", ".srt")] == ["a.cueweave"]
    done = cueweave("process", recorded(folder, "b", seconds=1))
    assert (done.returncode, rows(done.stdout)) == (0, [("a.wav", "already done"), ("b.wav", "done")])


def test_sigterm_stops_as_ctrl_c_does(tmp_path: Path) -> None:
    code, table = stopped(recorded(tmp_path, "a", seconds=30), signal.SIGTERM, "a.wav")
    assert (code, rows(table)) == (143, [("a.wav", "stopped")])
    assert {path.suffix for path in tmp_path.iterdir()} == {".wav", ".srt"}


def test_an_empty_folder_and_one_without_recordings_are_told(tmp_path: Path) -> None:
    (tmp_path / "talk.srt").touch()
    (tmp_path / "below").mkdir()
    recorded(tmp_path / "below", "one")
    done = cueweave("process", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"cueweave: No recording in {tmp_path}: name a folder with video or audio files, "
        "or look into the folders below with --recursive.\n"
    )


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--srt", "pyproject.toml"], "--srt is for one recording"),
        (["--language", "Klingon!"], "Write the language as a code"),
        (["--format", "doc"], "Unknown format doc"),
        (["--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage_is_one_sentence(tmp_path: Path, options: list[str], sentence: str) -> None:
    done = cueweave("process", tmp_path, *options, folder=Path(__file__).parents[3])
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert sentence in done.stderr


def test_options_of_folders_are_refused_for_one_recording(tmp_path: Path) -> None:
    done = cueweave("process", recorded(tmp_path, "one") / "one.wav", "--jobs", "2", "--recursive")
    assert done.returncode == 2
    assert done.stderr == (
        "cueweave: For a folder of recordings only: --jobs and --recursive. This is one recording.\n"
    )
