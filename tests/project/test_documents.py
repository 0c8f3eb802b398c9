"""Every setting, command, endpoint and Redis key stands in the documents."""

from pathlib import Path

import pytest
import typer.main

from cueweave.api.app import create_app
from cueweave.api.config import ApiConfig
from cueweave.cli.main import app as command_line
from cueweave.settings import Settings
from cueweave.work.config import WorkConfig

ROOT = Path(__file__).parents[2]


def settings() -> list[str]:
    return sorted(str(field.validation_alias) for field in Settings.model_fields.values())


def commands() -> list[str]:
    group = typer.main.get_command(command_line)
    assert isinstance(group, typer.core.TyperGroup)
    return sorted(group.commands)


@pytest.mark.parametrize("name", settings())
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs/settings.md").read_text()


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented(name: str) -> None:
    assert f"cueweave {name}" in (ROOT / "docs/commands.md").read_text()


def test_every_endpoint_is_documented(tmp_path: Path) -> None:
    work = WorkConfig(redis_url="redis://127.0.0.1:1", data_dir=tmp_path)
    paths = create_app(ApiConfig(), work).openapi()["paths"]
    document = (ROOT / "docs/http.md").read_text()
    assert paths
    assert [path for path in paths if path not in document] == []


def test_the_life_of_a_task_names_every_move() -> None:
    page = (ROOT / "docs/life-of-a-task.md").read_text()
    moves = {path.stem for path in (ROOT / "src/cueweave/store/lua").glob("*.lua")} - {"prelude"}
    assert {move for move in moves if f"`{move}`" not in page} == set()
