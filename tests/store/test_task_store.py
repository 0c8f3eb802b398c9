"""What can be asked about tasks."""

from itertools import chain

import pytest
from support.eventually import eventually
from support.made import a_task

from cueweave.domain.tasks import Status, TaskId
from cueweave.errors import BadCursor
from cueweave.store.tasks import TaskStore


async def finished(store: TaskStore, count: int) -> list[str]:
    """So many cancelled tasks, newest first."""
    ids = []
    for _ in range(count):
        task = a_task()
        await store.move.create(task, user_limit=1000, limit=1000)
        await store.move.cancel(TaskId.parse(task.task_id))
        ids.append(task.task_id)
    return ids[::-1]


async def pages(store: TaskStore, limit: int) -> list[list[str]]:
    found, cursor = [], None
    while True:
        page = await store.finished_of("ada", limit=limit, cursor=cursor)
        found.append([task.task_id for task in page.tasks])
        if (cursor := page.next_cursor) is None:
            return found


@pytest.mark.parametrize(("count", "limit"), [(0, 5), (5, 5), (7, 3), (50, 7)])
async def test_pages_show_each_finished_task_once(store: TaskStore, count: int, limit: int) -> None:
    ids = await finished(store, count)
    found = await pages(store, limit)
    assert sorted(chain.from_iterable(found)) == sorted(ids)
    assert all(len(page) == limit for page in found[:-1])


async def test_tasks_that_finish_while_somebody_pages_move_nothing(store: TaskStore) -> None:
    await finished(store, 10)
    first = await store.finished_of("ada", limit=4, cursor=None)
    await finished(store, 3)
    second = await store.finished_of("ada", limit=100, cursor=first.next_cursor)
    assert not {task.task_id for task in first.tasks} & {task.task_id for task in second.tasks}
    assert len(first.tasks) + len(second.tasks) == 10
    assert second.total == 13


@pytest.mark.parametrize("cursor", ["x", "%%%", "MTIz", "é", "MSAKICAgIA=", "a" * 5000])
async def test_a_cursor_that_was_never_given_out_is_refused(store: TaskStore, cursor: str) -> None:
    with pytest.raises(BadCursor):
        await store.finished_of("ada", limit=5, cursor=cursor)


async def test_active_tasks_come_newest_first(store: TaskStore) -> None:
    tasks = [a_task(created_at=f"2026-01-17T10:00:0{second}.000Z") for second in (3, 1, 2)]
    for task in tasks:
        await store.move.create(task, user_limit=5, limit=20)
    assert [task.created_at[-6:-5] for task in await store.active_of("ada")] == ["3", "2", "1"]
    assert len(await store.active()) == 3


async def test_ends_are_counted_for_the_metrics(store: TaskStore) -> None:
    await finished(store, 3)
    tally = await store.tallies.read()
    assert tally.ended == {Status.COMPLETED: 0, Status.FAILED: 0, Status.CANCELLED: 3}
    assert tally.ended_in == {("cancelled", "queued"): 3}


async def test_only_one_process_cleans_up_at_a_time(store: TaskStore) -> None:
    assert await store.clean_alone(seconds=30)
    assert not await store.clean_alone(seconds=30)


async def test_only_one_process_reconciles_at_a_time_and_another_one_soon(store: TaskStore) -> None:
    assert await store.reconcile_alone(seconds=0.2)
    assert not await store.reconcile_alone(seconds=0.2)
    await eventually(lambda: store.reconcile_alone(seconds=0.2), within=10)
