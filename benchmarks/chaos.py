"""`make chaos`: many tasks on a real system while things break, by a seeded schedule; what is lost, leaked, doubled."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import statistics
import sys
import tempfile
import time
import wave
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from chaos_clients import Clients
from chaos_spread import SpreadSystem
from chaos_system import System, task_processes
from chaos_watch import Seen, Watch
from row import Row, print_machine, print_table

USERS = 10
SENTENCE = "Nothing is lost and nothing is done twice."
LEASE = 5.0


@dataclass
class Faults:
    """The faults so far, and when each worker was killed with which tasks."""

    done: Counter[str] = field(default_factory=Counter)
    killed: list[tuple[float, set[str]]] = field(default_factory=list)


class Breaker:
    """Breaks one thing at a time, by chance, and lets it heal."""

    def __init__(self, system: System, chance: random.Random) -> None:
        self._system = system
        self._chance = chance
        self.faults = Faults()
        self._kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "worker kill -9": self._kill_worker,
            "API kill -9": self._kill_api,
            "store kill -9": self._kill_store,
            "worker SIGSTOP past its lease": self._freeze_worker,
            "network cut": self._cut_network,
            "worker SIGTERM": self._ask_worker,
            "task's process kill -9": self._kill_child,
        }
        if system.disk.there:
            self._kinds["disk full"] = self._fill_disk

    async def run(self, count: int, pause: float) -> None:
        """So many faults with about so many seconds between them."""
        for number in range(count):
            await asyncio.sleep(pause * (0.5 + self._chance.random()))
            self._tend()
            kinds = list(self._kinds)
            kind = kinds[number] if number < len(kinds) else self._chance.choice(kinds)
            self.faults.done[kind] += 1
            await self._kinds[kind]()

    def _tend(self) -> None:
        """Start again what ended by itself, as any supervisor does: a worker that finds no store when it starts."""
        for member in self._system.members():
            if not member.alive():
                member.start()

    async def _kill_worker(self) -> None:
        worker = self._chance.choice(self._system.workers)
        held = {str(task) for task in self._system.redis.hvals("cueweave:tickets")}
        self.faults.killed.append((time.monotonic(), held))
        worker.kill()
        await asyncio.sleep(self._chance.random())
        worker.start()

    async def _kill_child(self) -> None:
        worker = self._chance.choice(self._system.workers)
        for child in task_processes(worker)[:1]:
            with suppress(psutil.NoSuchProcess):  # it ended by itself just now
                child.kill()

    async def _kill_api(self) -> None:
        _, api = self._chance.choice(self._system.apis)
        api.kill()
        await asyncio.sleep(self._chance.random())
        api.start()

    async def _kill_store(self) -> None:
        self._system.store.kill()
        await asyncio.sleep(self._chance.uniform(0.1, 3))
        self._system.store.start()
        await asyncio.to_thread(self._system.wait_for_store)

    async def _freeze_worker(self) -> None:
        worker = self._chance.choice(self._system.workers)
        worker.send(signal.SIGSTOP)
        await asyncio.sleep(LEASE * self._chance.uniform(1.1, 1.6))
        worker.send(signal.SIGCONT)

    async def _cut_network(self) -> None:
        self._system.proxy.cut()
        await asyncio.sleep(self._chance.uniform(0.5, 8))
        self._system.proxy.mend()

    async def _fill_disk(self) -> None:
        await asyncio.to_thread(self._system.disk.fill)
        await asyncio.sleep(self._chance.uniform(0.5, 4))
        self._system.disk.free()

    async def _ask_worker(self) -> None:
        worker = self._chance.choice(self._system.workers)
        worker.send(signal.SIGTERM)
        await asyncio.to_thread(worker.wait)
        worker.start()


def recording(folder: Path) -> tuple[bytes, bytes]:
    """A second of near silence, and a subtitle: the work is short, so that faults hit all of it."""
    path = folder / "talk.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        chance = random.Random(1)  # noqa: S311
        file.writeframes(b"".join(chance.randrange(-99, 99).to_bytes(2, "little", signed=True) for _ in range(32000)))
    return path.read_bytes(), f"1\n00:00:00,100 --> 00:00:01,900\n{SENTENCE}\n".encode()


async def storm(clients: Clients, breaker: Breaker, tasks: int, faults: int) -> None:
    """Hand in all tasks while things break, then let the system come to rest."""
    async with httpx.AsyncClient(timeout=15) as http:
        handing_in = [clients.hand_in(http, f"user-{number % USERS}") for number in range(tasks)]
        following = asyncio.create_task(clients.follow(http, 3600))
        breaking = asyncio.create_task(breaker.run(faults, pause=1.0))
        gate = asyncio.Semaphore(USERS)

        async def through(call: Awaitable[None]) -> None:
            async with gate:
                await call

        await asyncio.gather(*map(through, handing_in))
        await breaking
        following.cancel()
        await clients.follow(http, 300)
        for task, status in list(clients.told.statuses.items()):
            if status == "completed":
                await clients.fetch(http, task)


def recovery(seen: Seen, faults: Faults) -> list[float]:
    """Seconds from the death of a worker to the next attempt of a task that it may have had."""
    found = []
    for moment, tasks in faults.killed:
        for task in tasks:
            later = [at - moment for number, at in seen.attempts.get(task, {}).items() if number > 1 and at > moment]
            found += [min(later)] if later and min(later) < 60 else []
    return found


def _lost(clients: Clients) -> list[str]:
    told = clients.told
    return [task for task in told.accepted if told.statuses.get(task) not in ("completed", "failed")]


def promises_broken(clients: Clients, seen: Seen) -> list[str]:
    """What no fault may ever cause."""
    told = clients.told
    lost = [f"lost: {task}" for task in _lost(clients)]
    twice = [f"changed: {task}" for task, digests in told.results.items() if len(digests) > 1]
    return [*lost, *told.broken, *twice, *told.backwards, *(f"counted: {numbers}" for numbers in seen.wrong)]


def rows(clients: Clients, seen: Seen, breaker: Breaker, left: list[str]) -> list[Row]:
    """The table."""
    told = clients.told
    lost = _lost(clients)
    failed = [task for task in told.accepted if told.statuses.get(task) == "failed"]
    twice = [task for task, digests in told.results.items() if len(digests) > 1]
    times = recovery(seen, breaker.faults)
    again = f"{statistics.median(times):.1f} / {max(times):.1f} s" if times else "no task was hit"
    return [
        Row(
            "faults",
            str(breaker.faults.done.total()),
            ", ".join(f"{n} {kind}" for kind, n in breaker.faults.done.items()),
        ),
        Row("tasks accepted", str(len(told.accepted)), f"{told.refused} refusals by limits or outages, tried again"),
        Row("of them lost", str(len(lost)), "0"),
        Row("failed", str(len(failed)), f"0 but for a full disk; {Counter(told.reasons).most_common(3)}"),
        Row(
            "results half, changed or of another attempt",
            str(len(told.broken) + len(twice)),
            f"0 of {len(told.results)}",
        ),
        Row("tasks that were over and then something else", str(len(told.backwards)), "0"),
        Row("counter different from the truth", str(len(seen.wrong)), f"0 of {seen.looks} looks"),
        Row("worker killed to the task running again, median / worst", again, "10 / 20 s"),
        Row("processes left over", str(len(left)), "0"),
    ]


def run(tasks: int, faults: int, seed: int, *, spread: bool = False) -> tuple[list[Row], list[str]]:
    """One storm, from nothing to nothing: the table, and the promises that were broken.

    `spread`: on four workers, in a bucket and behind nginx, instead of three in a folder.
    """
    chance = random.Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="cueweave-chaos-") as name:
        folder = Path(name)
        media, subtitles = recording(folder)
        system = (
            SpreadSystem(folder, workers=4, limits=(5, 40)) if spread else System(folder, workers=3, limits=(5, 40))
        )
        clients = Clients(system.servers, media, subtitles, SENTENCE.split(), chance)
        breaker = Breaker(system, chance)
        try:
            with Watch(system.store_port) as seen:
                asyncio.run(storm(clients, breaker, tasks, faults))
            left_behind = leftovers(system)
        finally:
            left = system.close()
        broken = [*promises_broken(clients, seen), *(f"left over: {each}" for each in left)]
        return [*rows(clients, seen, breaker, left), *left_behind], broken


def leftovers(system: System) -> list[Row]:
    """Keys and files that stay when all is over."""
    time.sleep(2)
    active = int(str(system.redis.get("global:active_tasks_count") or 0)) + int(system.redis.zcard("cueweave:active"))
    work = system.work_left()
    statuses = [_status(system, task) for task in system.media_left()]
    needless = [status for status in statuses if status not in (None, "completed")]
    cut_off = statuses.count(None)
    mended = int(str(system.redis.get("cueweave:counter_mended") or 0))
    return [
        Row("slots, work folders, uploads left", f"{active}, {len(work)}, {len(needless)}", "0, 0, 0"),
        Row("uploads cut off by the death of an API", str(cut_off), "clean-up takes them, 10 minutes or an hour later"),
        Row("counter mended", str(mended), "0"),
    ]


def _status(system: System, task: str) -> str | None:
    """None where there is none."""
    data = system.redis.hget(f"task:{task}", "data")
    return str(json.loads(str(data))["status"]) if data else None


def main() -> None:
    """Say the seed, storm, print the table; ends in 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=500)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--spread", action="store_true", help="four workers, a bucket, and nginx in front")
    asked = parser.parse_args()
    print_machine()
    again = f"--tasks {asked.tasks} --faults {asked.faults} --seed {asked.seed}{' --spread' if asked.spread else ''}"
    print(f"To repeat it: python benchmarks/chaos.py {again}")
    table, broken = run(asked.tasks, asked.faults, asked.seed, spread=asked.spread)
    print_table(table)
    if broken:
        sys.exit("\n".join(["", "Broken promises:", *broken]))


if __name__ == "__main__":
    main()
