"""Models are fetched once, whole or not at all, from a hub on loopback."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import tiny_whisper
from support.commands import COMMAND, Done, cueweave, environment
from support.eventually import eventually_sync
from support.hub import REVISION, Hub

from cueweave.clients.models.folder import fault_of, names_in

AWAY = "http://127.0.0.1:1"
LARGE = 24 * 1024**2
"""Bytes; the library writes 10 MiB at a time."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tiny_whisper.make(tmp_path_factory.mktemp("hub"))
    (folder / "README.md").write_text("about it")
    return folder


@pytest.fixture
def hub(original: Path) -> Iterator[Hub]:
    with Hub(original) as running:
        yield running


@pytest.fixture(scope="module")
def pulled(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models with one in it."""
    folder = tmp_path_factory.mktemp("pulled")
    with Hub(original) as hub:
        assert pull(folder, hub.url, "tiny", "--to", "there").returncode == 0
    return folder / "there"


def settings(folder: Path, endpoint: str) -> dict[str, str]:
    return {"HF_ENDPOINT": endpoint, "HF_HOME": str(folder / "home"), "CUEWEAVE_MODELS_DIR": str(folder / "models")}


def pull(folder: Path, endpoint: str, *arguments: str) -> Done:
    return cueweave("models", "pull", *(arguments or ("tiny",)), folder=folder, env=settings(folder, endpoint))


def test_a_model_is_fetched_whole_with_progress_and_only_once(hub: Hub, tmp_path: Path) -> None:
    done = pull(tmp_path, hub.url)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "models/tiny"
    assert done.stdout == f"{folder}\n"
    assert "fetching" in done.stderr
    assert "100%" in done.stderr
    assert fault_of(folder, thoroughly=True) == ""
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.json",
        "cueweave.json",
        "model.bin",
        "preprocessor_config.json",
        "tokenizer.json",
        "vocabulary.json",
    ]
    assert json.loads((folder / "cueweave.json").read_text())["revision"] == REVISION
    fetched = list(hub.asked)
    assert pull(tmp_path, AWAY).returncode == 0
    assert hub.asked == fetched


def test_a_pull_that_is_killed_leaves_nothing_that_is_taken_for_a_model_and_goes_on_later(
    original: Path, tmp_path: Path
) -> None:
    large = Path(shutil.copytree(original, tmp_path / "large"))
    (large / "model.bin").write_bytes(bytes(LARGE))
    with Hub(large, stalls_after=LARGE * 2 // 3) as hub:
        command = [*COMMAND, "models", "pull", "tiny"]
        with subprocess.Popen(
            command, env=environment(settings(tmp_path, hub.url)), stderr=subprocess.DEVNULL
        ) as running:
            assert hub.stalled.wait(60)
            part = tmp_path / "models/.tiny.part"
            eventually_sync(lambda: sum(path.stat().st_size for path in part.rglob("*.incomplete")) > 0, within=5)
            running.kill()
        assert names_in(tmp_path / "models") == []
        hub.stalls_after = None
        assert pull(tmp_path, hub.url).returncode == 0
    assert fault_of(tmp_path / "models/tiny", thoroughly=True) == ""
    assert (hub.asked.count("config.json"), hub.asked.count("model.bin")) == (1, 2)
    assert [path.name for path in (tmp_path / "models").iterdir() if path.suffix != ".lock"] == ["tiny"]


def test_two_pulls_at_once_fetch_once(hub: Hub, tmp_path: Path) -> None:
    env = environment(settings(tmp_path, hub.url))
    command = [*COMMAND, "models", "pull", "tiny"]
    both = [subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    assert hub.asked.count("model.bin") == 1


def test_what_is_not_what_the_hub_announces_is_not_kept(hub: Hub, tmp_path: Path) -> None:
    hub.corrupt = True
    done = pull(tmp_path, hub.url)
    assert (done.returncode, "another model.bin" in done.stderr) == (3, True)
    assert [path for path in (tmp_path / "models").rglob("*") if path.suffix != ".lock"] == []


def test_a_model_that_was_damaged_since_is_fetched_anew(hub: Hub, pulled: Path, tmp_path: Path) -> None:
    file = shutil.copytree(pulled, tmp_path / "models") / "tiny/model.bin"
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert pull(tmp_path, hub.url).returncode == 0
    assert fault_of(tmp_path / "models/tiny", thoroughly=True) == ""


@pytest.mark.parametrize("status", [0, 503])
def test_a_hub_that_is_away_is_told_with_what_to_do_elsewhere(hub: Hub, tmp_path: Path, status: int) -> None:
    hub.status = status
    done = pull(tmp_path, hub.url if status else AWAY)
    assert done.returncode == 3
    assert "cueweave models pull tiny --to models" in done.stderr
    assert f"copy the folder models/tiny to {tmp_path}/models/tiny" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_was_fetched_elsewhere_can_be_copied(pulled: Path, tmp_path: Path) -> None:
    shutil.copytree(pulled / "tiny", tmp_path / "models/tiny")
    found = json.loads(cueweave("models", "list", "--json", env=settings(tmp_path, AWAY)).stdout)
    assert list(found["models"]) == ["tiny"]
    assert found["suited"] in found["known"]


def test_a_folder_of_ones_own_is_not_overwritten(hub: Hub, original: Path, tmp_path: Path) -> None:
    shutil.copytree(original, tmp_path / "models/tiny")
    done = pull(tmp_path, hub.url)
    assert (done.returncode, "move it away" in done.stderr) == (2, True)
    assert hub.asked == []


@pytest.mark.parametrize(
    ("name", "says"), [("huge", "cueweave models list"), ("../x", "no model"), ("own/er", "no model own/er")]
)
def test_a_name_that_is_none_is_told(hub: Hub, tmp_path: Path, name: str, says: str) -> None:
    done = pull(tmp_path, hub.url, name)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr


def test_what_is_no_model_of_this_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/pytorch_model.bin").write_bytes(b"x")
    with Hub(tmp_path / "other") as hub:
        done = pull(tmp_path, hub.url)
    assert (done.returncode, "no model.bin" in done.stderr) == (2, True)


def test_the_list_says_what_is_there_and_what_suits(pulled: Path) -> None:
    lines = cueweave("models", "list", "--to", pulled).stdout.splitlines()
    assert lines[0].split()[:3] == ["tiny", "1", "MB"]
    assert sum("suits this machine" in line for line in lines) == 1
    assert lines[-1] == f"in {pulled}"
