"""Running services for attacks, with little patience."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from api.conftest import serving
from api.service import CLEAN, Files, Service, recording
from support.eventually import eventually_sync
from support.keys import counts_agree, stray_keys


@pytest.fixture(scope="session")
def _impatient() -> Iterator[Service]:
    with serving(CUEWEAVE_HEAD_SECONDS="2", CUEWEAVE_IDLE_SECONDS="2", MAX_CONCURRENT_TASKS_PER_USER="100") as service:
        yield service


@pytest.fixture
def impatient(_impatient: Service) -> Iterator[Service]:
    """A service that waits 2 s; after the attack it has no file, key, child process or open file more than before."""
    service = _impatient
    service.wipe()
    eventually_sync(lambda: leaders(service) > 0)  # one process waits for the next upload
    before = open_things(service)
    yield service
    eventually_sync(lambda: all(now <= then for now, then in zip(open_things(service), before, strict=True)))
    assert service.leftovers() == CLEAN
    assert counts_agree(service.store.url)
    assert stray_keys(service.store.url) == []
    assert service.get("/readyz").status_code == 200


def leaders(service: Service) -> int:
    """How many processes that open media, or wait for one, the service has: each leads a session."""
    return sum(os.getsid(each.pid) == each.pid for each in psutil.Process(service.pid).children(recursive=True))


def open_things(service: Service) -> tuple[int, int, int]:
    """How many connections of clients, open files and child processes the API has; the store's are a pool and stay."""
    api = psutil.Process(service.pid)
    return len(api.net_connections("tcp")), len(api.open_files()), len(api.children(recursive=True))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """The fields of a good, short upload."""
    return recording(tmp_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of the service, so that it is started once."""
    for item in items:
        if "impatient" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("attacks-impatient"))
