"""Running services for the tests of the HTTP interface."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from api.service import CLEAN, Files, Service, recording
from api.spread import SYSTEM, Spread
from support.keys import counts_agree, stray_keys
from support.receiver import SECRET
from support.valkey import Valkey

TELLING = {
    "CUEWEAVE_WEBHOOK_SECRETS": SECRET,
    "CUEWEAVE_OUTBOUND_NETWORKS": "127.0.0.0/8",
    "CUEWEAVE_OUTBOUND_HTTP": "1",
    "CUEWEAVE_MEDIA_URL_HOSTS": "127.0.0.1",
}
"""For a service that tells receivers of tests when tasks are over, and fetches media from hosts of tests."""


@contextmanager
def serving(*, workers: int = 0, **settings: str) -> Iterator[Service]:
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:  # a socket's path must be short
        valkey = Valkey(Path(folder))
        valkey.start()
        service = (Spread if SYSTEM else Service)(Path(folder), valkey, **settings)
        try:
            yield service.start(workers=workers)
        finally:
            service.stop()
            valkey.kill()
        assert "Traceback" not in service.log.read_text(), service.log.read_text()


@pytest.fixture(scope="session")
def _without_worker() -> Iterator[Service]:
    with serving(CUEWEAVE_RATE_LIMITS="on") as service:
        yield service


@pytest.fixture(scope="session")
def _unhurried() -> Iterator[Service]:
    with serving() as service:
        yield service


@pytest.fixture(scope="session")
def _narrow() -> Iterator[Service]:
    with serving(
        CUEWEAVE_MAX_MEDIA_BYTES=str(1024**2),
        CUEWEAVE_MAX_MEDIA_SECONDS="10",
        CUEWEAVE_SYNC_TIMEOUT="0.5",
        CUEWEAVE_CORS_ORIGINS="https://lectures.example.org",
    ) as service:
        yield service


@pytest.fixture(scope="session")
def busy() -> Iterator[Service]:
    """A service with a worker; use a fresh user in each test."""
    with serving(workers=1, **TELLING) as service:
        yield service


@pytest.fixture
def idle(_without_worker: Service) -> Iterator[Service]:
    """A service without a worker, empty before the test; after it, the counts and the keys must be in order."""
    yield from _fresh(_without_worker)


@pytest.fixture
def hammered(_unhurried: Service) -> Iterator[Service]:
    """The same without limits on rates."""
    yield from _fresh(_unhurried)


@pytest.fixture
def narrow(_narrow: Service) -> Iterator[Service]:
    """The same with 1 MiB and 10 s of media, half a second for a synchronous answer, and one origin of pages."""
    yield from _fresh(_narrow)


def _fresh(service: Service) -> Iterator[Service]:
    service.wipe()
    yield service
    service.come_to_rest()
    assert counts_agree(service.store.url)
    assert stray_keys(service.store.url) == []
    assert service.leftovers()["incoming"] == CLEAN["incoming"]


@pytest.fixture
def user() -> str:
    """A user whom no other test knows."""
    return f"user-{uuid.uuid4()}"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """The fields of a good, short upload."""
    return recording(tmp_path)


@pytest.fixture
def ada(idle: Service) -> Iterator[httpx.Client]:
    """A user of the service without a worker."""
    with idle.client("ada") as client:
        yield client


@pytest.fixture
def worked(busy: Service, user: str) -> Iterator[httpx.Client]:
    """A fresh user of the service with a worker."""
    with busy.client(user) as client:
        yield client


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of a service that is costly to start, so that it is started once."""
    for item in items:
        for name in ("busy", "narrow", "hammered"):
            if name in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.xdist_group(f"api-{name}"))
