"""Long sound without subtitles, heard by several workers: real ones, whose engine takes a while for each chunk."""

from __future__ import annotations

import json
import os
import wave
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from make_sample import Sample
from redis import Redis
from support.eventually import eventually
from support.gate import Gate
from support.workers import Submit, WorkerProcess, WorkerProcesses, session_leaders

from cueweave.domain.tasks import Status, Task, TaskId
from cueweave.stages.media import decode_sound
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.workdir import LOCK

KEPT = {"owner", "result.json", "media"}
Start = Callable[..., WorkerProcess]


@pytest.fixture
def config(valkey_url: str, tmp_path: Path) -> WorkConfig:
    return WorkConfig(
        redis_url=valkey_url, data_dir=tmp_path / "data", result_ttl=600, lease_seconds=2.0, chunk_seconds=10.0
    )


@pytest.fixture(scope="module")
def speech(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The first minute of the sample's sound, which is heard in half a dozen chunks."""
    folder = tmp_path_factory.mktemp("speech")
    sound = decode_sound(sample.media, folder / "sound.raw", lambda _: None)
    with wave.open(str(folder / "speech.wav"), "wb") as file:
        file.setparams((1, 2, sound.rate, 0, "NONE", ""))
        file.writeframes(sound.read(0.0, 60.0))
    return (folder / "speech.wav").read_bytes()


@pytest.fixture
async def heard(submit: Submit, speech: bytes) -> Task:
    """A task without subtitles."""
    return await submit(data=speech, has_subtitles=False)


@pytest.fixture
def gate(config: WorkConfig) -> Gate:
    """No chunk comes to its end before it is opened."""
    shut = Gate(config.data_dir)
    shut.shut()
    return shut


@pytest.fixture
def start(workers: WorkerProcesses) -> Start:
    """Starts a worker that hears a chunk at a time: it has one core."""

    def start_on_one_core(config: WorkConfig | None = None, *, ear: str = "support.slow_ear") -> WorkerProcess:
        worker = workers.start(config, concurrency=1, ear=ear)
        os.sched_setaffinity(worker.pid, {min(os.sched_getaffinity(0))})
        return worker

    return start_on_one_core


def log_of(worker: WorkerProcess) -> list[dict[str, Any]]:
    """The whole lines of its log."""
    return [json.loads(line) for line in worker.log.read_text().splitlines(keepends=True) if line.endswith("}\n")]


def taken(*workers: WorkerProcess) -> Counter[int]:
    """How often each chunk was begun."""
    lines = [line for worker in workers for line in log_of(worker)]
    return Counter(line["chunk"] for line in lines if line["event"] == "chunk taken")


async def owner_and_helper(start: Start, helping: WorkConfig | None = None) -> tuple[WorkerProcess, WorkerProcess]:
    """Two workers, each of which has begun to hear one chunk."""
    owner = start()
    await eventually(lambda: taken(owner), within=180)
    helper = start(helping)
    await eventually(lambda: taken(helper), within=180)
    return owner, helper


async def completed(desk: Desk, task: Task) -> Task:
    done = await desk.wait("ada", task.task_id, 120)
    assert (done.status, done.error_message) == (Status.COMPLETED, None)
    return done


def traces(config: WorkConfig, task: Task) -> set[str]:
    """The task's files, but the lock that a killed worker leaves for a while, and what is in Redis of its hearing."""
    key = TaskId.parse(task.task_id).key
    files = {name for folder, _, names in os.walk(config.data_dir) if key in folder for name in names} - {LOCK}
    with Redis.from_url(config.redis_url, decode_responses=True) as redis:
        names = [str(name) for name in redis.scan_iter(f"cueweave:*{key}*")]
        # docket remembers for a minute what was called off
        return files | {name for name in names if redis.ttl(name) == -1 or name.startswith("cueweave:hearing")}


async def test_two_workers_hear_one_sound_and_no_chunk_twice(
    desk: Desk, heard: Task, gate: Gate, start: Start, config: WorkConfig
) -> None:
    workers = await owner_and_helper(start)
    gate.open()
    await completed(desk, heard)
    counts = taken(*workers)
    assert sorted(counts) == list(range(len(counts)))
    assert set(counts.values()) == {1}
    await eventually(lambda: traces(config, heard) == KEPT, within=10)


async def test_one_worker_that_works_on_one_task_at_a_time_hears_all_by_itself(
    desk: Desk, heard: Task, start: Start
) -> None:
    worker = start()
    await completed(desk, heard)
    assert set(taken(worker).values()) == {1}


async def test_a_killed_helper_loses_one_chunk(
    desk: Desk, heard: Task, gate: Gate, start: Start, config: WorkConfig
) -> None:
    owner, helper = await owner_and_helper(start)
    helper.kill()
    gate.open()
    await completed(desk, heard)
    counts = taken(owner, helper)
    assert counts.total() == len(counts) + 1
    await eventually(lambda: traces(config, heard) == KEPT, within=10)


async def test_a_killed_owner_loses_one_chunk(
    desk: Desk, heard: Task, gate: Gate, start: Start, config: WorkConfig
) -> None:
    owner, helper = await owner_and_helper(start)
    owner.kill()
    gate.open()
    assert (await completed(desk, heard)).attempt == 2
    counts = taken(owner, helper)
    assert counts.total() == len(counts) + 1
    await eventually(lambda: traces(config, heard) == KEPT, within=10)


@pytest.mark.usefixtures("gate")
async def test_a_cancelled_task_leaves_nothing_with_owner_or_helper(
    desk: Desk, heard: Task, start: Start, config: WorkConfig
) -> None:
    workers = await owner_and_helper(start)
    await desk.cancel("ada", heard.task_id)
    await eventually(lambda: not any(session_leaders(worker) for worker in workers), within=5)
    await eventually(lambda: not traces(config, heard), within=5)


async def test_a_task_that_waits_goes_before_the_next_chunk_of_help(
    desk: Desk, submit: Submit, heard: Task, gate: Gate, start: Start
) -> None:
    _, helper = await owner_and_helper(start)
    other = await submit("eve")
    gate.open()
    assert (await desk.wait("eve", other.task_id, 60)).status is Status.COMPLETED
    assert (await completed(desk, heard)).attempt == 1
    events = [line["event"] for line in log_of(helper) if line["event"] in ("chunk taken", "task started")]
    assert events[:2] == ["chunk taken", "task started"]


async def test_a_helper_that_is_asked_to_stop_gives_its_chunk_back(
    desk: Desk, heard: Task, gate: Gate, start: Start, config: WorkConfig
) -> None:
    owner, helper = await owner_and_helper(start, replace(config, drain_seconds=0.0))
    helper.ask_to_stop()
    assert helper.wait(60) == 0
    gate.open()
    await completed(desk, heard)
    assert taken(owner, helper).total() == len(taken(owner, helper)) + 1


async def test_a_chunk_that_kills_its_process_three_times_fails_the_task(
    desk: Desk, heard: Task, start: Start, config: WorkConfig
) -> None:
    workers = [start(ear="support.deadly_ear"), start(ear="support.deadly_ear")]
    done = await desk.wait("ada", heard.task_id, 120)
    assert done.status is Status.FAILED
    assert "interrupted 3 times" in str(done.error_message)
    assert max(taken(*workers).values()) == 3
    await eventually(lambda: not traces(config, heard), within=10)
