"""Running services for attacks, with little patience."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import psutil
import pytest
from api.conftest import files as files, serving, user as user
from api.service import CLEAN, Service
from support.eventually import eventually_sync
from support.keys import counts_agree, stray_keys
from support.workers import leads_session


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
    eventually_sync(lambda: service.leftovers() == CLEAN)
    assert counts_agree(service.store.url)
    assert stray_keys(service.store.url) == []
    assert service.get("/readyz").status_code == 200


def leaders(service: Service) -> int:
    """How many processes that open media, or wait for one, the service has: each leads a session."""
    started = [each.pid for pid in service.pids for each in psutil.Process(pid).children(recursive=True)]
    return sum(map(leads_session, started))


def open_things(service: Service) -> tuple[int, int, int]:
    """How many connections of clients, open files and child processes the API has; the store's are a pool and stay."""
    api = psutil.Process(service.pid)
    return len(api.net_connections("tcp")), len(api.open_files()), len(api.children(recursive=True))


@pytest.fixture
def forbidden() -> Iterator[str]:
    """The address of a listener to which nobody may connect."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield "http://{}:{}".format(*listener.getsockname())
        with pytest.raises(BlockingIOError):
            listener.accept()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of the service, so that it is started once."""
    for item in items:
        if "impatient" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("attacks-impatient"))
