"""What crashes leave behind goes."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from redis import Redis
from support.eventually import eventually
from support.made import a_task
from support.s3 import S3Box
from support.stored import accepted, received
from support.workers import Submit

from cueweave.domain.tasks import Status, TaskId
from cueweave.store.blobs import Blobs
from cueweave.store.bucket import BRIEF
from cueweave.store.opening import open_storage
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore
from cueweave.work.cleanup import Cleanup
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk
from cueweave.work.queue import queue
from cueweave.work.workdir import remove_abandoned, work_dir


def make_old(folder: Path) -> None:
    long_ago = time.time() - 5000
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (long_ago, long_ago))


@pytest.fixture
def blobs(config: WorkConfig) -> Blobs:
    return Blobs(config.data_dir / "blobs")


async def clean(config: WorkConfig, store: TaskStore, blobs: Storage) -> None:
    async with queue(config.redis_url) as docket:
        await Cleanup(store, blobs, docket, config).remove_files()


async def test_files_without_a_task_go(config: WorkConfig, store: TaskStore, blobs: Blobs) -> None:
    task_id = TaskId.new("ada")
    incoming = blobs.receive()
    incoming.open("media").write(b"media")
    incoming.close()
    blobs.accept(incoming, task_id)
    await clean(config, store, blobs)
    assert await blobs.medium(task_id)
    make_old(config.data_dir / "blobs" / "tasks")
    with Redis.from_url(config.redis_url) as redis:
        redis.delete("cueweave:cleanup")
    await clean(config, store, blobs)
    assert list((config.data_dir / "blobs" / "tasks").iterdir()) == []


async def test_uploads_that_expired_go(desk: Desk, config: WorkConfig, store: TaskStore, blobs: Blobs) -> None:
    upload = await desk.uploads.create("ada", 10, name="talk.wav", metadata="")
    await clean(config, store, blobs)
    assert (await desk.uploads.look("ada", upload.upload_id)).offset == 0
    for path in (config.data_dir / "blobs/resumable").rglob("*"):
        os.utime(path, (time.time() - config.upload_ttl - 1,) * 2)
    with Redis.from_url(config.redis_url) as redis:
        redis.delete("cueweave:cleanup")
    await clean(config, store, blobs)
    assert list((config.data_dir / "blobs/resumable").iterdir()) == []


async def test_files_of_an_active_task_stay_however_old(
    submit: Submit, config: WorkConfig, store: TaskStore, blobs: Blobs
) -> None:
    task = await submit()
    make_old(config.data_dir / "blobs" / "tasks")
    await clean(config, store, blobs)
    assert await blobs.medium(TaskId.parse(task.task_id))


async def test_the_oldest_media_of_a_user_go_where_there_are_too_many(
    desk: Desk, submit: Submit, config: WorkConfig, store: TaskStore, blobs: Blobs
) -> None:
    tasks = [TaskId.parse((await submit(user=user)).task_id) for user in ("ada", "ada", "ada", "bob")]
    for ticket in tasks:
        _, taken = await store.move.take(ticket, most=3, message="")
        assert taken
        await store.move.finish(TaskId.parse(taken.task_id), taken.attempt)
    make_old(config.data_dir / "blobs" / "tasks")
    media = [config.data_dir / "blobs" / "tasks" / task_id.key / "media" for task_id in tasks]
    for age, medium in enumerate(media):
        os.utime(medium, (10_000 - age, 10_000 - age))  # the first was handed in last
    two = sum(medium.stat().st_size for medium in media[:2])
    await clean(replace(config, max_kept_bytes_per_user=two), store, blobs)
    assert [medium.exists() for medium in media] == [True, True, False, True]
    assert (await desk.task("ada", str(tasks[2]))).status is Status.COMPLETED


async def test_a_forgotten_upload_goes(config: WorkConfig, store: TaskStore, blobs: Blobs) -> None:
    incoming = blobs.receive()
    incoming.open("media").write(b"half of i")
    incoming.close()
    make_old(incoming.folder)
    await clean(config, store, blobs)
    assert not incoming.folder.exists()


async def test_an_upload_that_a_dead_api_process_left_goes_where_the_next_one_starts(
    config: WorkConfig, blobs: Blobs
) -> None:
    left, fresh = blobs.receive(), blobs.receive()
    make_old(left.folder)
    async with open_desk(config):
        await eventually(lambda: not left.folder.exists())
    assert fresh.folder.exists()


async def test_files_of_no_task_go_from_a_bucket_and_those_of_tasks_stay(
    config: WorkConfig, store: TaskStore, s3: S3Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(config, bucket=s3.bucket)
    monkeypatch.setattr("cueweave.work.cleanup.ADMITTED_SECONDS", -5)
    storage = open_storage(config.data_dir / "blobs", s3.bucket, BRIEF)
    lost, task = accepted(storage), a_task()
    task_id = TaskId.parse(task.task_id)
    storage.accept(received(storage), task_id)
    assert await store.move.create(task, user_limit=9, limit=9) == "ok"
    await clean(config, store, storage)
    assert not s3.names(f"tasks/{lost.key}")
    assert await storage.medium(task_id)
    assert (await store.tallies.read()).storage_bytes == storage.used()


def test_the_folder_of_a_living_worker_stays(tmp_path: Path) -> None:
    with work_dir(tmp_path, TaskId.new("ada"), 1) as folder:
        make_old(folder)
        assert remove_abandoned(tmp_path) == 0
        assert folder.exists()
    assert not folder.exists()


def test_the_folder_of_a_dead_worker_goes(tmp_path: Path) -> None:
    folder = tmp_path / f"{TaskId.new('ada').key}-1"
    folder.mkdir()
    (folder / "sound.raw").write_bytes(b"x")
    assert remove_abandoned(tmp_path) == 0, "it may be just being made"
    make_old(folder)
    assert remove_abandoned(tmp_path) == 1
    assert not folder.exists()


async def test_a_damaged_counter_is_mended_and_counted(
    desk: Desk, submit: Submit, config: WorkConfig, store: TaskStore, blobs: Blobs
) -> None:
    await submit()
    with Redis.from_url(config.redis_url) as redis:
        redis.set("global:active_tasks_count", 7)
    async with queue(config.redis_url) as docket:
        await Cleanup(store, blobs, docket, config).reconcile()
    counts = await desk.counts()
    assert (counts.active, counts.tally.mended) == (1, 1)
