"""The store goes away, takes no writes, is full, is slow: nothing fails because of it, nothing is left behind."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from redis import Redis
from support.eventually import eventually
from support.keys import counts_agree
from support.valkey import Valkey
from support.workers import InProcessWorker, Submit, WorkerProcesses, alive, frozen_child_of

from cueweave.domain.tasks import Status, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk

TROUBLES = {
    "read-only": (("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    "full": (("CONFIG", "SET", "maxmemory", "1"), ("CONFIG", "SET", "maxmemory", "0")),
}


@pytest.fixture
def config(config: WorkConfig, own_valkey: Valkey) -> WorkConfig:
    """On a store that the test may break."""
    return replace(config, redis_url=own_valkey.url)


def tell(url: str, command: tuple[str, ...]) -> None:
    with Redis.from_url(url) as redis:
        redis.execute_command(*command)


async def test_a_running_task_outlives_the_stores_absence_in_one_attempt(
    own_valkey: Valkey, desk: Desk, submit: Submit, worker: InProcessWorker
) -> None:
    worker.start()
    task = await submit()
    child = await frozen_child_of(worker)
    own_valkey.kill()
    os.kill(child, signal.SIGCONT)
    await eventually(lambda: not alive(child), within=30)  # the work is done, and can't be told to anybody
    with pytest.raises(StoreUnavailable):
        await desk.task("ada", task.task_id)
    own_valkey.start()
    done = await desk.wait("ada", task.task_id, 60)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    assert await desk.result("ada", task.task_id)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_store_that_takes_no_writes_refuses_tasks_and_leaves_nothing(
    own_valkey: Valkey, config: WorkConfig, submit: Submit, trouble: str
) -> None:
    begin, end = TROUBLES[trouble]
    tell(own_valkey.url, begin)
    with pytest.raises(StoreUnavailable, match="try again later"):
        await submit()
    assert [path for path in (config.data_dir / "blobs").rglob("*") if path.is_file()] == []
    tell(own_valkey.url, end)
    assert (await submit()).status is Status.PENDING


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_running_task_waits_until_the_store_takes_writes_again(
    own_valkey: Valkey, desk: Desk, submit: Submit, worker: InProcessWorker, trouble: str
) -> None:
    begin, end = TROUBLES[trouble]
    worker.start()
    task = await submit()
    child = await frozen_child_of(worker)
    tell(own_valkey.url, begin)
    os.kill(child, signal.SIGCONT)
    await eventually(lambda: not alive(child), within=30)
    tell(own_valkey.url, end)
    assert (await desk.wait("ada", task.task_id, 60)).status is Status.COMPLETED


async def test_a_slow_store_slows_answers_and_fails_none(
    own_valkey: Valkey, desk: Desk, submit: Submit, worker: InProcessWorker
) -> None:
    worker.start()
    tell(own_valkey.url, ("CLIENT", "PAUSE", "2000", "ALL"))
    first = await submit()

    async def slow() -> None:
        for _ in range(3):
            await asyncio.to_thread(tell, own_valkey.url, ("CLIENT", "PAUSE", "2000", "ALL"))

    slowing = asyncio.create_task(slow())
    second = await submit()
    for task in (first, second):
        assert (await desk.wait("ada", task.task_id, 60)).status is Status.COMPLETED
    await slowing


async def test_a_running_task_fails_with_a_sentence_where_the_storage_is_full(
    desk: Desk, submit: Submit, workers: WorkerProcesses, config: WorkConfig
) -> None:
    worker = workers.start(concurrency=1)
    first = await submit()
    assert (await desk.wait("ada", first.task_id, 60)).status is Status.COMPLETED  # all processes are there now
    for process in [psutil.Process(worker.pid), *worker.descendants()]:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    second = await submit(seconds=60)
    failed = await desk.wait("ada", second.task_id, 60)
    assert (failed.status, failed.error_message) == (Status.FAILED, "The storage is full; please try again later.")
    key = TaskId.parse(second.task_id).key

    def files() -> list[Path]:
        return [path for path in config.data_dir.rglob("*") if key in str(path) and path.is_file()]

    await eventually(lambda: files() == [], within=5)
    assert (await desk.counts()).active == 0


async def test_moves_that_the_store_forgot_are_made_again(
    own_valkey: Valkey, config: WorkConfig, desk: Desk, submit: Submit, worker: InProcessWorker
) -> None:
    task = await submit()
    before = own_valkey.log()
    worker.start()
    child = await frozen_child_of(worker)
    own_valkey.kill()
    own_valkey.start_from(before)  # it knows of no worker that took the task
    assert (await desk.task("ada", task.task_id)).status is Status.PENDING
    os.kill(child, signal.SIGCONT)
    done = await desk.wait("ada", task.task_id, 60)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    assert counts_agree(config.redis_url)
