"""The store fails over while there is work: nothing is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace

import pytest
from support.eventually import eventually
from support.keys import counts_agree
from support.sentinels import Watched, watched  # noqa: F401
from support.workers import InProcessWorker, Submit, frozen_child_of

from cueweave.domain.tasks import Status
from cueweave.errors import StoreUnavailable
from cueweave.store.rates import Rate, Window, open_rates
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk


@pytest.fixture
def config(config: WorkConfig, watched: Watched) -> WorkConfig:  # noqa: F811
    return replace(config, redis_url=watched.url)


async def test_tasks_outlive_the_death_of_the_master(
    watched: Watched,  # noqa: F811
    desk: Desk,
    submit: Submit,
    worker: InProcessWorker,
) -> None:
    worker.start(concurrency=1)
    running = await submit()
    child = await frozen_child_of(worker)
    waiting = await submit()
    await asyncio.to_thread(watched.fail_over)
    os.kill(child, signal.SIGCONT)
    for task in (running, waiting):
        done = await desk.wait("ada", task.task_id, 60)
        assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    later = await submit()
    assert (await desk.wait("ada", later.task_id, 60)).status is Status.COMPLETED
    assert counts_agree(f"redis://127.0.0.1:{watched.master()}")


async def test_a_master_that_comes_back_as_a_replica_is_not_written_to(
    watched: Watched,  # noqa: F811
    desk: Desk,
    submit: Submit,
) -> None:
    ten, old = Window("all", "ada", Rate(10, 600)), watched.master()
    async with open_rates(watched.other_url) as rates:

        async def left() -> int | None:
            try:
                return (await rates.count([ten]))[0].remaining
            except StoreUnavailable:
                return None

        first = await submit()
        assert await left() == 9
        await asyncio.to_thread(watched.fail_over)
        await asyncio.to_thread(watched.start_server, old)
        second = await submit()
        assert await eventually(left) == 8
    for task in (first, second):
        assert (await desk.task("ada", task.task_id)).status is Status.PENDING
    assert counts_agree(f"redis://127.0.0.1:{watched.master()}")
