"""From a submitted task to its end, with real workers and real child processes."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from redis import Redis
from support.eventually import eventually
from support.valkey import Valkey
from support.workers import (
    InProcessWorker,
    Submit,
    WorkerProcess,
    WorkerProcesses,
    alive,
    child_of,
    frozen_child_of,
    session_leaders,
    submitter,
)

from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.store.scripts import Scripts
from cueweave.store.tasks import TaskStore
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk

LONG = 900.0
"""Seconds of a recording that keeps a child busy for longer than any of these tests."""

KEPT = {"owner", "result.json", "media"}
"""The files of a task that is completed and has no pictures."""


async def over(desk: Desk, task: Task, *, within: float = 60) -> Task:
    return await desk.wait("ada", task.task_id, within)


def task_files(config: WorkConfig, task: Task) -> list[str]:
    key = TaskId.parse(task.task_id).key
    return [str(path) for path in config.data_dir.rglob("*") if key in str(path) and path.is_file()]


def let_go_on(child: int) -> None:
    os.kill(child, signal.SIGCONT)


def gone(worker: WorkerProcess | InProcessWorker, child: int) -> bool:
    return child not in session_leaders(worker)


async def test_a_task_is_completed_and_its_result_is_kept(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit()
    done = await over(desk, task)
    assert (done.status, done.stage, done.progress, done.attempt) == (Status.COMPLETED, Stage.COMPLETED, 100, 1)
    result = json.loads(await desk.result("ada", task.task_id))
    assert result["paragraphs"][0]["words"]
    await eventually(lambda: {Path(name).name for name in task_files(config, task)} == KEPT)
    counts = await desk.counts()
    assert counts.active == 0
    assert counts.by_status[Status.COMPLETED] == 1


@pytest.mark.parametrize("keep_media", [True, False])
async def test_the_medium_stays_as_long_as_the_operator_wants_it_to(
    desk: Desk, submit: Submit, config: WorkConfig, *, keep_media: bool
) -> None:
    worker = InProcessWorker(replace(config, keep_media=keep_media))
    worker.start()
    task = await submit()
    assert (await over(desk, task)).status is Status.COMPLETED
    await worker.stop()
    assert {Path(name).name for name in task_files(config, task)} == (KEPT if keep_media else KEPT - {"media"})


async def test_stage_seconds_are_counted(desk: Desk, submit: Submit, worker: InProcessWorker) -> None:
    worker.start()
    await over(desk, await submit())

    async def counted() -> bool:
        return (await desk.counts()).tally.stage_seconds.get("aligning", (0, 0))[1] == 1

    await eventually(counted)


async def test_no_more_tasks_run_at_once_than_the_worker_was_told(
    desk: Desk, submit: Submit, worker: InProcessWorker
) -> None:
    tasks = [await submit(seconds=LONG) for _ in range(3)]
    worker.start(concurrency=2)
    await eventually(lambda: len(session_leaders(worker)) == 2, within=60)
    counts = await desk.counts()
    assert counts.by_status[Status.PENDING] == counts.queued == 1
    assert len(session_leaders(worker)) == 2
    for task in tasks:
        await desk.cancel("ada", task.task_id)


async def test_a_cancelled_task_stops_and_its_files_go(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit(seconds=LONG)
    child = await child_of(worker)
    before = asyncio.get_running_loop().time()
    cancelled = await desk.cancel("ada", task.task_id)
    assert asyncio.get_running_loop().time() - before < 1
    assert cancelled.status is Status.CANCELLED
    await eventually(lambda: not alive(child), within=2)
    await eventually(lambda: not task_files(config, task), within=2)
    assert (await desk.counts()).active == 0


async def test_a_stopped_child_is_cancelled_all_the_same(desk: Desk, submit: Submit, worker: InProcessWorker) -> None:
    worker.start()
    task = await submit()
    child = await frozen_child_of(worker)
    await desk.cancel("ada", task.task_id)
    await eventually(lambda: not alive(child), within=2)


async def test_a_cancel_that_the_queue_does_not_hear_of_stops_the_work_too(
    submit: Submit, worker: InProcessWorker, store: TaskStore, config: WorkConfig
) -> None:
    worker.start()
    task = await submit(seconds=LONG)
    child = await child_of(worker)
    await store.move.cancel(TaskId.parse(task.task_id))
    await eventually(lambda: not alive(child), within=3)
    await eventually(lambda: not task_files(config, task), within=2)


async def test_a_task_is_cancelled_before_any_worker_took_it(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    first, second = await submit(), await submit()
    await desk.cancel("ada", first.task_id)
    assert task_files(config, first) == []
    worker.start()
    assert (await over(desk, second)).status is Status.COMPLETED
    assert (await desk.task("ada", first.task_id)).attempt == 0


async def test_a_task_of_a_killed_worker_is_completed_by_another(
    desk: Desk, submit: Submit, workers: WorkerProcesses, worker: InProcessWorker
) -> None:
    killed = workers.start()
    task = await submit()
    child = await frozen_child_of(killed)
    killed.kill()
    await eventually(lambda: not alive(child), within=2)
    worker.start()
    done = await over(desk, task)
    assert (done.status, done.attempt) == (Status.COMPLETED, 2)


async def test_sound_that_one_attempt_decoded_is_not_decoded_by_the_next(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit(seconds=LONG)
    child = await child_of(worker)

    def kept() -> list[Path]:
        return [Path(name) for name in task_files(config, task) if name.endswith("kept/sound.raw")]

    (sound,) = await eventually(kept, within=60)
    written = sound.stat().st_mtime_ns
    os.kill(child, signal.SIGKILL)
    await eventually(lambda: not alive(child), within=5)

    async def goes_on() -> bool:
        now = await desk.task("ada", task.task_id)
        return now.attempt == 2 and now.progress > 20

    await eventually(goes_on, within=60)
    assert sound.stat().st_mtime_ns == written
    await desk.cancel("ada", task.task_id)
    await eventually(lambda: not task_files(config, task), within=2)


async def test_a_task_longer_than_the_lease_runs_once(
    desk: Desk, submit: Submit, workers: WorkerProcesses, worker: InProcessWorker, config: WorkConfig
) -> None:
    first = workers.start()
    task = await submit()
    child = await frozen_child_of(first)
    worker.start()
    began = time.monotonic()
    await eventually(lambda: time.monotonic() > began + 2.5 * config.lease_seconds, within=5)
    let_go_on(child)
    done = await over(desk, task)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)


async def test_a_child_that_is_killed_is_tried_three_times(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit(seconds=LONG)
    for _ in range(3):
        child = await child_of(worker)
        os.kill(child, signal.SIGKILL)
        await eventually(partial(gone, worker, child), within=5)
    failed = await over(desk, task)
    assert failed.status is Status.FAILED
    assert failed.error_message
    assert failed.error_message.startswith("The work was interrupted 3 times")
    await eventually(lambda: not task_files(config, task), within=2)


async def test_a_worker_that_is_asked_to_stop_finishes_what_is_running_and_takes_nothing_new(
    desk: Desk, submit: Submit, workers: WorkerProcesses
) -> None:
    worker = workers.start()
    task = await submit()
    child = await frozen_child_of(worker)
    worker.ask_to_stop()
    await eventually(lambda: "finishing what is running" in worker.log.read_text())
    let_go_on(child)
    waiting = await submit()
    assert await asyncio.to_thread(worker.wait, 14) == 0
    done = await desk.task("ada", task.task_id)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    assert (await desk.task("ada", waiting.task_id)).status is Status.PENDING
    events = [json.loads(line) for line in worker.log.read_text().splitlines()]
    about_tasks = [line for line in events if line["event"].startswith("task ")]
    assert [line["event"] for line in about_tasks] == ["task started", "task completed"]
    assert {line["task_id"] for line in about_tasks} == {task.task_id}


async def test_a_task_that_takes_longer_than_the_drain_is_handed_back(
    desk: Desk, submit: Submit, worker: InProcessWorker
) -> None:
    worker.start(drain_seconds=0.2)
    task = await submit()
    await frozen_child_of(worker)
    await worker.stop()
    assert session_leaders(worker) == []
    assert (await desk.task("ada", task.task_id)).status is Status.PROCESSING
    worker.start()
    done = await over(desk, task)
    assert (done.status, done.attempt) == (Status.COMPLETED, 2)


async def test_a_task_that_was_admitted_and_never_handed_over_is_worked_on(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    task = await submit()
    with Redis.from_url(config.redis_url) as redis:
        for name in redis.scan_iter("cueweave:queue:*"):
            redis.delete(name)
    worker.start()
    assert (await over(desk, task)).status is Status.COMPLETED


async def test_tasks_go_on_after_everything_was_killed(
    own_valkey: Valkey, config: WorkConfig, tmp_path: Path, workers: WorkerProcesses
) -> None:
    config = replace(config, redis_url=own_valkey.url)
    async with open_desk(config) as desk:
        tasks = [await submitter(desk, tmp_path)() for _ in range(2)]
        worker = workers.start(config, concurrency=1)
        child = await frozen_child_of(worker)
    worker.kill()
    own_valkey.kill()
    await eventually(lambda: not alive(child), within=2)
    own_valkey.start()
    again = InProcessWorker(config)
    again.start()
    async with open_desk(config) as desk:
        assert [(await over(desk, task)).status for task in tasks] == [Status.COMPLETED] * 2
    await again.stop()


async def test_a_cancellation_that_gets_lost_in_a_call_to_the_store_holds_up_no_task(
    desk: Desk, submit: Submit, worker: InProcessWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As asyncio.wait_for of Python 3.11 loses it, when it comes together with the answer."""

    asked = asyncio.Event()

    async def progress(*_: object) -> str:
        asked.set()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return "ok"

    monkeypatch.setattr(Scripts, "progress", progress)
    worker.start()
    task = await submit()
    child = await frozen_child_of(worker)
    await asyncio.wait_for(asked.wait(), 30)
    let_go_on(child)
    assert (await over(desk, task)).status is Status.COMPLETED


async def test_a_worker_stops_though_its_clean_up_misses_the_cancellation(
    worker: InProcessWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = asyncio.Event()

    async def mend(*_: object) -> int:
        entered.set()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return 0

    monkeypatch.setattr(TaskStore, "mend", mend)
    worker.start()
    await asyncio.wait_for(entered.wait(), 30)
    await asyncio.wait_for(worker.stop(), 30)


async def test_a_task_that_takes_longer_than_it_may_fails_with_a_sentence(
    desk: Desk, submit: Submit, config: WorkConfig
) -> None:
    impatient = InProcessWorker(replace(config, task_timeout=1.5))
    impatient.start()
    task = await submit(seconds=LONG)
    child = await frozen_child_of(impatient)
    failed = await over(desk, task)
    assert (failed.status, failed.attempt) == (Status.FAILED, 1)
    assert failed.error_message == "The work took longer than the 2 s it may. Send it in parts."
    await eventually(lambda: not alive(child), within=2)
    await eventually(lambda: not task_files(config, task), within=2)
    await impatient.stop()


def test_a_longer_medium_may_take_longer(config: WorkConfig) -> None:
    assert [config.time_for(seconds) for seconds in (0, 3600, 9000)] == [3600, 3600, 9000]
