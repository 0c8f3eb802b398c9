"""Turning a result into other formats with no server."""

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pysubs2
import pytest
from formats.talks import everything, picture
from support.commands import COMMAND, cueweave, environment

from cueweave.cli.export import assets_of
from cueweave.formats import FORMATS


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """A result as `process` leaves it, with its picture beside it."""
    folder = tmp_path / "rivers.cueweave"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/slide-001.jpg").write_bytes(picture())
    document = everything()
    document["paragraphs"][0]["visuals"]["content"]["url"] = "assets/slide-001.jpg"
    (folder / "result.json").write_text(json.dumps(document))
    return folder / "result.json"


def test_a_file_is_written_and_named(result: Path, tmp_path: Path) -> None:
    done = cueweave("export", result, "--format", "srt", "-o", "rivers.srt", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "rivers.srt\n")
    assert pysubs2.load(str(tmp_path / "rivers.srt"))[0].plaintext == "Welcome to the rivers."


def test_pictures_are_those_beside_the_result(result: Path, tmp_path: Path) -> None:
    done = cueweave("export", result, "--format", "docx", "-o", tmp_path / "rivers.docx")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "rivers.docx") as file:
        assert picture() in [file.read(name) for name in file.namelist() if name.startswith("word/media/")]


@pytest.mark.parametrize("name", ["../result.json", "..", "", "a\0b", "no.jpg", "/etc/hostname", "x" * 300])
def test_no_other_file_of_the_machine_gets_in(result: Path, name: str) -> None:
    assert assets_of(result.parent / "assets")(name) is None


def test_binary_formats_go_through_a_pipe(result: Path) -> None:
    command = [*COMMAND, "export", str(result), "--format", "h5p", "--media", "https://media.example.org/r.mp4"]
    done = subprocess.run(command, capture_output=True, env=environment(), timeout=60)
    assert json.loads(zipfile.ZipFile(io.BytesIO(done.stdout)).read("h5p.json"))["title"] == "r"


def test_a_result_is_called_after_its_folder(result: Path) -> None:
    assert cueweave("export", result, "--format", "md").stdout.startswith("# rivers\n")


def test_what_cannot_be_written_is_a_sentence_and_no_file(result: Path, tmp_path: Path) -> None:
    done = cueweave("export", result, "--format", "h5p", "-o", tmp_path / "rivers.h5p")
    assert done.returncode == 2
    assert done.stderr.startswith("cueweave: An H5P video must know where its recording is")
    assert not (tmp_path / "rivers.h5p").exists()


def test_an_unknown_format_is_answered_with_those_that_there_are(result: Path) -> None:
    done = cueweave("export", result, "--format", "doc")
    assert (done.returncode, done.stderr) == (2, f"cueweave: Unknown format doc: use one of {', '.join(FORMATS)}.\n")


def test_one_format_at_a_time(result: Path) -> None:
    assert cueweave("export", result, "--format", "vtt,srt").returncode == 2
