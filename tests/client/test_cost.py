"""What the client costs: little to import, and the same memory for any upload."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from client.scripted import Told, answering

SIZE = 200 * 2**20
IMPORT = """
import sys
import cueweave.client
ours = {name.split(".")[1] for name in sys.modules if name.startswith("cueweave.")}
heavy = {"numpy", "av", "pydantic", "fastapi", "starlette", "redis", "docket", "uvicorn", "scipy", "PIL", "structlog"}
print(sorted(ours), sorted(heavy & {name.split(".")[0] for name in sys.modules}))
"""
UPLOAD = """
import asyncio, resource, sys
from cueweave.client import AsyncClient, Client

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

async def awaited(url, *files):
    async with AsyncClient(url, user="ada") as client:
        before = peak()
        await client.submit(*files)
        return peak() - before

def blocking(url, *files):
    with Client(url, user="ada") as client:
        before = peak()
        client.submit(*files)
        return peak() - before

kind, url, *files = sys.argv[1:]
print(asyncio.run(awaited(url, *files)) if kind == "awaited" else blocking(url, *files))
"""


def run(program: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


def test_importing_it_loads_neither_the_server_nor_anything_heavy() -> None:
    assert run(IMPORT) == "['client', 'clients', 'domain', 'errors'] []"


@pytest.mark.parametrize("kind", ["blocking", "awaited"])
def test_an_upload_of_200_mib_takes_no_more_memory_than_a_small_one(kind: str, tmp_path: Path) -> None:
    with (tmp_path / "long.mp4").open("wb") as file:
        file.truncate(SIZE)
    receipt = {"task_id": "ada:x", "status": "pending", "message": "Task created."}
    with answering(Told(202, receipt)) as server:
        grown = int(run(UPLOAD, kind, server.url, str(tmp_path / "long.mp4")))
    assert int(server.questions[0][1]["Content-Length"]) > SIZE
    assert grown < 20 * 1024  # KiB
