"""A night's worth of tasks on a system that nothing breaks: does anything pile up."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from chaos import SENTENCE, recording
from chaos_clients import Clients
from chaos_system import Member, System
from row import Row, print_machine, print_table

from cueweave.store.keys import WITHOUT_TTL

USERS, AT_ONCE, WARM_UP = 200, 20, 40
MIB = 1024**2


@dataclass(frozen=True, slots=True)
class Held:
    """What the APIs and workers hold, all together."""

    descriptors: int
    """Without connections to the store."""
    connections: int
    """To the store: pools keep as many as were needed at once."""
    processes: int
    memory: int
    """Bytes of the members themselves."""


def held(system: System) -> Held:
    """Measured when nothing runs."""
    members = [psutil.Process(member.pid) for member in [*(each for _, each in system.apis), *system.workers]]
    connections = sum(_to_store(member, system) for member in members)
    return Held(
        sum(member.num_fds() for member in members) - connections,
        connections,
        sum(len(member.children(recursive=True)) for member in members),
        sum(member.memory_info().rss for member in members),
    )


def _to_store(member: psutil.Process, system: System) -> int:
    return sum(bool(each.raddr) and each.raddr.port == system.proxy.port for each in member.net_connections("tcp"))


async def through(clients: Clients, first: int, count: int) -> None:
    """So many tasks from their acceptance to their fetched results."""
    async with httpx.AsyncClient(timeout=60) as http:
        following = asyncio.create_task(clients.follow(http, 24 * 3600))
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(number: int) -> None:
            async with gate:
                await clients.hand_in(http, f"user-{number % USERS}")

        await asyncio.gather(*(one(first + number) for number in range(count)))
        following.cancel()
        await clients.follow(http, 600)


def purge(system: System) -> None:
    """Delete all tasks for good."""
    Member("purge", system.command("purge", "--older-than", "0s", "--yes"), system.env, system.log("purge")).wait()


def stray_keys(system: System) -> list[str]:
    """Keys of tasks, and keys that live for ever without a reason."""
    names = [str(name) for name in system.redis.scan_iter("*", count=1000)]
    tasks = [name for name in names if name.startswith(("task:", "user:"))]
    ours = [name for name in names if name.startswith("cueweave:") and system.redis.ttl(name) == -1]
    return tasks + [name for name in ours if not any(fnmatch(name, pattern) for pattern in WITHOUT_TTL)]


def settled(system: System) -> Held:
    """After the tasks' own processes have gone."""
    time.sleep(5)
    return held(system)


def night_rows(count: int) -> list[Row]:
    """Warm up, look, live through the night, look again, delete all, look for what is left."""
    with tempfile.TemporaryDirectory(prefix="cueweave-night-") as name:
        folder = Path(name)
        media, subtitles = recording(folder)
        system = System(folder, workers=2, limits=(5, 40))
        chance = random.Random(1)  # noqa: S311
        clients = Clients([url for url, _ in system.apis], media, subtitles, SENTENCE.split(), chance)
        try:
            asyncio.run(through(clients, 0, WARM_UP))
            before = settled(system)
            began = time.monotonic()
            asyncio.run(through(clients, WARM_UP, count))
            minutes = (time.monotonic() - began) / 60
            after = settled(system)
            purge(system)
            keys, files = stray_keys(system), list((folder / "data" / "blobs").glob("*/*"))
        finally:
            left = system.close()
    told = clients.told
    completed = sum(status == "completed" for status in told.statuses.values())
    return [
        Row(f"{count} tasks, completed", str(completed - WARM_UP), f"{count / minutes:.0f} a minute"),
        Row("keys, files left when all are deleted", f"{len(keys)}, {len(files)}", "0, 0"),
        Row(
            "processes more than before; left at the end", f"{after.processes - before.processes}; {len(left)}", "0; 0"
        ),
        Row(
            "file descriptors more than before",
            str(after.descriptors - before.descriptors),
            f"0; {before.descriptors} before",
        ),
        Row(
            "connections to the store more than before",
            str(after.connections - before.connections),
            f"{before.connections} before; pools keep what was needed at once",
        ),
        Row(
            "memory more than before",
            f"{(after.memory - before.memory) / MIB:.0f} MiB",
            f"{before.memory / MIB:.0f} MiB before",
        ),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=2000)
    print_machine()
    print_table(night_rows(parser.parse_args().tasks))
