"""Following tasks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest
from support.eventually import eventually
from support.made import a_task
from support.valkey import Valkey

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work import watch as watch_module
from cueweave.work.watch import Watch


@dataclass
class Following:
    """What somebody who follows a task has been told."""

    told: list[Task] = field(default_factory=list)

    async def follow(self, watch: Watch, task: Task) -> None:
        async for each in watch.follow(task):
            self.told.append(each)


async def admitted(store: TaskStore) -> Task:
    task = a_task()
    assert await store.move.create(task, user_limit=2000, limit=2000) == "ok"
    return task


async def test_every_change_is_told_to_the_end(store: TaskStore) -> None:
    watch, task, following = Watch(store), await admitted(store), Following()
    task_id = TaskId.parse(task.task_id)
    running = asyncio.create_task(following.follow(watch, task))
    await store.move.take(task_id, most=3, message="")
    await eventually(lambda: following.told[-1].status is Status.PROCESSING)
    await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 50))
    await eventually(lambda: following.told[-1].progress == 50)
    await store.move.finish(task_id, 1)
    await asyncio.wait_for(running, 5)
    assert [each.status for each in following.told] == ["pending", "processing", "processing", "completed"]


async def test_without_a_change_the_task_is_told_as_it_was_also_while_the_store_is_away(
    own_valkey: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "BEAT", 0.3)
    async with open_tasks(own_valkey.url, result_ttl=60) as store:
        watch, task, following = Watch(store), await admitted(store), Following()
        running = asyncio.create_task(following.follow(watch, task))
        await eventually(lambda: len(following.told) > 1)
        own_valkey.kill()
        had = len(following.told)
        await eventually(lambda: len(following.told) > had + 1)
        assert following.told == [task] * len(following.told)
        watch.close()
        await running


async def test_a_task_that_goes_ends_what_follows_it(store: TaskStore) -> None:
    watch, task, following = Watch(store), await admitted(store), Following()
    running = asyncio.create_task(following.follow(watch, task))
    await eventually(lambda: following.told)
    await store.move.forget(TaskId.parse(task.task_id))
    await asyncio.wait_for(running, 5)
    assert following.told == [task]


async def test_a_closed_watch_ends_all_and_begins_no_more(store: TaskStore) -> None:
    watch = Watch(store)
    tasks = [await admitted(store) for _ in range(3)]
    before = [Following() for _ in tasks]
    running = [asyncio.create_task(each.follow(watch, task)) for each, task in zip(before, tasks, strict=True)]
    await eventually(lambda: all(each.told for each in before))
    watch.close()
    await asyncio.wait_for(asyncio.gather(*running), 5)
    after = Following()
    await asyncio.wait_for(after.follow(watch, tasks[0]), 5)
    assert [each.told for each in (*before, after)] == [[task] for task in (*tasks, tasks[0])]


async def test_one_question_serves_all_who_follow(store: TaskStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    load_all = store.load_all

    async def counted(ids: list[str]) -> list[Task]:
        asked.append(len(ids))
        return await load_all(ids)

    monkeypatch.setattr(store, "load_all", counted)
    watch = Watch(store)
    tasks = [await admitted(store) for _ in range(20)]
    followings = [(Following(), task) for task in tasks for _ in range(50)]
    running = [asyncio.create_task(each.follow(watch, task)) for each, task in followings]
    await eventually(lambda: len(asked) == 2)
    assert asked == [20, 20]
    await asyncio.gather(*(store.move.cancel(TaskId.parse(task.task_id)) for task in tasks))
    await asyncio.wait_for(asyncio.gather(*running), 10)
    assert {each.told[-1].status for each, _ in followings} == {Status.CANCELLED}
    number = len(asked)
    await asyncio.sleep(0)
    assert len(asked) == number, "nobody follows, nothing is asked"


async def test_whoever_stops_following_is_forgotten(store: TaskStore) -> None:
    watch, task = Watch(store), await admitted(store)
    for _ in range(3):
        following = Following()
        running = asyncio.create_task(following.follow(watch, task))
        await eventually(lambda: following.told)  # noqa: B023
        running.cancel()
        await asyncio.wait([running])
    following = Following()
    running = asyncio.create_task(following.follow(watch, task))
    await eventually(lambda: following.told)
    await store.move.cancel(TaskId.parse(task.task_id))
    await asyncio.wait_for(running, 5)
    assert following.told[-1].status is Status.CANCELLED
