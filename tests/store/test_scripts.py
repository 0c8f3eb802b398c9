"""The moves of a task, on a real Valkey."""

import asyncio
import json
import random

import pytest
from redis import Redis
from support.keys import truth_and_count
from support.made import a_task

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, Status, Task, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.tasks import TaskStore, open_tasks


async def admitted(store: TaskStore, user: str = "ada") -> Task:
    task = a_task(user)
    assert await store.move.create(task, user_limit=100, limit=1000) == "ok"
    return task


async def started(store: TaskStore) -> TaskId:
    task_id = TaskId.parse((await admitted(store)).task_id)
    verdict, _ = await store.move.take(task_id, most=3, message="worn out")
    assert verdict == "ok"
    return task_id


async def kept(store: TaskStore, task_id: TaskId) -> Task:
    task = await store.load(task_id)
    assert task
    return task


async def test_a_created_task_stands_in_the_keys_of_the_document(store: TaskStore, valkey_url: str) -> None:
    task = await admitted(store)
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        assert redis.get("global:active_tasks_count") == "1"
        assert redis.smembers("user:ada:active_tasks") == {task.task_id}
        assert '"status": "pending"' in str(redis.hget(f"task:{task.task_id}", "data"))
    assert await store.load(TaskId.parse(task.task_id)) == task


async def test_of_200_simultaneous_creates_of_one_user_exactly_5_get_in(store: TaskStore) -> None:
    verdicts = await asyncio.gather(*(store.move.create(a_task(), user_limit=5, limit=20) for _ in range(200)))
    assert verdicts.count("ok") == 5
    assert verdicts.count("user") == 195


async def test_of_60_users_with_3_each_exactly_20_get_in(store: TaskStore) -> None:
    tasks = [a_task(f"user-{number}") for number in range(60) for _ in range(3)]
    random.Random(1).shuffle(tasks)
    verdicts = await asyncio.gather(*(store.move.create(task, user_limit=5, limit=20) for task in tasks))
    assert verdicts.count("ok") == 20
    assert verdicts.count("server") == 160


async def test_a_create_whose_answer_was_lost_can_be_repeated(store: TaskStore) -> None:
    task = a_task()
    assert await store.move.create(task, user_limit=1, limit=1) == "ok"
    assert await store.move.create(task, user_limit=1, limit=1) == "ok"


async def test_the_counter_is_the_truth_after_each_round_of_races(store: TaskStore, valkey_url: str) -> None:
    chance = random.Random(2)
    for _ in range(10):
        ids = [TaskId.parse((await admitted(store, f"user-{number % 4}")).task_id) for number in range(20)]
        for task_id in ids:
            await store.move.take(task_id, most=3, message="")
        moves = [
            move
            for task_id in ids[:15]
            for move in (
                store.move.cancel(task_id),
                store.move.finish(task_id, 1),
                store.move.fail(task_id, 1, "it failed"),
                store.move.create(a_task("user-9"), user_limit=3, limit=1000),
                store.move.cancel(task_id),
            )
        ]
        chance.shuffle(moves)
        await asyncio.gather(*moves)
        counts = truth_and_count(valkey_url)
        assert len(set(counts.values())) == 1, counts
        assert counts["counter"] >= 5
    assert await store.mend() == 0


async def test_start_counts_attempts(store: TaskStore) -> None:
    task_id = await started(store)
    verdict, task = await store.move.start(task_id, most=3, message="")
    assert (verdict, task and task.attempt, task and task.status) == ("ok", 2, Status.PROCESSING)


async def test_the_fourth_start_fails_the_task(store: TaskStore) -> None:
    task_id = await started(store)
    for _ in range(2):
        await store.move.start(task_id, most=3, message="")
    verdict, task = await store.move.start(task_id, most=3, message="given up")
    assert verdict == "worn out"
    assert task
    assert (task.status, task.error_message) == (Status.FAILED, "given up")


async def test_an_attempt_that_was_handed_back_does_not_count_as_interrupted(store: TaskStore) -> None:
    task_id = await started(store)
    for attempt in range(1, 6):
        assert await store.move.hand_back(task_id, attempt) == "ok"
        verdict, _ = await store.move.start(task_id, most=3, message="")
        assert verdict == "ok"


