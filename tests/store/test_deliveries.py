"""Messages are owed from the moment in which a task ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.made import a_task

from cueweave.domain.deliveries import Delivery, DeliveryState
from cueweave.domain.tasks import Task, TaskId
from cueweave.store.tasks import TaskStore

URL = "https://www.example.org/hook"


async def taken(store: TaskStore, *, url: str = URL) -> Task:
    task = a_task(callback_url=url)
    await store.move.create(task, user_limit=9, limit=9)
    _, begun = await store.move.take(TaskId.parse(task.task_id), most=3, message="")
    assert begun
    return begun


async def end(store: TaskStore, task: Task, how: str) -> TaskId:
    task_id = TaskId.parse(task.task_id)
    match how:
        case "finish":
            await store.move.finish(task_id, task.attempt)
        case "fail":
            await store.move.fail(task_id, task.attempt, "No.")
        case "cancel":
            await store.move.cancel(task_id)
        case "worn out":
            await store.move.start(task_id, most=1, message="No.")
        case "worn out when taken":
            await store.move.take(task_id, most=1, message="No.")
    ended = await store.load(task_id)
    assert ended
    assert ended.status.is_over
    return task_id


@pytest.mark.parametrize("how", ["finish", "fail", "cancel", "worn out", "worn out when taken"])
async def test_however_a_task_ends_a_message_is_owed(store: TaskStore, how: str) -> None:
    task_id = await end(store, await taken(store), how)
    delivery = await store.deliveries.of(task_id)
    assert delivery
    assert (delivery.id, delivery.state, delivery.tries) == (f"msg_{task_id.key.replace('-', '')}", "pending", 0)
    assert await store.deliveries.owed(most=9) == [(task_id, 0)]


async def test_none_is_owed_where_nobody_asked_or_the_task_goes_on(store: TaskStore) -> None:
    await end(store, await taken(store, url=""), "finish")
    await taken(store)
    assert await store.deliveries.waiting() == 0


async def test_what_is_due_is_handed_out_to_one_asker_at_a_time(
    store: TaskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    task_id = await end(store, await taken(store), "finish")
    assert await store.deliveries.owed(most=9) == [(task_id, 0)]
    assert await store.deliveries.owed(most=9) == []
    monkeypatch.setattr("cueweave.store.deliveries.HANDED_OUT_MS", -1)
    await store.deliveries.resend(task_id)
    assert await store.deliveries.owed(most=9) == [(task_id, 0)]
    assert await store.deliveries.owed(most=9) == [(task_id, 0)]  # nothing came of it for too long


async def test_of_two_tries_of_one_number_the_first_to_end_counts(store: TaskStore) -> None:
    task_id = await end(store, await taken(store), "finish")
    owed = await store.deliveries.of(task_id)
    assert owed
    failed = replace(owed, state=DeliveryState.PENDING, last=5, next=7, status=503, reason="no")
    delivered = replace(owed, state=DeliveryState.DELIVERED, last=6, next=None, status=200)
    assert await store.deliveries.tried(task_id, 0, failed) == "ok"
    assert await store.deliveries.tried(task_id, 0, delivered) == "stale"
    kept = await store.deliveries.of(task_id)
    assert kept == Delivery(owed.id, DeliveryState.PENDING, 1, owed.since, 7, 0, 5, 503, "no")
    assert await store.deliveries.tried(task_id, 1, delivered) == "ok"
    assert await store.deliveries.waiting() == 0
    assert (await store.tallies.read()).deliveries == {"delivered": 1, "retried": 1, "failed": 0}
