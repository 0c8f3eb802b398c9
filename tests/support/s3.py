"""A real S3-compatible server for tests, and a way to it that can be cut."""

from __future__ import annotations

import os
import re
import select
import socket
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from math import inf

import httpx
import obstore
import pytest

from cueweave.store.bucket import BRIEF, Bucket
from cueweave.store.bucket_client import open_bucket
from support.eventually import eventually_sync
from support.tls import TLS

OTHER = os.environ.get("CUEWEAVE_TEST_S3", "")
"""The address of another server, in which anybody may make buckets."""
KEY_ID, _, KEY = os.environ.get("CUEWEAVE_TEST_S3_KEYS", "testing:testing-secret").partition(":")
KEYS = {"AWS_ACCESS_KEY_ID": KEY_ID, "AWS_SECRET_ACCESS_KEY": KEY}
PROGRAM = "import sys; from moto.server import main; main(sys.argv[1:])"


class S3Server:
    """moto's server, or the other one."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.address = OTHER or f"http://127.0.0.1:{port}"
        self._process: subprocess.Popen[bytes] | None = None
        if not OTHER:
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "-H", "127.0.0.1", "-p", str(port)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        eventually_sync(self._answers, within=30)

    def _answers(self) -> bool:
        try:
            return httpx.get(self.address, verify=TLS).status_code > 0
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        """End it; what it holds is gone."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def make_bucket(self, prefix: str = "some/where") -> S3Box:
        """A new, empty one."""
        name = f"box-{uuid.uuid4()}"
        httpx.put(f"{self.address}/{name}", verify=TLS).raise_for_status()
        return S3Box(bucket_at(self.address, name, prefix))


def bucket_at(address: str, name: str, prefix: str = "") -> Bucket:
    """With the keys of tests."""
    return Bucket(
        name=name,
        prefix=prefix,
        endpoint=address,
        access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
    )


class S3Box:
    """A bucket, with the eyes of its operator."""

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket
        self.store = open_bucket(bucket, BRIEF)

    def names(self, folder: str | None = None) -> set[str]:
        """Of all objects, below our prefix."""
        return {each["path"] for page in obstore.list(self.store, folder) for each in page}

    def half_uploads(self) -> list[str]:
        """Multipart uploads that were neither completed nor aborted."""
        answer = httpx.get(f"{self.bucket.endpoint}/{self.bucket.name}?uploads", verify=TLS).raise_for_status()
        return re.findall(r"<Key>(.*?)</Key>", answer.text)

    def settings(self) -> dict[str, str]:
        """What an operator sets to have files kept there."""
        return {"CUEWEAVE_STORAGE": self.bucket.address, "AWS_ENDPOINT_URL": self.bucket.endpoint, **KEYS}


class Relay:
    """A way to a server that can be cut: then nobody gets through, and who was on the way is thrown out."""

    def __init__(self, address: str) -> None:
        self._to = (httpx.URL(address).host, httpx.URL(address).port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._is_cut = False
        self._left: float = inf
        """Bytes that may still pass."""
        self.refused = 0
        """How many have tried in vain."""
        self._lock = threading.Lock()
        self.address = "http://{}:{}".format(*self._listener.getsockname())
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(self._to) as server:
            with self._lock:
                if self._is_cut:
                    self.refused += 1
                    return
                self._open |= {client, server}
            with suppress(ValueError):  # closed meanwhile
                while ready := select.select([client, server], [], [])[0]:
                    for each in ready:
                        data = each.recv(65536)
                        if not data:
                            return
                        (server if each is client else client).sendall(data)
                        self._left -= len(data)
                        if self._left < 0:
                            self.cut()

    def cut(self, *, after: float = 0) -> None:
        """When so many bytes more have passed."""
        if after:
            self._left = after
            return
        with self._lock:
            self._is_cut = True
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
            self._open.clear()

    def mend(self) -> None:
        """It works again."""
        self._left, self._is_cut = inf, False

    def close(self) -> None:
        """For good."""
        self.cut()
        self._listener.close()


@contextmanager
def relayed(box: S3Box) -> Iterator[tuple[Relay, S3Box]]:
    """A way to the bucket that can be cut."""

    relay = Relay(box.bucket.endpoint)
    try:
        yield relay, S3Box(replace(box.bucket, endpoint=relay.address))
    finally:
        relay.close()


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3Server]:
    """One server for all tests of a process."""
    server = S3Server()
    yield server
    server.stop()


@pytest.fixture
def s3(s3_server: S3Server) -> S3Box:
    """A real, empty bucket."""
    return s3_server.make_bucket()
