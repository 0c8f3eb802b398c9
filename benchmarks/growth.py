"""What things cost as they become many: processor time at three sizes, and the exponent by which it grows."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
from redis import Redis

sys.path.insert(0, str(Path(__file__).parent))

from language_growth import SIZES, words_seconds
from load import load
from row import Row, growing, print_machine, print_table
from small_service import HOST, SmallService, busy, fill

from cueweave.domain.tasks import TaskId
from cueweave.store.tasks import open_tasks

FINISHED = (1_000, 10_000, 100_000)
USERS = (100, 1_000, 10_000)
WAITING = (100, 1_000, 10_000)
CONNECTIONS = (16, 64, 256)
ASKS, TURNS = 300, 100
MS = "ms of processor"


def growth_rows() -> list[Row]:
    """Of what the service keeps, who uses it, and of words; how work grows with a medium is measured with media."""
    return [
        *_kept(),
        *_used(),
        growing("a turn given to a worker, while so many tasks wait", WAITING, [_turn(count) for count in WAITING], MS),
        growing("a status, on so many connections", CONNECTIONS, _crowds(), MS),
        growing("what so many words are about, offline", SIZES, [1000 * words_seconds(size) for size in SIZES], MS),
    ]


def _kept() -> list[Row]:
    return _asked(
        FINISHED, "while so many finished ones of the user's are kept", lambda url, count: fill(url, 0, count)
    )


def _used() -> list[Row]:
    def fill_with(url: str, count: int) -> None:
        fill(url, count, 0, users=count)

    return _asked(USERS, "while so many users have a task", fill_with)


def _asked(counts: Sequence[int], when: str, fill_with: Callable[[str, int], None]) -> list[Row]:
    """A status, a list, and what the operator sees, in processor time of API and store."""
    asked: dict[str, list[float]] = {}
    for count in counts:
        with SmallService() as service:
            task_id = service.task()
            fill_with(service.store.url, count)
            port = service.api(CUEWEAVE_RATE_LIMITS="off")
            pids = [service.members[port].pid, service.store.info("process_id")]
            user = task_id.partition(":")[0]
            with httpx.Client(base_url=f"http://{HOST}:{port}", headers={"X-User-ID": user}, timeout=120) as client:
                for what, path in (
                    ("a status", f"/tasks/{task_id}/status"),
                    ("a list of 50 tasks", "/users/me/tasks"),
                    ("the numbers for the operator", "/metrics"),
                ):
                    cost = _cost(pids, lambda path=path: client.get(path).raise_for_status())  # type: ignore[misc]
                    asked.setdefault(what, []).append(cost)
    return [growing(f"{what}, {when}", counts, costs, MS) for what, costs in asked.items()]


def _cost(pids: list[int], ask: Callable[[], object]) -> float:
    """Milliseconds of processor for each time."""
    ask()
    before = busy(pids)
    for _ in range(ASKS):
        ask()
    return 1000 * (busy(pids) - before) / ASKS


def _turn(waiting: int) -> float:
    """Milliseconds of the store's processor for one turn, each task being of a user of its own."""
    with SmallService() as service:
        with Redis.from_url(service.store.url) as redis:
            fill(service.store.url, waiting, 0)
            redis.set("global:active_tasks_count", waiting)
        pid = service.store.info("process_id")

        async def take() -> float:
            async with open_tasks(service.store.url, result_ttl=600) as store:
                before = busy([pid])
                for _ in range(TURNS):
                    await store.move.take(TaskId.new("nobody"), most=3, message="")
                return 1000 * (busy([pid]) - before) / TURNS

        return asyncio.run(take())


def _crowds() -> list[float]:
    with SmallService() as service:
        task_id = service.task()
        port = service.api(CUEWEAVE_RATE_LIMITS="off")
        pids = [service.members[port].pid, service.store.info("process_id")]
        path, user = f"/tasks/{task_id}/status", task_id.partition(":")[0]
        costs = []
        for count in CONNECTIONS:
            before = busy(pids)
            found = load((HOST, port), path, user, connections=count, seconds=4)
            costs.append(1000 * (busy(pids) - before) / (4 * found.per_second))
        return costs


if __name__ == "__main__":
    print_machine()
    print_table(growth_rows())
