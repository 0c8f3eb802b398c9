"""Uploads arrive whole over connections that break, through APIs that die, by clients that others made."""

from __future__ import annotations

import io
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from api.resuming import add, begun, handed_in, offset, patch_head
from api.service import Files, Service
from api.test_flow import NODE
from support import media
from support.cutting import cutting
from support.eventually import eventually_sync
from tusclient.client import TusClient

TUS = Path(__file__).parents[2] / "player/node_modules/tus-js-client/lib.esm/node/index.js"
CUTS = [200_000, 350_000, 500_000, 100_000]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """2 MB of sound."""
    return media.noise(tmp_path / "talk.wav", 60)


def kept(service: Service) -> bytes:
    """Of the one upload."""
    (found,) = (service.data_dir / "blobs/resumable").glob("*/*/media")
    return found.read_bytes()


@pytest.mark.parametrize("checked", [False, True], ids=["without checksums", "with checksums"])
def test_a_python_clients_upload_arrives_whole(
    idle: Service, ada: httpx.Client, files: Files, recording: Path, *, checked: bool
) -> None:
    with cutting(idle.url, CUTS) as proxy:
        client = TusClient(f"{proxy.url}/uploads/", headers={"X-User-ID": "ada"})
        uploader = client.uploader(
            file_stream=io.BytesIO(recording.read_bytes()),
            chunk_size=600_000,
            retries=200,
            retry_delay=0.05,
            metadata={"filename": "talk.wav"},
            upload_checksum=checked,
        )
        uploader.upload()
        assert proxy.cuts_left == 0
    assert kept(idle) == recording.read_bytes()
    assert handed_in(ada, files, uploader.url or "").status_code == 202


def test_a_pages_client_s_upload_arrives_whole(idle: Service, ada: httpx.Client, files: Files, recording: Path) -> None:
    assert TUS.exists(), "Fetch the page's parts first: make page"
    with cutting(idle.url, CUTS) as proxy:
        done = subprocess.run(
            [NODE, "--test", Path(__file__).parent / "tus.test.mjs"],
            env={"TUS": TUS.as_uri(), "SERVER": proxy.url, "USER_ID": "ada", "MEDIA": str(recording)},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert proxy.cuts_left == 0
    assert kept(idle) == recording.read_bytes()
    (address,) = re.findall(r'"url":"([^"]+)"', done.stdout)
    assert handed_in(ada, files, address).status_code == 202


@contextmanager
def sending(service: Service, address: str, data: bytes, length: int) -> Iterator[None]:
    """Another request, of which so many bytes have been sent and not all."""
    where = urlsplit(service.url)
    with socket.create_connection((where.hostname or "", where.port or 80), timeout=20) as connection:
        connection.sendall(patch_head(address, length) + data)
        with service.client() as client:
            eventually_sync(lambda: offset(client, address) == len(data))
        yield


def test_an_upload_outlives_its_api_and_belongs_to_one_request_of_all_apis(
    idle: Service, ada: httpx.Client, recording: Path
) -> None:
    data = recording.read_bytes()
    mortal = Service(idle.data_dir.parent, idle.store).start()
    try:
        address = begun(ada, len(data))
        with sending(mortal, address, data[:1_000_000], len(data)):
            assert add(ada, address, data[1_000_000:], 1_000_000).status_code == 423
            os.kill(mortal.pid, signal.SIGKILL)
            os.waitid(os.P_PID, mortal.pid, os.WEXITED | os.WNOWAIT)
        assert offset(ada, address) == 1_000_000
        assert add(ada, address, data[1_000_000:], 1_000_000).status_code == 204
    finally:
        mortal.stop()
    assert kept(idle) == data
