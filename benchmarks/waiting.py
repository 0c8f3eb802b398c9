"""Many tasks waiting: is the order fair, and does handing in the next one stay quick."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))

from chaos import recording
from chaos_system import System
from row import Row, print_machine, print_table

from cueweave.domain.tasks import TaskId
from cueweave.store.tasks import open_tasks

USERS, EACH = 400, 5
PROBES = 60


async def _hand_in(http: httpx.AsyncClient, url: str, user: str, files: dict[str, tuple[str, bytes]]) -> float:
    began = time.perf_counter()
    answer = await http.post(f"{url}/process/srt_media/", headers={"X-User-ID": user}, files=files)
    answer.raise_for_status()
    return time.perf_counter() - began


async def _measure(system: System, files: dict[str, tuple[str, bytes]]) -> tuple[list[float], list[float], list[str]]:
    """Seconds of handing in a task while few wait and while all wait, and the users in the order of their turns."""
    (url, _), *_ = system.apis
    async with httpx.AsyncClient(timeout=60) as http:
        await _ready(http, url)
        few = [await _hand_in(http, url, f"early-{number}", files) for number in range(PROBES)]
        gate = asyncio.Semaphore(4)

        async def through(user: str) -> None:
            async with gate:
                await _hand_in(http, url, user, files)

        await asyncio.gather(*(through(f"user-{number}") for number in range(USERS) for _ in range(EACH)))
        many = [await _hand_in(http, url, f"late-{number}", files) for number in range(PROBES)]
    async with open_tasks(f"redis://127.0.0.1:{system.store_port}", result_ttl=600) as store:
        turns = []
        for _ in range(USERS * EACH + 2 * PROBES):
            _, task = await store.move.take(TaskId.new("nobody"), most=3, message="")
            assert task  # noqa: S101 - as many turns as tasks
            turns.append(TaskId.parse(task.task_id).user)
    return few, many, turns


async def _ready(http: httpx.AsyncClient, url: str) -> None:
    while True:
        try:
            if (await http.get(f"{url}/healthz")).status_code == 200:
                return
        except httpx.HTTPError:
            await asyncio.sleep(0.1)


def waiting_rows() -> list[Row]:
    """No worker runs: all tasks wait; then their turns are taken one after the other, all being kept running."""
    with tempfile.TemporaryDirectory(prefix="cueweave-waiting-") as name:
        media, subtitles = recording(Path(name))
        files = {"media_file": ("talk.wav", media), "srt_file": ("talk.srt", subtitles)}
        system = System(Path(name), workers=0, limits=(EACH, 10 * USERS * EACH))
        try:
            few, many, turns = asyncio.run(_measure(system, files))
        finally:
            system.close()
    rounds = [len(set(turns[at : at + USERS])) for at in range(2 * PROBES, len(turns), USERS)]
    return [
        Row(
            f"handing in a task while {len(turns)} of {USERS} users wait, median / 95%",
            f"{_milliseconds(many)} ms",
            f"{_milliseconds(few)} ms while none do; at most 50 ms",
        ),
        Row(f"different users in each round of {USERS} turns", ", ".join(map(str, rounds)), f"{USERS} each"),
    ]


def _milliseconds(seconds: list[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f} / {1000 * statistics.quantiles(seconds, n=20)[-1]:.0f}"


if __name__ == "__main__":
    print_machine()
    print_table(waiting_rows())
