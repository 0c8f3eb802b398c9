"""Many clients that ask the same again and again, in a process of their own."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

LENGTH = b"content-length: "


@dataclass(frozen=True, slots=True)
class Load:
    """What came back."""

    per_second: float
    worst_95: float
    """Milliseconds within which 95 of 100 answers came."""
    failures: int
    """Answers that weren't 200."""


def load(address: tuple[str, int], path: str, user: str, *, connections: int, seconds: float) -> Load:
    """Ask from another process, so that whoever is asked has a processor of its own."""
    host, port = address
    command = [sys.executable, str(Path(__file__)), host, str(port), path, user, str(connections), str(seconds)]
    return Load(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))


async def _ask(address: tuple[str, int], question: bytes, until: float, times: list[float]) -> int:
    reader, writer = await asyncio.open_connection(*address)
    failures = 0
    while (began := time.perf_counter()) < until:
        writer.write(question)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        at = head.index(LENGTH) + len(LENGTH)
        await reader.readexactly(int(head[at : head.index(b"\r", at)]))
        times.append(time.perf_counter() - began)
        failures += not head.startswith(b"http/1.1 200")
    writer.close()
    return failures


async def _main(host: str, port: str, path: str, user: str, connections: str, seconds: str) -> None:
    question = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nX-User-ID: {user}\r\n\r\n".encode()
    times: list[float] = []
    began = time.perf_counter()
    until = began + float(seconds)
    asking = (_ask((host, int(port)), question, until, times) for _ in range(int(connections)))
    failures = sum(await asyncio.gather(*asking))
    took = time.perf_counter() - began
    worst = sorted(times)[int(0.95 * len(times))]
    print(json.dumps({"per_second": len(times) / took, "worst_95": 1000 * worst, "failures": failures}))


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
