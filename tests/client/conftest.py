"""A running service, and both clients in one shape."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from api.conftest import serving
from api.service import Service
from support import media

from cueweave.client import AsyncClient, Client, TaskState

MakeClient = Callable[..., Client]


class Awaited:
    """The asynchronous client, used as if it blocked."""

    def __init__(self, address: str, **more: Any) -> None:
        self._client = AsyncClient(address, **more)
        self._loop = asyncio.Runner()
        self._closed = False

    def tasks(self) -> list[TaskState]:
        async def collected() -> list[TaskState]:
            return [task async for task in self._client.tasks()]

        return self._loop.run(collected())

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._client, name)
        return lambda *arguments, **more: self._loop.run(method(*arguments, **more))

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._loop.run(self._client.close())
            self._loop.close()


@pytest.fixture(params=["blocking", "awaited"])
def client(request: pytest.FixtureRequest) -> Iterator[MakeClient]:
    """Makes clients of the one or the other kind."""
    made: list[Client] = []

    def make(address: str, **more: Any) -> Client:
        kind = Client if request.param == "blocking" else Awaited
        made.append(cast("Client", kind(address, **({"user": "ada"} | more))))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    """With a worker, and room for a user's two active tasks."""
    with serving(workers=1, MAX_CONCURRENT_TASKS_PER_USER="2") as running:
        yield running


@pytest.fixture(scope="session")
def tight() -> Iterator[Service]:
    """Without a worker; a user may have one task, and ask twice in two seconds where it stands."""
    rates = {"CUEWEAVE_RATE_LIMITS": "on", "CUEWEAVE_RATE_POLL": "2/2 seconds"}
    with serving(workers=0, MAX_CONCURRENT_TASKS_PER_USER="1", **rates) as running:
        yield running


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A short recording, its subtitles beside it."""
    (tmp_path / "talk.srt").write_bytes(media.subtitles(6))
    return media.noise(tmp_path / "talk.wav", 2.0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of the service, so that it is started once."""
    for item in items:
        if {"service", "tight"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("client"))
