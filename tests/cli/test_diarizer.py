"""A model of voices from settings."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import pytest
from support.commands import cueweave
from support.tiny_voices import write_tiny_voices

from cueweave.cli.config import read_settings
from cueweave.cli.diarizer import voice_model
from cueweave.errors import SetupError


def model_of(monkeypatch: pytest.MonkeyPatch, folder: Path, setting: str) -> Path | None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CUEWEAVE_DIARIZER", setting)
    return voice_model(read_settings())


def test_nobody_tells_voices_apart_unless_a_model_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert model_of(monkeypatch, tmp_path, "") is None


def test_a_model_that_works_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = write_tiny_voices(tmp_path / "voices.onnx")
    assert model_of(monkeypatch, tmp_path, "voices.onnx") == file.resolve()


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"CUEWEAVE_DIARIZER names no file: .*voices\.onnx"):
        model_of(monkeypatch, tmp_path, "voices.onnx")


@pytest.mark.parametrize("whole", [True, False])
def test_a_file_that_is_no_such_model_is_refused(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    whole: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    file = write_tiny_voices(tmp_path / "voices.onnx")
    model = onnx.load(str(file))
    del model.metadata_props[:]
    file.write_bytes(model.SerializeToString() if whole else b"no model")
    with pytest.raises(SetupError, match="is no model of voices for sherpa-onnx"):
        model_of(monkeypatch, tmp_path, "voices.onnx")


def test_doctor_says_whether_voices_are_told_apart(tmp_path: Path) -> None:
    done = cueweave("doctor", "--json", folder=tmp_path, env={"CUEWEAVE_DIARIZER": "none.onnx"})
    findings = {each["name"]: each for each in json.loads(done.stdout)["findings"]}
    assert not findings["speakers"]["ok"]
    assert "CUEWEAVE_DIARIZER names no file" in findings["speakers"]["says"]
