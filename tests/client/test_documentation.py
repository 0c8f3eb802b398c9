"""Every example of the client's page runs, against a real server."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from api.service import Service

from cueweave import client as package

PAGE = (Path(__file__).parents[2] / "docs/python-client.md").read_text()
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ADDRESS = "http://127.0.0.1:8000"


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs(
    number: int, service: Service, talk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(talk, talk.with_name("lecture.mp4"))
    shutil.copyfile(talk.with_suffix(".srt"), talk.with_name("lecture.srt"))
    talk.with_name("notes.txt").write_text("no video at all " * 100)
    monkeypatch.chdir(talk.parent)
    exec(compile(EXAMPLES[number].replace(ADDRESS, service.url), "example", "exec"), {})  # noqa: S102 - ours
    told = capsys.readouterr().out
    expected = {0: "the quick brown fox", 2: "completed: 100%", 4: "415 media_file: This is not an audio or video file"}
    assert expected.get(number, "") in told


def test_all_that_can_be_imported_is_described() -> None:
    described = set(re.findall(r"`([A-Za-z]+)\b", PAGE))
    assert set(package.__all__) - described == {"Limits", "TaskPage"}  # told by their fields
