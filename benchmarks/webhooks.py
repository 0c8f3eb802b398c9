"""1,000 tasks end, their receiver fails half of the time, and workers are killed meanwhile: who is told, and how.

The tasks end as all tasks end, in the store; nothing is transcribed. The first pause after a failure is 2 ms here, not
5 s, so that ten failures in a row, which one task in a thousand meets, take a minute and not hours.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from ipaddress import ip_network
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from row import Row, print_machine, print_table
from support.made import a_task
from support.receiver import SECRET, Receiver, is_signed
from support.valkey import Valkey
from support.workers import program_of

from cueweave.clients.outbound.addresses import Allowed
from cueweave.domain.tasks import TaskId
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work.config import Webhooks, WorkConfig

LOOPBACK = Allowed(networks=(ip_network("127.0.0.0/8"),), http=True)
WORKERS = 2
KILL_SECONDS, KILLS = 3.0, 6


async def end_tasks(store: TaskStore, count: int, url: str) -> set[str]:
    """So many tasks, a third each completed, failed and cancelled; their ids."""
    ids = set()
    for number in range(count):
        task = a_task(callback_url=url)
        task_id = TaskId.parse(task.task_id)
        await store.move.create(task, user_limit=count, limit=count)
        if number % 3 == 0:
            await store.move.cancel(task_id)
        else:
            _, taken = await store.move.take(task_id, most=3, message="")
            attempt = taken.attempt if taken else 0
            await (store.move.finish(task_id, attempt) if number % 3 == 1 else store.move.fail(task_id, attempt, "No."))
        ids.add(task.task_id)
    return ids


async def run(count: int, seconds: float) -> list[Row]:
    """All of it; ends when nothing is owed any more, or when the time is up."""
    chance, kills = random.Random(20), 0  # noqa: S311 - to fail by
    with tempfile.TemporaryDirectory(prefix="cw-") as folder, Receiver() as receiver:
        receiver.answer = lambda _: 503 if chance.random() < 0.5 else 200
        valkey = Valkey(Path(folder))
        valkey.start()
        webhooks = Webhooks((SECRET,), first_pause=0.002)
        config = WorkConfig(valkey.url, Path(folder) / "data", outbound=LOOPBACK, webhooks=webhooks, lease_seconds=2.0)
        workers = [program_of(config) for _ in range(WORKERS)]
        began = time.monotonic()
        try:
            async with open_tasks(valkey.url, result_ttl=86400) as store:
                ended = asyncio.create_task(end_tasks(store, count, receiver.url))
                killed_at = began
                while not ended.done() or await store.deliveries.waiting():
                    if time.monotonic() > began + seconds:
                        break
                    if time.monotonic() > killed_at + KILL_SECONDS and kills < KILLS:
                        workers.pop(0).kill()
                        workers.append(program_of(config))
                        kills, killed_at = kills + 1, time.monotonic()
                    await asyncio.sleep(0.2)
                ids = await ended
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()
            valkey.kill()
    return _rows(receiver, ids, kills, time.monotonic() - began)


def _rows(receiver: Receiver, ids: set[str], kills: int, seconds: float) -> list[Row]:
    told = {message.told["data"]["task_id"] for message in receiver.taken}
    unsigned = sum(not is_signed(message.headers, message.body, SECRET) for message in receiver.messages)
    names = {(message.told["data"]["task_id"], message.id) for message in receiver.messages}
    return [
        Row("tasks that ended", str(len(ids)), f"{kills} workers killed, {seconds:.0f} s"),
        Row("messages sent", str(len(receiver.messages)), f"{len(receiver.messages) - len(receiver.taken)} refused"),
        Row("tasks of which nobody was told (lost)", str(len(ids - told)), "0"),
        Row("messages that were not signed", str(unsigned), "0"),
        Row("messages that changed their webhook-id", str(len(names) - len({task for task, _ in names})), "0"),
        Row("messages delivered twice", str(len(receiver.taken) - len(told)), "one for each that a dying worker sent"),
    ]


def main() -> None:
    """Print the table; ends with 1 where one is lost or unsigned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=1800, help="give up after so long")
    arguments = parser.parse_args()
    print_machine()
    rows = asyncio.run(run(arguments.tasks, arguments.seconds))
    print_table(rows)
    sys.exit(any(row.ours != "0" for row in rows if row.beside == "0"))


if __name__ == "__main__":
    main()
