"""What is purged leaves nothing behind."""

from __future__ import annotations

import asyncio

import pytest
from redis import Redis
from support.eventually import eventually
from support.workers import InProcessWorker, Submit, alive, frozen_child_of

from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import TaskNotFound, UploadNotFound
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk
from cueweave.work.purge import Purge, open_purge


def traces(config: WorkConfig, task: Task) -> list[str]:
    """Where in Redis and on disk the task is still named."""
    key = TaskId.parse(task.task_id).key
    files = [str(path) for path in config.data_dir.rglob("*") if key in str(path)]
    with Redis.from_url(config.redis_url, decode_responses=True) as redis:
        names = [str(name) for name in redis.scan_iter("*") if key in str(name) and redis.ttl(name) == -1]
        lists = [str(name) for name in redis.scan_iter("cueweave:finished:*") if redis.zscore(name, task.task_id)]
        return files + names + lists


async def delete(config: WorkConfig, *tasks: Task) -> int:
    async with open_purge(config) as purge:
        return await purge.delete(TaskId.parse(task.task_id) for task in tasks)


async def chosen(config: WorkConfig, choose: str, value: str | float) -> set[str]:
    async with open_purge(config) as purge:
        found = await getattr(Purge, choose)(purge, value)
        return {str(task_id) for task_id in found}


async def test_a_finished_task_goes_with_its_result(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit()
    await desk.wait("ada", task.task_id, 60)
    assert await delete(config, task) == 1
    with pytest.raises(TaskNotFound):
        await desk.task("ada", task.task_id)
    await eventually(lambda: traces(config, task) == [], within=5)
    assert await delete(config, task) == 0


async def test_a_running_task_is_stopped_and_goes(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    task = await submit(seconds=900)
    child = await frozen_child_of(worker)
    assert await delete(config, task) == 1
    await eventually(lambda: not alive(child), within=5)
    await eventually(lambda: traces(config, task) == [], within=5)
    assert (await desk.counts()).active == 0


async def test_a_waiting_task_goes(submit: Submit, config: WorkConfig, desk: Desk) -> None:
    first, second = await submit(), await submit()
    assert await delete(config, first) == 1
    assert traces(config, first) == []
    assert (await desk.task("ada", second.task_id)).task_id == second.task_id


async def test_tasks_are_chosen_by_user_and_by_age(
    desk: Desk, submit: Submit, worker: InProcessWorker, config: WorkConfig
) -> None:
    worker.start()
    done, others = await submit(), await submit("eve")
    await asyncio.gather(desk.wait("ada", done.task_id, 60), desk.wait("eve", others.task_id, 60))
    await worker.stop()
    waiting = await submit()
    assert await chosen(config, "of_user", "ada") == {done.task_id, waiting.task_id}
    assert await chosen(config, "older_than", 0.0) == {done.task_id, others.task_id}
    assert await chosen(config, "older_than", 3600.0) == set()


async def test_a_users_uploads_go(desk: Desk, config: WorkConfig) -> None:
    of_ada, of_bob = [await desk.uploads.create(user, 10, name="a.wav", metadata="") for user in ("ada", "bob")]
    async with open_purge(config) as purge:
        await purge.delete_uploads("ada")
    with pytest.raises(UploadNotFound):
        await desk.uploads.look("ada", of_ada.upload_id)
    assert (await desk.uploads.look("bob", of_bob.upload_id)).offset == 0
