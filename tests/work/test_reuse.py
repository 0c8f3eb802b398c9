"""The same content again is answered with the user's earlier task, where operator and user want it so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from redis import Redis
from support.s3 import S3Box

from cueweave.domain.engines import SpeechServer
from cueweave.domain.tasks import Status, Task, TaskId
from cueweave.errors import BadInput, KeyReused
from cueweave.store.tasks import TaskStore
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk
from cueweave.work.purge import open_purge
from cueweave.work.wishes import Wishes

Finish = Callable[[Task], Awaitable[Task]]
MEDIUM = b"RIFF" + bytes(range(256)) * 100


@pytest.fixture
def config(config: WorkConfig) -> WorkConfig:
    return replace(config, reuse_results="asked")


@pytest.fixture(autouse=True)
def _no_look_at_media(monkeypatch: pytest.MonkeyPatch) -> None:
    async def inspect(*_: object) -> float:
        return 1.0

    monkeypatch.setattr("cueweave.work.inspection.Inspector.inspect", inspect)


async def hand_in(
    desk: Desk, *, user: str = "ada", parts: dict[str, bytes] | None = None, language: str = "", key: str | None = None
) -> Task:
    """What is given to a user who takes an earlier result."""
    incoming = desk.receive()
    for name, data in (parts or {"media": MEDIUM, "subtitles": b"1"}).items():
        writer = incoming.open(name)
        writer.write(data[:1000])
        writer.write(data[1000:])
    incoming.reuses = desk.reuse.wanted("true")
    return await desk.submit(user, incoming, media_name="a.wav", wishes=Wishes(language or None), once_key=key)


async def taken(store: TaskStore, task: Task) -> TaskId:
    """The id of the task, which a worker has now."""
    task_id = TaskId.parse(task.task_id)
    verdict, got = await store.move.take(task_id, most=3, message="worn out")
    assert (verdict, got.task_id if got else "") == ("ok", task.task_id)
    return task_id


@pytest.fixture
def finish(store: TaskStore) -> Finish:
    """As a worker does, without the work."""

    async def done(task: Task) -> Task:
        assert await store.move.finish(await taken(store, task), 1) == "ok"
        return task

    return done


async def test_the_same_again_gets_the_completed_task_and_takes_no_place(
    desk: Desk, config: WorkConfig, finish: Finish
) -> None:
    first = await finish(await hand_in(desk))
    again = await hand_in(desk)
    assert (again.task_id, again.status) == (first.task_id, Status.COMPLETED)
    page = await desk.tasks("ada", include_completed=True, limit=10, cursor=None)
    assert (page.total_active, page.total_finished) == (0, 1)
    assert list((config.data_dir / "blobs/incoming").iterdir()) == []


async def test_it_holds_where_files_are_kept_in_a_bucket(config: WorkConfig, finish: Finish, s3: S3Box) -> None:
    async with open_desk(replace(config, bucket=s3.bucket)) as desk:
        first = await finish(await hand_in(desk))
        assert (await hand_in(desk)).task_id == first.task_id


async def test_nobody_is_told_of_another_users_task(desk: Desk, finish: Finish) -> None:
    first = await finish(await hand_in(desk))
    other = await hand_in(desk, user="eve")
    assert other.status is Status.PENDING
    assert other.task_id != first.task_id


@pytest.mark.parametrize(
    "other",
    [
        {"parts": {"media": MEDIUM + b"\0", "subtitles": b"1"}},
        {"parts": {"media": MEDIUM, "subtitles": b"2"}},
        {"parts": {"media": MEDIUM}},
        {"parts": {"media": MEDIUM, "slides": b"1"}},
        {"parts": {"media": MEDIUM, "subtitles": b"1", "slides": b"1"}},
        {"language": "en"},
    ],
)
async def test_other_content_makes_a_task_of_its_own(desk: Desk, finish: Finish, other: dict[str, str]) -> None:
    await finish(await hand_in(desk))
    assert (await hand_in(desk, **other)).status is Status.PENDING  # type: ignore[arg-type]


async def test_what_another_engine_would_hear_makes_a_task_of_its_own(
    desk: Desk, config: WorkConfig, finish: Finish
) -> None:
    await finish(await hand_in(desk, parts={"media": MEDIUM}))
    async with open_desk(replace(config, engine=SpeechServer("whisper-1", "http://127.0.0.1:1/v1"))) as changed:
        assert (await hand_in(changed, parts={"media": MEDIUM})).status is Status.PENDING


async def test_a_task_that_is_not_completed_is_not_named_again(desk: Desk, store: TaskStore) -> None:
    failed = await taken(store, await hand_in(desk))
    assert await store.move.fail(failed, 1, "It broke.") == "ok"
    waiting = await hand_in(desk)
    assert waiting.status is Status.PENDING
    other = await hand_in(desk)
    assert other.task_id != waiting.task_id
    for each in (waiting, other):
        await desk.cancel("ada", each.task_id)
    assert (await hand_in(desk)).status is Status.PENDING


async def test_an_earlier_completed_task_is_named_though_a_later_one_was_cancelled(desk: Desk, finish: Finish) -> None:
    quick, slow = await hand_in(desk), await hand_in(desk)
    await finish(quick)
    await desk.cancel("ada", slow.task_id)
    assert (await hand_in(desk)).task_id == quick.task_id


async def test_an_edited_result_is_not_what_would_come_out(desk: Desk, store: TaskStore, finish: Finish) -> None:
    first = await finish(await hand_in(desk))
    assert await store.move.edit(TaskId.parse(first.task_id), expected="1", edition="2-x") == "ok"
    assert (await hand_in(desk)).status is Status.PENDING


async def test_a_task_without_its_recording_is_not_named_again(
    desk: Desk, config: WorkConfig, finish: Finish, tmp_path: Path
) -> None:
    first = await finish(await hand_in(desk))
    (medium,) = (config.data_dir / "blobs/tasks").glob("*/media")
    medium.rename(tmp_path / "gone")
    assert (await hand_in(desk)).status is Status.PENDING
    async with open_desk(replace(config, keep_media=False)) as careless:
        assert (await hand_in(careless)).task_id == first.task_id


async def test_what_was_purged_or_has_expired_is_not_named_again(
    desk: Desk, config: WorkConfig, finish: Finish
) -> None:
    await finish(await hand_in(desk))
    with Redis.from_url(config.redis_url, decode_responses=True) as redis:
        (name,) = redis.scan_iter("cueweave:content:*")
        assert 530 < redis.ttl(name) <= 540  # of 600: there is time to fetch what is named
        async with open_purge(config) as purge:
            await purge.delete(await purge.of_user("ada"))
        assert list(redis.scan_iter("cueweave:content:*")) == []
    assert (await hand_in(desk)).status is Status.PENDING


async def test_a_key_stands_for_the_earlier_task_from_then_on(desk: Desk, store: TaskStore, finish: Finish) -> None:
    first = await finish(await hand_in(desk, key="monday"))
    assert (await hand_in(desk, key="tuesday")).task_id == first.task_id
    await store.move.edit(TaskId.parse(first.task_id), expected="1", edition="2-x")
    assert (await hand_in(desk, key="tuesday")).task_id == first.task_id
    with pytest.raises(KeyReused):
        await hand_in(desk, parts={"media": MEDIUM}, key="tuesday")


async def test_nothing_is_read_again_for_the_digest(
    desk: Desk, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a part was read again")

    monkeypatch.setattr("hashlib.file_digest", read)
    first = await finish(await hand_in(desk, key="monday"))
    assert (await hand_in(desk, key="tuesday")).task_id == first.task_id


async def test_nothing_is_remembered_where_the_operator_does_not_offer_it(config: WorkConfig, finish: Finish) -> None:
    async with open_desk(replace(config, reuse_results="off")) as desk:
        await finish(await hand_in(desk))
        assert (await hand_in(desk)).status is Status.PENDING
    with Redis.from_url(config.redis_url) as redis:
        assert list(redis.scan_iter("cueweave:content:*")) == []


@pytest.mark.parametrize(
    ("offered", "wanted"),
    [
        ("off", {"": False, "true": False, "false": False}),
        ("asked", {"": False, "true": True, "false": False}),
        ("always", {"": True, "true": True, "false": False}),
    ],
)
async def test_the_user_says_and_otherwise_the_operator(
    config: WorkConfig, offered: Literal["off", "asked", "always"], wanted: dict[str, bool]
) -> None:
    async with open_desk(replace(config, reuse_results=offered)) as desk:
        assert {told: desk.reuse.wanted(told) for told in wanted} == wanted


async def test_another_word_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput, match="reuse_result: write true or false"):
        desk.reuse.wanted("maybe")
