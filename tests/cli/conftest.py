"""One running server for all tests of the commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from api.conftest import TELLING
from support.commands import Up


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A real `cueweave up`, private store and all."""
    up = Up(
        tmp_path_factory.mktemp("up") / "data", env=TELLING | {"CUEWEAVE_REUSE_RESULTS": "asked"}
    ).wait_until_ready()
    yield up
    assert up.stop() == 0, up.log.read_text()


@pytest.fixture
def start_up() -> Iterator[type[Up]]:
    """Starts servers that are ended with the test, whatever happens."""
    started: list[Up] = []

    class Tracked(Up):
        def __init__(self, data_dir: Path, *arguments: str, env: dict[str, str] | None = None) -> None:
            super().__init__(data_dir, *arguments, env=env)
            started.append(self)

    yield Tracked
    for each in started:
        each.stop()
