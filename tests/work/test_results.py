"""Editions of a result, on a real store."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from support.made import a_task
from support.valkey import Valkey

from cueweave.domain.tasks import Task, TaskId
from cueweave.errors import ResultChanged, StoreUnavailable, TaskNotCompleted, TaskNotFound
from cueweave.store.blobs import Blobs
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work.results import Results, number_of


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@pytest.fixture
def results(store: TaskStore, blobs: Blobs) -> Results:
    return Results(store, blobs)


async def started(store: TaskStore, blobs: Blobs) -> Task:
    task = a_task()
    task_id = TaskId.parse(task.task_id)
    incoming = blobs.receive()
    incoming.open("media").write(b"media")
    incoming.close()
    blobs.accept(incoming, task_id)
    assert await store.move.create(task, user_limit=9, limit=9) == "ok"
    await store.move.take(task_id, most=3, message="")
    return await kept(store, task)


async def completed(store: TaskStore, blobs: Blobs) -> Task:
    task = await started(store, blobs)
    task_id = TaskId.parse(task.task_id)
    blobs.keep_edition(task_id, "1", b"original")
    await store.move.finish(task_id, 1)
    return await kept(store, task)


async def kept(store: TaskStore, task: Task) -> Task:
    found = await store.load(TaskId.parse(task.task_id))
    assert found
    return found


async def test_an_edit_is_the_current_result_and_the_first_one_stays(
    results: Results, store: TaskStore, blobs: Blobs
) -> None:
    task = await completed(store, blobs)
    first = await results.replace(task, b"edited")
    second = await results.replace(await kept(store, task), b"edited again")
    now = await kept(store, task)
    current, original = await results.current(now), await results.original(now)
    assert [number_of(each) for each in (first, second)] == [2, 3]
    assert (current.document, current.edition) == (b"edited again", second)
    assert (original.document, original.edition) == (b"original", "1")


async def test_of_simultaneous_edits_one_wins_and_the_others_leave_nothing(
    results: Results, store: TaskStore, blobs: Blobs, tmp_path: Path
) -> None:
    task = await completed(store, blobs)
    edits = (results.replace(task, b"edit %d" % number) for number in range(10))
    ended = await asyncio.gather(*edits, return_exceptions=True)
    lost = [each for each in ended if isinstance(each, ResultChanged)]
    winner = next(number for number, each in enumerate(ended) if isinstance(each, str))
    assert len(lost) == 9
    assert (await results.current(await kept(store, task))).document == b"edit %d" % winner
    assert len(list((tmp_path / "blobs/tasks").rglob("result-*"))) == 1


async def test_a_reader_who_knows_an_older_edition_gets_the_current_one(
    results: Results, store: TaskStore, blobs: Blobs
) -> None:
    task = await completed(store, blobs)
    await results.replace(task, b"edited")
    known = await kept(store, task)
    await results.replace(known, b"edited again")
    blobs.drop_edition(TaskId.parse(task.task_id), known.edition)
    assert (await results.current(known)).document == b"edited again"


async def test_an_unfinished_task_has_no_result(results: Results, store: TaskStore, blobs: Blobs) -> None:
    task = await started(store, blobs)
    for read in (results.current, results.original):
        with pytest.raises(TaskNotCompleted, match="Current status: processing"):
            await read(task)


async def test_an_edit_of_a_task_that_went_meanwhile_leaves_nothing(
    results: Results, store: TaskStore, blobs: Blobs, tmp_path: Path
) -> None:
    task = await completed(store, blobs)
    await store.move.forget(TaskId.parse(task.task_id))
    with pytest.raises(TaskNotFound):
        await results.replace(task, b"edited")  # its files have not gone yet
    assert not list((tmp_path / "blobs/tasks").rglob("result-*"))
    blobs.remove(TaskId.parse(task.task_id))
    for call in (results.replace(task, b"edited"), results.current(task), results.original(task)):
        with pytest.raises(TaskNotFound):
            await call
    assert not list((tmp_path / "blobs/tasks").iterdir())


async def test_an_edit_while_the_store_is_away_changes_nothing(own_valkey: Valkey, blobs: Blobs) -> None:
    async with open_tasks(own_valkey.url, result_ttl=60) as store:
        results = Results(store, blobs)
        task = await completed(store, blobs)
        own_valkey.log()
        own_valkey.kill()
        with pytest.raises(StoreUnavailable):
            await results.replace(task, b"edited")
        own_valkey.start()
        assert (await results.current(await kept(store, task))).document == b"original"
        assert await results.replace(await kept(store, task), b"edited")


async def test_assets_are_those_of_the_task(results: Results, store: TaskStore, blobs: Blobs) -> None:
    task = await completed(store, blobs)
    assert await results.assets(task) == frozenset()
    assert await results.assets(replace(task, task_id=str(TaskId.new("eve")))) == frozenset()
