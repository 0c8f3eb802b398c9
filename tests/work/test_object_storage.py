"""API and workers on machines of their own, which share nothing but Redis and a bucket."""

from __future__ import annotations

import asyncio
import os
import signal
import wave
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from make_sample import Sample
from support.eventually import eventually
from support.gate import Gate
from support.keys import counts_agree
from support.s3 import Relay, S3Box, relayed
from support.workers import InProcessWorker, Submit, WorkerProcess, WorkerProcesses, alive, child_of, frozen_child_of

from cueweave.domain.tasks import Status, TaskId
from cueweave.domain.turns import PLAN
from cueweave.errors import StoreUnavailable
from cueweave.stages.media import decode_sound
from cueweave.store.storage import ObjectSource
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.purge import open_purge


@pytest.fixture
def way(s3: S3Box) -> Iterator[Relay]:
    """To the bucket, for everybody but the test itself."""
    with relayed(s3) as (relay, _):
        yield relay


@pytest.fixture
def config(config: WorkConfig, s3: S3Box, way: Relay, monkeypatch: pytest.MonkeyPatch) -> WorkConfig:
    """Of the API's machine, which gives up after a second where workers wait for minutes."""
    monkeypatch.setattr("cueweave.work.desk.BRIEF", timedelta(seconds=1))
    return replace(config, bucket=replace(s3.bucket, endpoint=way.address))


@pytest.fixture
async def worker(config: WorkConfig, tmp_path: Path) -> AsyncIterator[InProcessWorker]:
    """On another machine."""
    running = InProcessWorker(replace(config, data_dir=tmp_path / "worker"))
    yield running
    await running.stop()


def left(folder: Path) -> list[Path]:
    """Files of tasks on these machines."""
    return [path for path in folder.rglob("*") if path.is_file() and ("blobs" in path.parts or "work" in path.parts)]


def names_of(s3: S3Box, task_id: str) -> set[str]:
    """What the bucket has of the task, but for the owner."""
    folder = f"tasks/{TaskId.parse(task_id).key}"
    return {name.removeprefix(f"{folder}/") for name in s3.names(folder) if "/owner-" not in name}


async def test_a_task_is_handed_in_here_and_worked_on_there(
    desk: Desk, submit: Submit, worker: InProcessWorker, s3: S3Box, config: WorkConfig, tmp_path: Path
) -> None:
    task = await submit()
    assert names_of(s3, task.task_id) == {"media", "subtitles"}
    worker.start()
    done = await desk.wait("ada", task.task_id, 60)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    await eventually(lambda: names_of(s3, task.task_id) == {"media", "result.json"})
    assert await desk.result("ada", task.task_id)
    medium = await desk.medium("ada", task.task_id)
    assert isinstance(medium.source, ObjectSource)
    assert medium.content_type == "audio/wav"
    edition = await desk.results.replace(done, b"edited")
    assert await desk.result("ada", task.task_id) == b"edited"
    assert names_of(s3, task.task_id) == {"media", "result.json", f"result-{edition}.json"}
    async with open_purge(config) as purge:
        assert await purge.delete([TaskId.parse(task.task_id)]) == 1
    assert (s3.names(), s3.half_uploads(), left(tmp_path)) == (set(), [], [])


async def test_a_cancelled_task_leaves_nothing_anywhere(
    desk: Desk, submit: Submit, worker: InProcessWorker, s3: S3Box, tmp_path: Path
) -> None:
    worker.start()
    running = await submit(seconds=900)
    child = await child_of(worker)
    waiting = await submit()
    for task in (running, waiting):
        await desk.cancel("ada", task.task_id)
    await eventually(lambda: not alive(child), within=10)
    await eventually(lambda: (s3.names(), left(tmp_path)) == (set(), []), within=10)


