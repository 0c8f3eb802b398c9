"""The store goes away, takes no writes, is full, is slow: nothing fails because of it, nothing is left behind."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from redis import Redis
from support.eventually import eventually
from support.valkey import Valkey
from support.workers import InProcessWorker, Submit, alive, submitter

from cueweave.domain.tasks import Status
from cueweave.errors import StoreUnavailable
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk

TROUBLES = {
    "read-only": (("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    "full": (("CONFIG", "SET", "maxmemory", "1"), ("CONFIG", "SET", "maxmemory", "0")),
}


@pytest.fixture
def own(own_valkey: Valkey, config: WorkConfig) -> WorkConfig:
    return replace(config, redis_url=own_valkey.url)


@pytest.fixture
async def own_desk(own: WorkConfig) -> AsyncIterator[Desk]:
    async with open_desk(own) as opened:
        yield opened


@pytest.fixture
def own_submit(own_desk: Desk, tmp_path: Path) -> Submit:
    return submitter(own_desk, tmp_path)


@pytest.fixture
async def own_worker(own: WorkConfig) -> AsyncIterator[InProcessWorker]:
    running = InProcessWorker(own)
    yield running
    await running.stop()


async def stopped_child(worker: InProcessWorker) -> int:
    """The process of the one running task, stopped by a signal so that the task takes as long as the test wants."""

    def leaders() -> list[int]:
        return [each.pid for each in worker.descendants() if alive(each.pid) and os.getsid(each.pid) == each.pid]

    (child,) = await eventually(leaders, within=60)
    os.kill(child, signal.SIGSTOP)
    return child


def tell(url: str, command: tuple[str, ...]) -> None:
    with Redis.from_url(url) as redis:
        redis.execute_command(*command)


async def test_a_running_task_outlives_the_stores_absence_in_one_attempt(
    own_valkey: Valkey, own_desk: Desk, own_submit: Submit, own_worker: InProcessWorker
) -> None:
    own_worker.start()
    task = await own_submit()
    child = await stopped_child(own_worker)
    own_valkey.kill()
    os.kill(child, signal.SIGCONT)
    await eventually(lambda: not alive(child), within=30)  # the work is done, and can't be told to anybody
    with pytest.raises(StoreUnavailable):
        await own_desk.task("ada", task.task_id)
    own_valkey.start()
    done = await own_desk.wait("ada", task.task_id, 60)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    assert await own_desk.result("ada", task.task_id)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_store_that_takes_no_writes_refuses_tasks_and_leaves_nothing(
    own_valkey: Valkey, own: WorkConfig, own_submit: Submit, trouble: str
) -> None:
    begin, end = TROUBLES[trouble]
    tell(own_valkey.url, begin)
    with pytest.raises(StoreUnavailable, match="try again later"):
        await own_submit()
    assert [path for path in (own.data_dir / "blobs").rglob("*") if path.is_file()] == []
    tell(own_valkey.url, end)
    assert (await own_submit()).status is Status.PENDING


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_running_task_waits_until_the_store_takes_writes_again(
    own_valkey: Valkey, own_desk: Desk, own_submit: Submit, own_worker: InProcessWorker, trouble: str
) -> None:
    begin, end = TROUBLES[trouble]
    own_worker.start()
    task = await own_submit()
    child = await stopped_child(own_worker)
    tell(own_valkey.url, begin)
    os.kill(child, signal.SIGCONT)
    await eventually(lambda: not alive(child), within=30)
    tell(own_valkey.url, end)
    assert (await own_desk.wait("ada", task.task_id, 60)).status is Status.COMPLETED


async def test_a_slow_store_slows_answers_and_fails_none(
    own_valkey: Valkey, own_desk: Desk, own_submit: Submit, own_worker: InProcessWorker
) -> None:
    own_worker.start()
    tell(own_valkey.url, ("CLIENT", "PAUSE", "2000", "ALL"))
    first = await own_submit()

    async def slow() -> None:
        for _ in range(3):
            await asyncio.to_thread(tell, own_valkey.url, ("CLIENT", "PAUSE", "2000", "ALL"))

    slowing = asyncio.create_task(slow())
    second = await own_submit()
    for task in (first, second):
        assert (await own_desk.wait("ada", task.task_id, 60)).status is Status.COMPLETED
    await slowing
