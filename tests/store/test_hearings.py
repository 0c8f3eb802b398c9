"""Claims to chunks: never two at once, never for ever."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from redis import Redis
from support.made import a_task

from cueweave.domain.tasks import Task, TaskId
from cueweave.store import keys
from cueweave.store.hearings import Holder, Taken
from cueweave.store.tasks import TaskStore, open_tasks

OWNER, ONE, TWO = Holder.of_attempt(1), Holder("helper one", None), Holder("helper two", None)
CHUNKS = [False, True, False, False]


@pytest.fixture
async def store(valkey_url: str) -> AsyncIterator[TaskStore]:
    async with open_tasks(valkey_url, result_ttl=600) as opened:
        yield opened


@pytest.fixture
async def task_id(store: TaskStore) -> TaskId:
    """Of a task whose first attempt has begun to hear; the second chunk is known."""
    task_id = await begun(store, a_task())
    assert await store.hearings.open(task_id, 1, CHUNKS)
    return task_id


async def begun(store: TaskStore, task: Task) -> TaskId:
    task_id = TaskId.parse(task.task_id)
    await store.move.create(task, user_limit=5, limit=20)
    await store.move.take(task_id, most=3, message="")
    return task_id


async def take(store: TaskStore, task_id: TaskId, holder: Holder, *, lease: float = 60.0, idle: bool = True) -> Taken:
    return await store.hearings.take(task_id, holder, lease=lease, most=2, idle=idle)


async def take_all(store: TaskStore, task_id: TaskId, holder: Holder) -> list[int]:
    chunks = []
    while (chunk := (await take(store, task_id, holder)).chunk) is not None:
        chunks.append(chunk)
    return chunks


async def test_each_chunk_that_is_not_known_is_taken_once(store: TaskStore, task_id: TaskId) -> None:
    first = await take(store, task_id, OWNER)
    second = await take(store, task_id, ONE)
    assert (first.chunk, first.states) == (0, "thff")
    assert (second.chunk, second.states) == (2, "thtf")
    assert await take_all(store, task_id, TWO) == [3]
    assert await take(store, task_id, OWNER) == Taken("none", None, "thtt")


async def test_whoever_only_looks_gets_nothing(store: TaskStore, task_id: TaskId) -> None:
    assert await take(store, task_id, OWNER, idle=False) == Taken("none", None, "fhff")


async def test_a_chunk_whose_lease_is_over_is_free(store: TaskStore, task_id: TaskId) -> None:
    assert (await take(store, task_id, ONE, lease=0.0)).chunk == 0
    assert (await take(store, task_id, OWNER)).chunk == 0


async def test_a_sign_of_life_renews_the_lease(store: TaskStore, task_id: TaskId) -> None:
    await take(store, task_id, ONE, lease=0.0)
    assert await store.hearings.keep(task_id, ONE, lease=60.0)
    assert (await take(store, task_id, OWNER)).chunk == 2


async def test_what_is_heard_is_heard_whoever_took_it_meanwhile(store: TaskStore, task_id: TaskId) -> None:
    await take(store, task_id, ONE, lease=0.0)
    await take(store, task_id, OWNER)
    await store.hearings.done(task_id, 0)
    assert (await take(store, task_id, OWNER, idle=False)).states == "hhff"


async def test_what_is_given_back_is_free_and_does_not_count(store: TaskStore, task_id: TaskId) -> None:
    for _ in range(5):
        assert (await take(store, task_id, ONE)).chunk == 0
        await store.hearings.leave(task_id, ONE, killed=False)


async def test_a_chunk_over_which_processes_were_killed_is_left_to_the_owner_to_give_up(
    store: TaskStore, task_id: TaskId
) -> None:
    for holder in (ONE, TWO):
        assert (await take(store, task_id, holder)).chunk == 0
        await store.hearings.leave(task_id, holder, killed=True)
    assert (await take(store, task_id, ONE)).chunk == 2
    assert (await take(store, task_id, OWNER)).verdict == "worn out"


async def test_a_helper_is_sent_away_while_a_task_waits(store: TaskStore, task_id: TaskId) -> None:
    await store.move.create(a_task("eve"), user_limit=5, limit=20)
    assert (await take(store, task_id, ONE)).verdict == "enough"
    assert (await take(store, task_id, OWNER)).chunk == 0


async def test_the_next_attempt_takes_what_the_one_before_was_hearing_but_not_what_helpers_are(
    store: TaskStore, task_id: TaskId
) -> None:
    await take(store, task_id, OWNER)
    await take(store, task_id, ONE)
    await store.move.start(task_id, most=3, message="")
    assert await store.hearings.open(task_id, 2, CHUNKS)
    assert await take_all(store, task_id, Holder.of_attempt(2)) == [0, 3]


async def test_an_older_attempt_gets_nothing(store: TaskStore, task_id: TaskId) -> None:
    await store.move.start(task_id, most=3, message="")
    assert (await take(store, task_id, OWNER)).verdict == "gone"
    assert not await store.hearings.keep(task_id, OWNER, lease=60.0)
    assert not await store.hearings.open(task_id, 1, CHUNKS)


@pytest.mark.parametrize("holder", [OWNER, ONE])
async def test_of_a_task_that_is_over_nothing_is_heard(store: TaskStore, task_id: TaskId, holder: Holder) -> None:
    await store.move.cancel(task_id)
    assert (await take(store, task_id, holder)).verdict == "gone"
    assert not await store.hearings.keep(task_id, holder, lease=60.0)


async def test_nothing_that_comes_late_brings_a_closed_hearing_back(store: TaskStore, task_id: TaskId) -> None:
    await take(store, task_id, ONE)
    await store.hearings.close(task_id)
    await store.hearings.done(task_id, 0)
    await store.hearings.leave(task_id, ONE, killed=True)
    assert not await store.hearings.keep(task_id, ONE, lease=60.0)
    assert (await take(store, task_id, ONE)).verdict == "gone"
    assert not await store.hearings.is_open(task_id)


async def test_no_chunk_that_is_not_there_is_heard(store: TaskStore, task_id: TaskId) -> None:
    await store.hearings.done(task_id, len(CHUNKS))
    await store.hearings.done(task_id, -1)
    assert (await take(store, task_id, OWNER, idle=False)).states == "fhff"


async def test_every_hearing_has_a_time_to_live(store: TaskStore, task_id: TaskId, valkey_url: str) -> None:
    await take(store, task_id, ONE)
    with Redis.from_url(valkey_url) as redis:
        assert 0 < int(redis.ttl(keys.hearing(task_id))) <= 600
