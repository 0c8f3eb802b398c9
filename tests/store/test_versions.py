"""Old and new processes side by side on the same records."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from redis import Redis
from support.made import a_task

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, Status, TaskId
from cueweave.store.tasks import TaskStore

FIRST_FIELDS = ("task_id", "status", "stage", "progress", "created_at", "updated_at", "attempt", "version")


def rewrite(url: str, task_id: TaskId, *, only: tuple[str, ...] | None = None, **more: object) -> None:
    """Make the record what another version would have written."""
    with Redis.from_url(url, decode_responses=True) as redis:
        record: dict[str, Any] = json.loads(redis.hget(f"task:{task_id}", "data"))
        kept = {name: value for name, value in record.items() if only is None or name in only}
        redis.hset(f"task:{task_id}", "data", json.dumps(kept | more))


async def admitted(store: TaskStore) -> TaskId:
    task = a_task("ada")
    assert await store.move.create(task, user_limit=10, limit=10) == "ok"
    return TaskId.parse(task.task_id)


async def to_the_end(store: TaskStore, task_id: TaskId) -> None:
    verdict, task = await store.move.take(task_id, most=3, message="")
    assert (verdict, task and task.task_id) == ("ok", str(task_id))
    assert await store.move.progress(task_id, 1, Progress(Stage.ALIGNING, 50)) == "ok"
    assert await store.move.finish(task_id, 1) == "ok"
    over = await store.load(task_id)
    assert over is not None
    assert over.status is Status.COMPLETED


async def test_a_task_of_the_first_records_is_worked_on_and_read(store: TaskStore, valkey_url: str) -> None:
    task_id = await admitted(store)
    rewrite(valkey_url, task_id, only=FIRST_FIELDS)
    await to_the_end(store, task_id)


async def test_what_a_newer_process_wrote_besides_stays_through_every_move(store: TaskStore, valkey_url: str) -> None:
    task_id = await admitted(store)
    rewrite(valkey_url, task_id, invented={"later": [1, 2.5, "three"]})
    await to_the_end(store, task_id)
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        assert json.loads(str(redis.hget(f"task:{task_id}", "data")))["invented"] == {"later": [1, 2.5, "three"]}


async def test_a_task_of_a_later_version_can_be_cancelled_by_an_older_process(
    store: TaskStore, valkey_url: str
) -> None:
    task_id = await admitted(store)
    rewrite(valkey_url, task_id, version=2)
    assert await store.move.take(task_id, most=3, message="") == ("none", None)
    verdict, _, _ = await store.move.cancel(task_id)
    assert verdict == "ok"


def test_the_scripts_know_the_version_that_new_tasks_have() -> None:
    prelude = (files("cueweave.store") / "lua/prelude.lua").read_text()
    assert re.findall(r"^local KNOWN_VERSION = (\d+)$", prelude, re.MULTILINE) == [str(a_task("ada").version)]
