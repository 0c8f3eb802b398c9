"""A service that is watched: an API and a worker that both tell their metrics, and a task that has been done."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from api.conftest import serving
from api.service import Service, recording
from support.eventually import eventually_sync
from support.tls import TLS


@dataclass(frozen=True, slots=True)
class Watched:
    """The service, and the port of its worker's metrics."""

    service: Service
    port: int

    def scrapes(self) -> tuple[str, str]:
        """What Prometheus reads of the API, and of the worker."""
        worker = httpx.get(f"http://127.0.0.1:{self.port}/metrics", timeout=60, verify=TLS)
        return self.service.get("/metrics").text, worker.text

    def scrape(self) -> str:
        """Both."""
        return "".join(self.scrapes())


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Started once; what is read there only grows."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with serving(workers=1, CUEWEAVE_WORKER_METRICS_PORT=str(port)) as service:
        done = Watched(service, port)
        do_a_task(service, tmp_path_factory.mktemp("media"))
        eventually_sync(lambda: "cueweave_work_seconds_total 0.0" not in done.scrape())
        yield done


def do_a_task(service: Service, folder: Path) -> None:
    with service.client() as client:
        client.post("/process/srt_media/sync", files=recording(folder)).raise_for_status()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all tests of the watched service, so that it is started once."""
    for item in items:
        if "watched" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("watched"))
