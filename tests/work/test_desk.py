"""What a caller may ask, without any worker."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.media import noise
from support.workers import Submit, submitter

from cueweave.domain.tasks import Stage, Status, TaskId
from cueweave.errors import (
    AccessDenied,
    BadInput,
    EmptyFile,
    NoCues,
    NotAMedium,
    ServerBusy,
    StoreUnavailable,
    TaskAlreadyOver,
    TaskNotCompleted,
    TaskNotFound,
    TaskTimedOut,
    TooLong,
    UserLimitReached,
)
from cueweave.store.tasks import TaskStore
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk


def files(config: WorkConfig) -> list[Path]:
    return [path for path in config.data_dir.rglob("*") if path.is_file()]


async def test_a_submitted_task_is_pending(desk: Desk, submit: Submit) -> None:
    task = await submit()
    assert (task.status, task.stage, task.progress) == (Status.PENDING, Stage.QUEUED, 0)
    assert await desk.task("ada", task.task_id) == task
    assert task.created_at.endswith("Z")


NEVER = "0189d3a0-5f3c-4a52-8d5e-6f1f0e0c9a11"


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", EmptyFile), (b"only text", NotAMedium), (b"\x89PNG\r\n\x1a\n" + bytes(99), NotAMedium)],
)
async def test_a_bad_upload_is_refused_and_leaves_nothing(
    desk: Desk, submit: Submit, config: WorkConfig, data: bytes, error: type[BadInput]
) -> None:
    with pytest.raises(error):
        await submit(data=data)
    assert files(config) == []
    assert (await desk.counts()).active == 0


async def test_subtitles_that_say_nothing_are_refused(desk: Desk, tmp_path: Path, config: WorkConfig) -> None:
    incoming = desk.receive()
    incoming.open("media").write(noise(tmp_path / "noise.wav", 1).read_bytes())
    incoming.open("subtitles").write(b"1\n00:00:01,000 --> 00:00:02,000\n\n")
    with pytest.raises(NoCues):
        await desk.submit("ada", incoming, media_name="noise.wav")
    assert files(config) == []


async def test_a_medium_that_is_too_long_is_refused(config: WorkConfig, tmp_path: Path) -> None:
    async with open_desk(replace(config, max_media_seconds=1.0)) as desk:
        with pytest.raises(TooLong, match="Send it in parts"):
            await submitter(desk, tmp_path)(seconds=2)


async def test_the_sixth_task_of_a_user_is_refused_and_leaves_nothing(
    desk: Desk, submit: Submit, config: WorkConfig
) -> None:
    for _ in range(5):
        await desk.look("ada")
        await submit()
    before = len(files(config))
    with pytest.raises(UserLimitReached, match=r"^Maximum 5 concurrent tasks per user exceeded$"):
        await desk.look("ada")
    with pytest.raises(UserLimitReached):
        await submit()
    assert len(files(config)) == before
    await desk.look("eve")


async def test_a_full_server_says_so(config: WorkConfig, tmp_path: Path) -> None:
    async with open_desk(replace(config, max_tasks=1)) as desk:
        await submitter(desk, tmp_path)("ada")
        with pytest.raises(ServerBusy, match=r"^Server is busy, please try again later$"):
            await desk.look("eve")
        with pytest.raises(ServerBusy):
            await submitter(desk, tmp_path)("eve")


async def test_other_users_get_nothing_of_a_task(desk: Desk, submit: Submit) -> None:
    task = await submit("ada")
    for ask in (
        desk.task("eve", task.task_id),
        desk.result("eve", task.task_id),
        desk.asset("eve", task.task_id, "slide-1.jpg"),
        desk.cancel("eve", task.task_id),
    ):
        with pytest.raises(AccessDenied, match=r"^Access denied$"):
            await ask


@pytest.mark.parametrize("task_id", ["", "ada", "ada:x", f"ada:{NEVER}", f"eve:{NEVER}"])
async def test_a_task_that_never_was_is_not_found(desk: Desk, task_id: str) -> None:
    with pytest.raises(TaskNotFound, match=r"^Task not found$"):
        await desk.task("ada", task_id)


async def test_an_id_without_dashes_names_the_same_task(desk: Desk, submit: Submit) -> None:
    task = await submit()
    assert await desk.task("ada", task.task_id.replace("-", "").upper().replace("ADA", "ada")) == task


async def test_a_result_asked_for_too_early_says_where_the_task_stands(desk: Desk, submit: Submit) -> None:
    task = await submit()
    with pytest.raises(TaskNotCompleted, match=r"^Task is not completed\. Current status: pending$"):
        await desk.result("ada", task.task_id)


async def test_a_cancelled_task_frees_its_slot_and_can_be_cancelled_again(
    desk: Desk, submit: Submit, config: WorkConfig
) -> None:
    task = await submit()
    for _ in range(2):
        assert (await desk.cancel("ada", task.task_id)).status is Status.CANCELLED
    assert (await desk.counts()).active == 0
    assert files(config) == []


async def test_a_completed_task_cannot_be_cancelled(desk: Desk, submit: Submit, store: TaskStore) -> None:
    task = await submit()
    task_id = TaskId.parse(task.task_id)
    await store.move.take(task_id, most=3, message="")
    await store.move.finish(task_id, 1)
    with pytest.raises(TaskAlreadyOver, match=r"^Task is already completed$"):
        await desk.cancel("ada", task.task_id)


async def test_a_list_shows_active_and_finished_tasks(desk: Desk, submit: Submit) -> None:
    first, second = await submit(), await submit()
    await desk.cancel("ada", first.task_id)
    page = await desk.tasks("ada", include_completed=True, limit=50, cursor=None)
    assert [task.task_id for task in page.active] == [second.task_id]
    assert [task.task_id for task in page.finished] == [first.task_id]
    assert (page.total_active, page.total_finished, page.next_cursor) == (1, 1, None)
    short = await desk.tasks("ada", include_completed=False, limit=50, cursor=None)
    assert (short.finished, short.total_finished) == ([], 1)


async def test_waiting_ends_when_the_time_is_up(desk: Desk, submit: Submit) -> None:
    task = await submit()
    with pytest.raises(TaskTimedOut):
        await desk.wait("ada", task.task_id, 0.1)


async def test_a_name_that_is_no_text_is_kept_as_text(desk: Desk, tmp_path: Path) -> None:
    incoming = desk.receive()
    incoming.open("media").write(noise(tmp_path / "noise.wav", 1).read_bytes())
    task = await desk.submit("ada", incoming, media_name='\ud800/../"\0☃.wav')
    assert (await desk.task("ada", task.task_id)).media_name == task.media_name
    assert (await desk.cancel("ada", task.task_id)).media_name == task.media_name


async def test_health_tells_what_works(desk: Desk, config: WorkConfig) -> None:
    assert await desk.health() == await desk.health()
    health = await desk.health()
    assert (health.store, health.storage, health.workers) == (True, True, 0)
    shutil.rmtree(config.data_dir / "blobs")
    (config.data_dir / "blobs").write_bytes(b"")
    assert not (await desk.health()).storage


async def test_a_store_that_cannot_be_reached_says_so(config: WorkConfig) -> None:
    with pytest.raises(StoreUnavailable):
        async with open_desk(replace(config, redis_url="unix:///nowhere/s")):
            pass


async def test_many_uploads_at_once_get_in_up_to_the_limit(desk: Desk, submit: Submit) -> None:
    answers = await asyncio.gather(*(submit() for _ in range(12)), return_exceptions=True)
    assert sum(isinstance(answer, UserLimitReached) for answer in answers) == 7
    assert (await desk.counts()).active == 5
