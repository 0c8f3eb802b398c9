"""Where a result goes, and when it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cueweave.cli.batch.jobs import End, Job, Show, do, job_of
from cueweave.cli.batch.pairs import Pair
from cueweave.errors import TaskFailed


def pair(folder: Path, name: str = "week/talk.mp4", *, is_alone: bool = True) -> Pair:
    media = folder / name
    media.parent.mkdir(exist_ok=True)
    media.write_bytes(b"sound")
    media.with_suffix(".srt").write_text("1")
    return Pair(media, media.with_suffix(".srt"), "de", "", is_alone)


def test_a_result_lies_beside_its_recording_or_at_the_same_place_elsewhere(tmp_path: Path) -> None:
    found = pair(tmp_path)
    assert job_of(found, tmp_path, None, None).folder == tmp_path / "week/talk.cueweave"
    assert job_of(found, tmp_path, Path("out"), None).folder == Path("out/week/talk.cueweave")
    twin = job_of(pair(tmp_path, is_alone=False), tmp_path, None, None)
    assert (twin.folder.name, twin.name) == ("talk.mp4.cueweave", "week/talk.mp4")


def test_a_told_language_goes_before_that_of_a_name(tmp_path: Path) -> None:
    assert job_of(pair(tmp_path), tmp_path, None, None).language == "de"
    assert job_of(pair(tmp_path), tmp_path, None, "en").language == "en"


@pytest.mark.parametrize("changed", ["talk.mp4", "talk.srt"])
def test_what_is_newer_than_its_result_is_not_done(tmp_path: Path, changed: str) -> None:
    job = job_of(pair(tmp_path), tmp_path, None, None)
    assert not job.is_done
    job.folder.mkdir()
    (job.folder / "result.json").touch()
    for path in job.inputs:
        os.utime(path, ns=(1, 1))
    assert job.is_done
    later = (job.folder / "result.json").stat().st_mtime_ns + 1
    os.utime(tmp_path / "week" / changed, ns=(later, later))
    assert not job.is_done


async def test_work_that_fails_leaves_no_folder_and_an_older_result_as_it_was(tmp_path: Path) -> None:
    async def work(_job: Job, part: Path, _show: Show) -> None:
        (part / "result.json").write_text("half")
        raise TaskFailed("It broke.")

    job = job_of(pair(tmp_path), tmp_path, tmp_path / "out", None)
    outcome = await do(job, work, [], lambda _what, _percent: None)
    assert (outcome.end, outcome.reason) == (End.FAILED, "It broke.")
    assert not (tmp_path / "out").exists()
    job.folder.mkdir(parents=True)
    (job.folder / "result.json").write_text("older")
    os.utime(job.folder / "result.json", ns=(1, 1))
    await do(job, work, [], lambda _what, _percent: None)
    assert [path.name for path in job.folder.parent.iterdir()] == ["talk.cueweave"]
    assert (job.folder / "result.json").read_text() == "older"
