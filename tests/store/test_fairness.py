"""Whose turn it is, on a real Valkey."""

import json
from dataclasses import replace

import pytest
from redis import Redis
from support.made import a_task

from cueweave.domain.tasks import Task, TaskId
from cueweave.store.tasks import TaskStore


async def admitted(store: TaskStore, user: str) -> TaskId:
    task = a_task(user)
    assert await store.move.create(task, user_limit=100, limit=10_000) == "ok"
    return TaskId.parse(task.task_id)


async def taken(store: TaskStore, ticket: TaskId) -> Task:
    verdict, task = await store.move.take(ticket, most=3, message="worn out")
    assert (verdict, bool(task)) == ("ok", True)
    assert task
    return task


async def test_a_user_with_five_tasks_does_not_hold_up_a_user_with_one(store: TaskStore) -> None:
    tickets = [await admitted(store, user) for user in ("ada", "ada", "ada", "ada", "ada", "eve")]
    first, second, third = [await taken(store, ticket) for ticket in tickets[:3]]
    assert [first.task_id, second.task_id, third.task_id] == [str(tickets[0]), str(tickets[5]), str(tickets[1])]


async def test_with_one_place_the_users_take_turns(store: TaskStore) -> None:
    tickets = [await admitted(store, user) for user in ("ada", "ada", "ada", "eve", "bob")]
    order = []
    for ticket in tickets:
        task = await taken(store, ticket)
        order.append(TaskId.parse(task.task_id))
        assert await store.move.finish(order[-1], task.attempt) == "ok"
    assert [task_id.user for task_id in order] == ["ada", "eve", "bob", "ada", "ada"]
    assert [task_id for task_id in order if task_id.user == "ada"] == tickets[:3]


async def test_the_oldest_of_all_comes_first_among_users_alike(store: TaskStore) -> None:
    tickets = [await admitted(store, f"user-{number}") for number in range(20)]
    assert [(await taken(store, ticket)).task_id for ticket in reversed(tickets)] == [str(each) for each in tickets]


async def test_a_ticket_asked_with_again_stands_for_the_same_task(store: TaskStore) -> None:
    ada, eve = await admitted(store, "ada"), await admitted(store, "eve")
    assert (await taken(store, eve)).task_id == str(ada)
    again = await taken(store, eve)
    assert (again.task_id, again.attempt) == (str(ada), 2)
    assert (await taken(store, ada)).task_id == str(eve)


async def test_a_ticket_for_which_no_task_waits_finds_nothing(store: TaskStore) -> None:
    ticket = await admitted(store, "ada")
    task = await taken(store, ticket)
    await store.move.finish(ticket, task.attempt)
    assert await store.move.take(ticket, most=3, message="") == ("none", None)
    assert await store.move.take(TaskId.new("eve"), most=3, message="") == ("none", None)


async def test_cancelling_a_running_task_calls_off_the_ticket_it_runs_under(store: TaskStore) -> None:
    ada, eve = await admitted(store, "ada"), await admitted(store, "eve")
    assert (await taken(store, eve)).task_id == str(ada)
    _, _, ticket = await store.move.cancel(ada)
    assert ticket == eve


async def test_cancelling_a_waiting_task_leaves_the_ticket_that_serves_another(store: TaskStore) -> None:
    ada, eve = await admitted(store, "ada"), await admitted(store, "eve")
    assert (await taken(store, eve)).task_id == str(ada)
    _, _, ticket = await store.move.cancel(eve)
    assert ticket is None
    bob = await admitted(store, "bob")
    _, _, ticket = await store.move.cancel(bob)
    assert ticket == bob


async def test_there_is_a_ticket_for_each_task_after_the_queue_was_lost(store: TaskStore) -> None:
    tickets = [await admitted(store, user) for user in ("ada", "ada", "eve", "bob")]
    assert (await taken(store, tickets[3])).task_id == str(tickets[0])
    assert (await taken(store, tickets[1])).task_id == str(tickets[2])
    known = await store.tickets()
    assert len(known) == len(set(known)) == 4
    running = {(await taken(store, ticket)).task_id for ticket in known}
    assert running == {str(each) for each in tickets}


async def test_a_record_of_a_later_version_is_left_to_who_knows_it(store: TaskStore, valkey_url: str) -> None:
    later, known = await admitted(store, "ada"), await admitted(store, "eve")
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        record = json.loads(str(redis.hget(f"task:{later}", "data")))
        redis.hset(f"task:{later}", "data", json.dumps(record | {"version": 2}))
    assert (await taken(store, later)).task_id == str(known)
    assert await store.move.take(TaskId.new("bob"), most=3, message="") == ("none", None)


@pytest.mark.parametrize("damage", ["cueweave:waiting", "cueweave:tickets", "cueweave:running"])
async def test_mending_restores_the_order(store: TaskStore, valkey_url: str, damage: str) -> None:
    tickets = [await admitted(store, user) for user in ("ada", "ada", "eve")]
    await taken(store, tickets[0])
    with Redis.from_url(valkey_url) as redis:
        redis.delete(damage)
    assert await store.mend() > 0
    assert await store.mend() == 0
    assert replace(await taken(store, tickets[2]), attempt=0).task_id in {str(tickets[0]), str(tickets[2])}
