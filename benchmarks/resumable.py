"""Whether a large upload arrives whole over connections that break, how fast, and what it costs the API in memory.

.venv/bin/python benchmarks/resumable.py [--bytes N] [--cuts N]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from api.resuming import BYTES, VERSION, begun
from api.service import Service
from row import Row, print_machine, print_table
from support.cutting import cutting
from support.valkey import Valkey

GIB = 1024**3
MIB = 1024**2
PIECE = os.urandom(MIB)
PAUSE = 0.05
"""Seconds after a break, as clients make one."""
PROBE = 16 * MIB


def content(offset: int, length: int) -> Iterator[bytes]:
    """What is uploaded, from there on: no piece is the same as another."""
    while offset < length:
        number, within = divmod(offset, MIB)
        piece = (number.to_bytes(8) + PIECE[8:])[within : within + length - offset]
        yield piece
        offset += len(piece)


@dataclass(frozen=True)
class Sent:
    """How it went."""

    seconds: float
    requests: int
    """Each PATCH, those that were refused since the server had not yet noticed that the one before broke, too."""


def send(url: str, length: int) -> Sent:
    """Upload so many bytes, from where the server is after each break."""
    began, requests = time.monotonic(), 0
    with httpx.Client(base_url=url, headers={"X-User-ID": "ada"}, timeout=120) as client:
        address = begun(client, length)
        offset = 0
        while offset < length:
            asked = VERSION | BYTES | {"Upload-Offset": str(offset), "Content-Length": str(length - offset)}
            requests += 1
            try:
                answer = client.patch(address, content=content(offset, length), headers=asked)
                broke = answer.status_code in (409, 423)
                if not broke:
                    answer.raise_for_status()
            except httpx.TransportError:
                broke = True
            if broke:
                time.sleep(PAUSE)
            offset = int(client.head(address, headers=VERSION).headers["upload-offset"])
    return Sent(time.monotonic() - began, requests)


def memory(pid: int) -> tuple[float, float]:
    """MiB that the process holds now, and at most so far."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024, int(lines["VmHWM"].split()[0]) / 1024


def is_whole(service: Service, length: int) -> bool:
    """Whether what the server has is what was sent, by sha256."""
    (kept,) = (service.data_dir / "blobs/resumable").glob("*/*/media")
    with kept.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    wanted = hashlib.sha256()
    for piece in content(0, length):
        wanted.update(piece)
    return found == wanted.hexdigest()


def measure(service: Service, length: int, cuts: int) -> list[Row]:
    """The rows of one run."""
    send(service.url, PROBE)  # what the first upload loads isn't what a larger one costs
    service.wipe()
    Path(f"/proc/{service.pid}/clear_refs").write_text("5")  # the most so far counts from now on
    now, _ = memory(service.pid)
    with cutting(service.url, [length // (cuts + 1)] * cuts) as proxy:
        sent = send(proxy.url, length)
        left = proxy.cuts_left
    after, peak = memory(service.pid)
    whole = is_whole(service, length)
    service.wipe()
    direct = send(service.url, length)
    size = f"{length / GIB:.4g} GiB"
    if left or not whole:
        raise SystemExit(f"What arrived is not what was sent, or {left} connections were not cut.")
    return [
        Row(f"{size} over a connection cut {cuts} times: arrives whole (sha256)", "yes", f"{sent.requests} requests"),
        Row("the same: MiB/s", f"{length / MIB / sent.seconds:.0f}", f"{length / MIB / direct.seconds:.0f} uncut"),
        Row("memory of the API grows by, MiB", f"{after - now:.1f}", f"{peak - now:.1f} at most"),
    ]


def main() -> None:
    """One run on a service of its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=2 * GIB)
    options.add_argument("--cuts", type=int, default=10)
    asked = options.parse_args()
    print_machine()
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        valkey = Valkey(Path(folder))
        valkey.start()
        service = Service(Path(folder), valkey)
        try:
            print_table(measure(service.start(), asked.bytes, asked.cuts))
        finally:
            service.stop()
            valkey.kill()


if __name__ == "__main__":
    main()
