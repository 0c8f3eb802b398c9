"""What a child is told that hears."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from docket import Docket
from support.made import a_task

from cueweave.domain.tasks import TaskId
from cueweave.store.hearings import Holder
from cueweave.store.tasks import TaskStore
from cueweave.work.config import WorkConfig
from cueweave.work.hearing import MOST_CHUNKS, Claims, Hearing
from cueweave.work.processes import Crashed
from cueweave.work.queue import queue

OWNER, HELPER = Holder.of_attempt(1), Holder("helper", None)
PLAN = {"kind": "plan", "seconds": [30.0, 10.0, 60.0], "heard": [False, True, False]}
ASK = {"kind": "turn", "idle": True}
LOOK = {"kind": "turn", "idle": False}


@pytest.fixture
async def task_id(store: TaskStore) -> TaskId:
    task = a_task()
    task_id = TaskId.parse(task.task_id)
    await store.move.create(task, user_limit=5, limit=20)
    await store.move.take(task_id, most=3, message="")
    return task_id


@pytest.fixture
async def docket(config: WorkConfig) -> AsyncIterator[Docket]:
    async with queue(config.redis_url) as opened:
        yield opened


@pytest.fixture
async def hearing(store: TaskStore, task_id: TaskId, docket: Docket) -> AsyncIterator[Hearing]:
    async with Hearing(Claims(store.hearings, task_id, OWNER, lease=60.0), docket) as opened:
        yield opened


async def test_progress_counts_the_seconds_that_all_have_heard(
    hearing: Hearing, store: TaskStore, task_id: TaskId
) -> None:
    await hearing.answer(PLAN)
    assert await hearing.answer(ASK) == {"chunk": 0, "done": 0.1, "over": False, "stop": ""}
    helped = await store.hearings.take(task_id, HELPER, lease=60.0, most=3, idle=True)
    assert helped.chunk == 2
    await store.hearings.done(task_id, 2)
    assert await hearing.answer(LOOK) == {"chunk": None, "done": 0.7, "over": False, "stop": ""}
    await hearing.answer({"kind": "heard", "chunk": 0})
    assert await hearing.answer(ASK) == {"chunk": None, "done": 1.0, "over": True, "stop": ""}


async def test_a_child_whose_plan_has_no_end_is_stopped(hearing: Hearing, store: TaskStore, task_id: TaskId) -> None:
    await hearing.answer(PLAN | {"heard": [False] * (MOST_CHUNKS + 1)})
    answer = await hearing.answer(ASK)
    assert answer
    assert "several files" in answer["stop"]
    assert not await store.hearings.is_open(task_id)


async def test_a_chunk_that_was_interrupted_too_often_stops_its_task(
    hearing: Hearing, store: TaskStore, task_id: TaskId
) -> None:
    await hearing.answer(PLAN)
    for _ in range(3):
        await store.hearings.take(task_id, HELPER, lease=60.0, most=3, idle=True)
        await store.hearings.leave(task_id, HELPER, killed=True)
    answer = await hearing.answer(ASK)
    assert answer
    assert "interrupted 3 times" in answer["stop"]


@pytest.mark.parametrize("killed", [True, False])
async def test_what_a_child_was_hearing_is_free_when_it_has_gone(
    store: TaskStore, task_id: TaskId, docket: Docket, *, killed: bool
) -> None:
    for attempt in range(1, 4):
        claims = Claims(store.hearings, task_id, Holder.of_attempt(attempt), lease=60.0)
        async with Hearing(claims, docket) as hearing:
            await hearing.answer(PLAN)
            assert (await hearing.answer(ASK) or {})["chunk"] == 0
            if killed:
                hearing.ends(Crashed(-9))
        await store.move.start(task_id, most=9, message="")
    claims = Claims(store.hearings, task_id, Holder.of_attempt(4), lease=60.0)
    async with Hearing(claims, docket) as hearing:
        await hearing.answer(PLAN)
        answer = await hearing.answer(ASK)
        assert answer
        assert bool(answer["stop"]) == killed