async def test_a_running_task_outlives_the_storages_absence_in_one_attempt(
    desk: Desk, submit: Submit, worker: InProcessWorker, way: Relay
) -> None:
    worker.start()
    task = await submit()
    child = await frozen_child_of(worker)
    way.cut()
    os.kill(child, signal.SIGCONT)
    await eventually(lambda: not alive(child) and way.refused, within=30)  # the result can't be given to anybody
    assert (await desk.task("ada", task.task_id)).status is Status.PROCESSING
    way.mend()
    done = await desk.wait("ada", task.task_id, 60)
    assert (done.status, done.attempt) == (Status.COMPLETED, 1)
    assert await desk.result("ada", task.task_id)


async def test_a_task_can_be_cancelled_while_its_worker_waits_for_the_medium(
    desk: Desk, submit: Submit, worker: InProcessWorker, way: Relay, tmp_path: Path
) -> None:
    task = await submit(seconds=300)
    way.cut(after=3 * 1024**2)  # of some ten
    worker.start()
    await eventually(lambda: way.refused)
    cancelling = asyncio.create_task(desk.cancel("ada", task.task_id))
    await eventually(lambda: not list((tmp_path / "worker" / "work").iterdir()), within=10)
    way.mend()
    assert (await cancelling).status is Status.CANCELLED
    other = await submit()
    assert (await desk.wait("ada", other.task_id, 60)).status is Status.COMPLETED


async def test_an_upload_that_the_storage_does_not_take_is_refused_and_leaves_nothing(
    submit: Submit, way: Relay, s3: S3Box, config: WorkConfig, tmp_path: Path
) -> None:
    way.cut()
    with pytest.raises(StoreUnavailable, match="storage can't be reached"):
        await submit()
    way.mend()
    assert (s3.names(), left(tmp_path), counts_agree(config.redis_url)) == (set(), [], True)
    assert (await submit()).status is Status.PENDING


@pytest.fixture(scope="module")
def speech(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The first half minute of the sample's sound."""
    folder = tmp_path_factory.mktemp("speech")
    sound = decode_sound(sample.media, folder / "sound.raw", lambda _: None)
    with wave.open(str(folder / "speech.wav"), "wb") as file:
        file.setparams((1, 2, sound.rate, 0, "NONE", ""))
        file.writeframes(sound.read(0.0, 30.0))
    return (folder / "speech.wav").read_bytes()


class Machine:
    """A worker of one core with a data directory of its own, in which no chunk comes to its end before it may."""

    def __init__(self, workers: WorkerProcesses, config: WorkConfig, folder: Path) -> None:
        self.gate = Gate(folder)
        folder.mkdir()
        self.gate.shut()
        self.worker: WorkerProcess = workers.start(
            replace(config, data_dir=folder), concurrency=1, ear="support.slow_ear"
        )
        os.sched_setaffinity(self.worker.pid, {min(os.sched_getaffinity(0))})

    def took(self) -> list[str]:
        """The lines of its log that say so of chunks."""
        return [line for line in self.worker.log.read_text().splitlines() if '"chunk taken"' in line]


async def test_what_one_machine_heard_is_not_heard_again_when_it_dies(
    desk: Desk, submit: Submit, workers: WorkerProcesses, config: WorkConfig, speech: bytes, s3: S3Box, tmp_path: Path
) -> None:
    config = replace(config, lease_seconds=2.0, chunk_seconds=10.0)
    task = await submit(data=speech, has_subtitles=False)
    first = Machine(workers, config, tmp_path / "first")
    await eventually(first.took, within=120)
    assert f"kept/{PLAN}" in names_of(s3, task.task_id)
    second = Machine(workers, config, tmp_path / "second")
    await eventually(second.took, within=120)  # with the sound that the first one decoded
    first.worker.kill()
    second.gate.open()
    done = await desk.wait("ada", task.task_id, 120)
    assert (done.status, done.error_message, done.attempt) == (Status.COMPLETED, None, 2)
    taken = [*first.took(), *second.took()]
    assert len(taken) == len({line.split('"chunk":')[1].split(",")[0].strip(" }") for line in taken}) + 1
    await eventually(lambda: names_of(s3, task.task_id) == {"media", "result.json"}, within=10)
