"""How long others wait for a status while two hundred clients send heads and bodies a byte at a time."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx

sys.path.insert(0, str(Path(__file__).parent))

from chaos import recording
from chaos_system import System
from row import Row, print_machine, print_table

SLOW = 200
ASKS = 400
PAUSE = 0.02
"""Seconds between two questions, and between two rounds of bytes."""
MOST_MILLISECONDS = 250
HEAD = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"
BODY = (
    b"POST /process/srt_media/ HTTP/1.1\r\nHost: x\r\nX-User-ID: mallory\r\nContent-Length: 1000000\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    b'--x\r\nContent-Disposition: form-data; name="media_file"\r\n\r\n'
)


async def _drip(url: str, beginning: bytes) -> None:
    """One slow client: as soon as the server ends it, it comes again."""
    where = urlsplit(url)
    while True:
        try:
            reader, writer = await asyncio.open_connection(where.hostname, where.port)
        except OSError:
            await asyncio.sleep(PAUSE)
            continue
        try:
            writer.write(beginning)
            while not reader.at_eof() and not writer.is_closing():
                writer.write(b"a")
                await writer.drain()
                await asyncio.sleep(50 * PAUSE)
        except ConnectionError:
            continue
        finally:
            writer.close()


@asynccontextmanager
async def _crowd(url: str) -> AsyncIterator[None]:
    clients = [asyncio.create_task(_drip(url, HEAD if number % 2 else BODY)) for number in range(SLOW)]
    await asyncio.sleep(3)
    yield
    for client in clients:
        client.cancel()
    await asyncio.gather(*clients, return_exceptions=True)


async def _latencies(http: httpx.AsyncClient, address: str) -> list[float]:
    """Milliseconds of each question, as another user asks it."""
    found = []
    for _ in range(ASKS):
        began = time.perf_counter()
        (await http.get(address, headers={"X-User-ID": "ada"})).raise_for_status()
        found.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(PAUSE)
    return found


async def _measure(url: str, files: dict[str, tuple[str, bytes]]) -> tuple[list[float], list[float]]:
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:
        while not await _is_there(http):  # noqa: ASYNC110 - the other end is another process
            await asyncio.sleep(0.1)
        created = await http.post("/process/srt_media/", headers={"X-User-ID": "ada"}, files=files)
        address = created.raise_for_status().headers["Location"]
        alone = await _latencies(http, address)
        async with _crowd(url):
            return alone, await _latencies(http, address)


async def _is_there(http: httpx.AsyncClient) -> bool:
    try:
        return (await http.get("/healthz")).status_code == 200
    except httpx.HTTPError:
        return False


def slow_client_rows() -> list[Row]:
    """No worker runs; the clients are on the same machine, so they take from the server's processors, too."""
    with tempfile.TemporaryDirectory(prefix="cueweave-slow-") as name:
        media, subtitles = recording(Path(name))
        system = System(Path(name), workers=0, limits=(5, 20))
        try:
            files = {"media_file": ("talk.wav", media), "srt_file": ("talk.srt", subtitles)}
            alone, beside = asyncio.run(_measure(system.apis[0][0], files))
        finally:
            system.close()
    return [
        Row(
            f"a status while {SLOW} clients send a byte a second, median / 95%",
            f"{_shown(beside)} ms",
            f"{_shown(alone)} ms without them; at most {MOST_MILLISECONDS} ms",
        )
    ]


def _shown(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):.0f} / {statistics.quantiles(milliseconds, n=20)[-1]:.0f}"


if __name__ == "__main__":
    print_machine()
    print_table(slow_client_rows())