async def test_a_task_that_is_over_cannot_be_started(store: TaskStore) -> None:
    task_id = await started(store)
    await store.move.cancel(task_id)
    verdict, _ = await store.move.start(task_id, most=3, message="")
    assert verdict == "over"


async def test_a_task_that_never_was_cannot_be_started(store: TaskStore) -> None:
    verdict, task = await store.move.start(TaskId.new("ada"), most=3, message="")
    assert (verdict, task) == ("gone", None)


async def test_a_task_that_no_worker_has_cannot_be_begun_anew(store: TaskStore) -> None:
    task_id = TaskId.parse((await admitted(store)).task_id)
    verdict, task = await store.move.start(task_id, most=3, message="")
    assert (verdict, task) == ("gone", None)


async def test_progress_never_goes_back(store: TaskStore) -> None:
    task_id = await started(store)
    for stage, percent in ((Stage.ALIGNING, 60), (Stage.TRANSCRIBING, 10), (Stage.ALIGNING, 40)):
        assert await store.move.progress(task_id, 1, Progress(stage, percent)) == "ok"
    task = await kept(store, task_id)
    assert (task.stage, task.progress) == (Stage.ALIGNING, 60)


async def test_a_second_attempt_shows_what_the_first_had_reached(store: TaskStore) -> None:
    task_id = await started(store)
    await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 60))
    await store.move.start(task_id, most=3, message="")
    task = await kept(store, task_id)
    assert (task.stage, task.progress, task.attempt) == (Stage.ALIGNING, 60, 2)


async def test_writes_of_an_older_attempt_are_refused(store: TaskStore) -> None:
    task_id = await started(store)
    await store.move.start(task_id, most=3, message="")
    assert await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 60)) == "refused"
    assert await store.move.finish(task_id, 1) == "refused"
    assert await store.move.fail(task_id, 1, "late") == "refused"
    assert await store.move.hand_back(task_id, 1) == "refused"
    assert (await kept(store, task_id)).status is Status.PROCESSING


async def test_a_finish_whose_answer_was_lost_can_be_repeated(store: TaskStore) -> None:
    task_id = await started(store)
    assert await store.move.finish(task_id, 1) == "ok"
    assert await store.move.finish(task_id, 1) == "ok"
    assert (await store.tallies.read()).ended[Status.COMPLETED] == 1
    task = await kept(store, task_id)
    assert (task.stage, task.progress) == (Stage.COMPLETED, 100)


async def test_a_failed_task_keeps_its_stage_and_says_why(store: TaskStore) -> None:
    task_id = await started(store)
    await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 60))
    await store.move.fail(task_id, 1, "Zu früh – “kaputt” / ☃")
    task = await kept(store, task_id)
    assert (task.stage, task.progress, task.error_message) == (Stage.ALIGNING, 60, "Zu früh – “kaputt” / ☃")


async def test_a_cancelled_task_can_be_cancelled_again(store: TaskStore) -> None:
    task_id = await started(store)
    assert (await store.move.cancel(task_id))[0] == "ok"
    assert (await store.move.cancel(task_id))[0] == "already"


async def test_a_completed_task_cannot_be_cancelled(store: TaskStore) -> None:
    task_id = await started(store)
    await store.move.finish(task_id, 1)
    verdict, task, _ = await store.move.cancel(task_id)
    assert (verdict, task and task.status) == ("over", Status.COMPLETED)


async def test_a_finished_task_is_forgotten_after_its_time(valkey_url: str) -> None:
    async with open_tasks(valkey_url, result_ttl=60) as store:
        task_id = await started(store)
        await store.move.finish(task_id, 1)
    with Redis.from_url(valkey_url) as redis:
        assert 0 < int(str(redis.ttl(f"task:{task_id}"))) <= 60
        assert 0 < int(str(redis.ttl("cueweave:finished:ada"))) <= 60


