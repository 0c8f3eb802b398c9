"""The files for operators name commands, settings and routes that there are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.commands import cueweave

from cueweave.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
NAMES = {str(field.validation_alias) for field in Settings.model_fields.values()} | {"CUEWEAVE_HOST"}


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "docker/compose.yaml").read_text())
    return read


@pytest.mark.parametrize(
    "path", sorted(path for path in DEPLOY.rglob("*") if path.is_file()), ids=lambda path: path.name
)
def test_every_setting_that_a_file_names_exists(path: Path) -> None:
    assert set(re.findall(r"\bCUEWEAVE_[A-Z_]+\b", path.read_text())) <= NAMES


def commands() -> list[list[str]]:
    """What the units, the image and its composition start, without the program's own name."""
    starts = [re.findall(r"^ExecStart=\S+ (.*)$", unit.read_text(), re.MULTILINE)[0].split() for unit in UNITS]
    services = compose()["services"]
    image = re.findall(r"^CMD (\[.*\])$", (DEPLOY / "docker/Dockerfile").read_text(), re.MULTILINE)[0]
    return [*starts, services["api"]["command"], services["worker"]["command"], yaml.safe_load(image)]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_that_a_file_starts_takes_its_options(command: list[str]) -> None:
    told = cueweave(command[0], "--help", env={"COLUMNS": "200"})
    assert told.returncode == 0
    assert all(option in told.stdout for option in command if option.startswith("--"))


def test_every_service_of_the_composition_is_made_of_what_it_declares() -> None:
    whole = compose()
    for service in whole["services"].values():
        volumes = {volume.partition(":")[0] for volume in service.get("volumes", ())}
        assert volumes <= set(whole["volumes"])
        assert set(service.get("depends_on", {})) <= set(whole["services"])
        assert "image" in service
    for name in ("api", "worker"):
        assert whole["services"][name]["read_only"]
        assert whole["services"][name]["environment"]["REDIS_URL"] == "redis://store:6379/0"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_finds_nothing_wrong_with_the_units(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text().replace("/opt/cueweave/bin/cueweave", sys.executable).replace("User=cueweave", "User=root")
    instance = tmp_path / unit.name.replace("@", "@1")
    instance.write_text(text.replace("Group=cueweave", "Group=root"))
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(instance)], capture_output=True, text=True, timeout=60
    )
    assert [line for line in told.stderr.splitlines() if unit.stem.rstrip("@") in line] == []
