"""What is counted for the metrics."""

from support.made import a_task

from cueweave.domain.tasks import Stage, TaskId
from cueweave.domain.usage import Usage
from cueweave.store.tallies import STORAGE_KNOWN_SECONDS
from cueweave.store.tasks import TaskStore


async def test_nothing_has_happened_in_a_new_store(store: TaskStore) -> None:
    tally = await store.tallies.read()
    assert tally.attempts == {"first": 0, "redelivered": 0, "crashed": 0}
    assert (tally.ended_in, tally.stage_seconds, tally.llm) == ({}, {}, Usage())
    assert (tally.media_seconds, tally.work_seconds, tally.mended, tally.oldest_waiting) == (0, 0, 0, 0)
    assert tally.storage_bytes is None


async def test_the_seconds_of_stages_and_media_add_up(store: TaskStore) -> None:
    await store.tallies.passed({Stage.TRANSCRIBING: 0.5, Stage.ALIGNING: 1.5}, media_seconds=60.0)
    await store.tallies.passed({Stage.ALIGNING: 2.0}, media_seconds=30.0)
    tally = await store.tallies.read()
    assert tally.stage_seconds == {"aligning": (3.5, 2), "transcribing": (0.5, 1)}
    assert (tally.media_seconds, tally.work_seconds) == (90.0, 4.0)


async def test_attempts_are_counted_by_their_cause(store: TaskStore) -> None:
    for cause in ("first", "first", "crashed"):
        await store.tallies.began(cause)
    assert (await store.tallies.read()).attempts == {"first": 2, "redelivered": 0, "crashed": 1}


async def test_what_a_language_model_cost_adds_up(store: TaskStore) -> None:
    await store.tallies.asked(Usage(100, 20, {"answered": 1}, ungrounded=2))
    await store.tallies.asked(Usage(10, 0, {"answered": 2, "timed_out": 1}))
    assert (await store.tallies.read()).llm == Usage(110, 20, {"answered": 3, "timed_out": 1}, ungrounded=2)


async def test_the_task_that_waits_longest_is_told_until_a_worker_takes_it(store: TaskStore) -> None:
    task = a_task()
    await store.move.create(task, user_limit=5, limit=20)
    first = (await store.tallies.read()).oldest_waiting
    assert 0 < first < (await store.tallies.read()).oldest_waiting < 60
    await store.move.take(TaskId.parse(task.task_id), most=3, message="")
    assert (await store.tallies.read()).oldest_waiting == 0


async def test_a_failed_task_is_counted_with_the_stage_in_which_it_failed(store: TaskStore) -> None:
    task = a_task()
    task_id = TaskId.parse(task.task_id)
    await store.move.create(task, user_limit=5, limit=20)
    await store.move.take(task_id, most=3, message="")
    await store.move.fail(task_id, 1, "No speech.")
    assert (await store.tallies.read()).ended_in == {("failed", "transcribing"): 1}


async def test_what_files_take_is_told_for_a_while_only(store: TaskStore) -> None:
    await store.tallies.stored(4096)
    assert (await store.tallies.read()).storage_bytes == 4096
    assert 0 < STORAGE_KNOWN_SECONDS <= 3600
