"""Workers are seen at their work, and stop when an operator asks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.eventually import eventually
from support.workers import InProcessWorker, Submit, WorkerProcesses, frozen_child_of

from cueweave.errors import BadInput
from cueweave.store.crew import Member
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.overview import Lookout, open_lookout

LONG = 30.0


async def the_worker(lookout: Lookout) -> Member:
    (worker,) = await eventually(lookout.workers)
    return worker


async def test_a_worker_is_listed_with_what_it_runs_until_it_ends(
    config: WorkConfig, submit: Submit, worker: InProcessWorker
) -> None:
    async with open_lookout(config) as lookout:
        task = await submit(seconds=LONG)
        worker.start(concurrency=2, drain_seconds=0.0)
        await frozen_child_of(worker)

        async def runs_it() -> bool:
            return [each.tasks for each in await lookout.workers()] == [(task.task_id,)]

        await eventually(runs_it, within=60)
        seen = await lookout.overview()
        assert [(each.concurrency, each.draining) for each in seen.workers] == [(2, False)]
        assert [each.task_id for each in seen.active] == [task.task_id]
        await worker.stop()
        assert await lookout.workers() == []


async def test_a_drained_worker_hands_back_what_it_can_not_finish_and_ends(
    config: WorkConfig, desk: Desk, submit: Submit, workers: WorkerProcesses
) -> None:
    process = workers.start(replace(config, drain_seconds=1.0))
    task = await submit(seconds=LONG)
    await frozen_child_of(process)
    async with open_lookout(config) as lookout:
        was = await lookout.drain((await the_worker(lookout)).name)
        assert was.name.endswith(f"#{process.pid}")
        assert process.wait(30) == 0
    assert "asked to drain" in process.log.read_text()
    handed_back = await desk.task("ada", task.task_id)
    assert not handed_back.status.is_over
    assert "task handed back" in process.log.read_text()


async def test_a_worker_that_nobody_knows_can_not_be_drained(config: WorkConfig) -> None:
    async with open_lookout(config) as lookout:
        with pytest.raises(BadInput, match="`cueweave workers` lists them"):
            await lookout.drain("nobody#1")