@pytest.mark.parametrize("damage", ["counter", "member", "list", "record"])
async def test_mending_sets_right_what_something_else_broke(store: TaskStore, valkey_url: str, damage: str) -> None:
    task_id = await started(store)
    await admitted(store, "eve")
    with Redis.from_url(valkey_url) as redis:
        match damage:
            case "counter":
                redis.set("global:active_tasks_count", -17)
            case "member":
                redis.srem("user:ada:active_tasks", str(task_id))
            case "list":
                redis.delete("cueweave:active")
            case "record":
                redis.delete(f"task:{task_id}")
    wrong = await store.mend()
    assert wrong >= 1
    assert (await store.tallies.read()).mended == wrong
    assert len(set(truth_and_count(valkey_url).values())) == 1


async def test_an_unreachable_store_says_so_at_once() -> None:
    async with open_tasks("unix:///nowhere/s", result_ttl=60) as store:
        with pytest.raises(StoreUnavailable, match="can't be reached right now"):
            await store.move.create(a_task(), user_limit=5, limit=20)


async def test_the_told_language_stays_through_all_moves(store: TaskStore) -> None:
    task = a_task(language="pt-BR")
    await store.move.create(task, user_limit=100, limit=1000)
    task_id = TaskId.parse(task.task_id)
    await store.move.take(task_id, most=3, message="worn out")
    await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 50))
    assert (await kept(store, task_id)).language == "pt-BR"


async def test_a_record_from_before_languages_could_be_told_is_read(store: TaskStore, valkey_url: str) -> None:
    task = await admitted(store)
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        record = json.loads(str(redis.hget(f"task:{task.task_id}", "data")))
        del record["language"]
        redis.hset(f"task:{task.task_id}", "data", json.dumps(record))
    assert (await kept(store, TaskId.parse(task.task_id))) == task


async def completed(store: TaskStore) -> TaskId:
    task_id = await started(store)
    assert await store.move.finish(task_id, 1) == "ok"
    return task_id


async def test_an_edit_of_the_current_edition_becomes_the_current_one(store: TaskStore) -> None:
    task_id = await completed(store)
    assert await store.move.edit(task_id, expected="1", edition="2-a") == "ok"
    assert await store.move.edit(task_id, expected="2-a", edition="3-b") == "ok"
    assert (await kept(store, task_id)).edition == "3-b"


async def test_of_simultaneous_edits_exactly_one_becomes_the_current_one(store: TaskStore) -> None:
    task_id = await completed(store)
    edits = [store.move.edit(task_id, expected="1", edition=f"2-{number}") for number in range(50)]
    verdicts = await asyncio.gather(*edits)
    assert (verdicts.count("ok"), verdicts.count("stale")) == (1, 49)
    assert (await kept(store, task_id)).edition == f"2-{verdicts.index('ok')}"


async def test_an_edit_whose_answer_was_lost_can_be_repeated(store: TaskStore) -> None:
    task_id = await completed(store)
    assert await store.move.edit(task_id, expected="1", edition="2-a") == "ok"
    assert await store.move.edit(task_id, expected="1", edition="2-a") == "ok"


async def test_an_edit_does_not_let_a_result_live_longer(store: TaskStore, valkey_url: str) -> None:
    task_id = await completed(store)
    with Redis.from_url(valkey_url) as redis:
        redis.expire(f"task:{task_id}", 30)
        assert await store.move.edit(task_id, expected="1", edition="2-a") == "ok"
        assert 0 < int(str(redis.ttl(f"task:{task_id}"))) <= 30


async def test_only_a_completed_task_can_be_edited(store: TaskStore) -> None:
    assert await store.move.edit(await started(store), expected="1", edition="2-a") == "unfinished"
    assert await store.move.edit(TaskId.new("ada"), expected="1", edition="2-a") == "gone"


async def test_the_record_of_a_version_without_editions_has_the_original(store: TaskStore, valkey_url: str) -> None:
    task_id = await completed(store)
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        record = json.loads(str(redis.hget(f"task:{task_id}", "data")))
        del record["edition"]
        redis.hset(f"task:{task_id}", "data", json.dumps(record))
    assert (await kept(store, task_id)).edition == "1"
    assert await store.move.edit(task_id, expected="1", edition="2-a") == "ok"
