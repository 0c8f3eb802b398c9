"""What every kind of storage promises, on a folder and on a bucket."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.s3 import S3Box
from support.stored import accepted, edited, files, made, received

from cueweave.domain.tasks import TaskId
from cueweave.domain.turns import PLAN, SOUND
from cueweave.store.bucket import BRIEF
from cueweave.store.opening import open_storage
from cueweave.store.storage import FileSource, Storage

CHUNK = f"{'0a' * 32}.json"
Names = Callable[[], set[str]]


@pytest.fixture(params=["folder", "bucket"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def box(kind: str, request: pytest.FixtureRequest) -> S3Box | None:
    return request.getfixturevalue("s3") if kind == "bucket" else None


@pytest.fixture
def storage(box: S3Box | None, tmp_path: Path) -> Storage:
    return open_storage(tmp_path / "blobs", box.bucket if box else None, BRIEF)


@pytest.fixture
def names(box: S3Box | None, tmp_path: Path) -> Names:
    """All that is stored, wherever it is."""
    return lambda: files(tmp_path / "blobs") | (box.names() if box else set())


@pytest.fixture
def hour_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def pass_by() -> None:
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + 3700)

    return pass_by


async def test_a_discarded_upload_leaves_nothing(storage: Storage, names: Names) -> None:
    await received(storage).discard()
    assert names() == set()


async def test_an_accepted_upload_belongs_to_its_task(storage: Storage, tmp_path: Path) -> None:
    task_id = accepted(storage)
    found = await storage.fetch(task_id, tmp_path / "work")
    assert found
    assert {part: path.read_bytes() for part, path in found.items()} == {"media": b"media", "subtitles": b"subtitles"}
    (holding,) = storage.holdings(older_than=-5)
    assert (holding.task_id, holding.has_aids, holding.editions) == (task_id, True, frozenset())
    assert holding.medium
    assert holding.medium[0] == len(b"media")
    assert list(storage.holdings(older_than=600)) == []


async def test_a_medium_that_is_fetched_later_becomes_the_tasks(storage: Storage, tmp_path: Path, names: Names) -> None:
    task_id = TaskId.new("ada")
    waiting = storage.receive()
    waiting.open("subtitles").write(b"subtitles")
    waiting.close()
    storage.accept(waiting, task_id)
    assert not await storage.has_medium(task_id)
    assert await storage.fetch(task_id, tmp_path / "early") is None
    (tmp_path / "looked").mkdir()
    subtitles = await storage.subtitles(task_id, tmp_path / "looked")
    assert subtitles
    assert subtitles.read_bytes() == b"subtitles"
    fetched = storage.receive()
    fetched.open("media").write(b"media")
    fetched.close()
    assert storage.take_medium(fetched, task_id)
    await fetched.discard()
    assert await storage.has_medium(task_id)
    found = await storage.fetch(task_id, tmp_path / "work")
    assert found
    assert found["media"].read_bytes() == b"media"
    storage.remove(task_id)
    assert names() == set()


async def test_a_medium_for_a_task_that_went_goes_nowhere(storage: Storage, tmp_path: Path, names: Names) -> None:
    late = storage.receive()
    late.open("media").write(b"media")
    assert not storage.take_medium(late, TaskId.new("ada"))
    await late.discard()
    assert await storage.subtitles(TaskId.new("ada"), tmp_path) is None
    assert names() == set()


@pytest.mark.parametrize("user", ["..", "a.b@c|d+e-f", "x" * 128])
async def test_files_are_told_their_owner_by(storage: Storage, user: str) -> None:
    task_id = accepted(storage, user)
    assert [each.task_id for each in storage.holdings(older_than=-5)] == [task_id]


async def test_the_medium_can_be_read_from_any_place(storage: Storage) -> None:
    source = await storage.medium(accepted(storage, media=b"RIFF....WAVE"))
    assert source
    assert source.head == b"RIFF....WAVE"
    if not isinstance(source, FileSource):
        assert b"".join([piece async for piece in source.read(4, 9)]) == b"....W"
        assert (source.size, source.etag[0], source.etag[-1]) == (12, '"', '"')
    assert await storage.medium(TaskId.new("ada")) is None


async def test_results_and_assets_are_kept_when_the_upload_goes(storage: Storage, tmp_path: Path) -> None:
    task_id = accepted(storage)
    storage.keep(task_id, *made(tmp_path / "made"))
    storage.remove_aids(task_id)
    storage.remove_medium(task_id)
    assert await storage.fetch(task_id, tmp_path / "work") is None
    assert await storage.result(task_id) == b"{}"
    assert await storage.asset(task_id, "slide-1.jpg") == b"picture"
    assert storage.assets(task_id) == {"slide-1.jpg"}
    (holding,) = storage.holdings(older_than=-5)
    assert (holding.medium, holding.has_aids) == (None, False)


@pytest.mark.parametrize(
    "name", ["..", ".", "", "../result.json", "..%2fresult.json", "a\\b", "a\0b", "none.jpg", "é", "a" * 300]
)
async def test_a_name_that_is_no_asset_gives_nothing(storage: Storage, name: str) -> None:
    assert await storage.asset(accepted(storage), name) is None


def test_a_task_without_assets_has_none(storage: Storage) -> None:
    assert storage.assets(accepted(storage)) == frozenset()


def test_a_storage_that_works_passes_its_check(storage: Storage, names: Names) -> None:
    storage.check()
    assert names() == set()


def test_what_is_used_is_the_bytes_of_all_files(storage: Storage) -> None:
    before = storage.used()
    task_id = accepted(storage, media=bytes(1000))
    storage.keep_edition(task_id, "1", bytes(500))
    assert 1500 <= storage.used() - before < 1600


async def test_each_edition_of_a_result_can_be_read(storage: Storage) -> None:
    task_id = edited(storage)
    assert [await storage.result(task_id, each) for each in ("1", "2-a", "3-b", "4-c")] == [
        b"edition 1",
        b"edition 2-a",
        b"edition 3-b",
        None,
    ]


async def test_a_replaced_edition_goes_some_time_after_it_was_replaced(
    storage: Storage, hour_later: Callable[[], None]
) -> None:
    task_id = edited(storage)
    storage.retire_edition(task_id, "2-a")
    storage.remove_editions(task_id, but="3-b")
    assert await storage.result(task_id, "2-a") == b"edition 2-a"
    (holding,) = storage.holdings(older_than=-5)
    assert holding.editions == {"result-2-a.json", "result-3-b.json"}
    hour_later()
    storage.remove_editions(task_id, but="3-b")
    assert [await storage.result(task_id, each) for each in ("1", "2-a", "3-b")] == [b"edition 1", None, b"edition 3-b"]


async def test_an_edition_of_a_task_that_went_leaves_nothing(storage: Storage, names: Names) -> None:
    task_id = edited(storage)
    storage.drop_edition(task_id, "3-b")
    assert await storage.result(task_id, "3-b") is None
    storage.remove(task_id)
    assert storage.keep_edition(task_id, "4-c", b"late") is False
    storage.retire_edition(task_id, "2-a")
    assert names() == set()


async def test_what_one_attempt_kept_is_there_for_the_next_one(storage: Storage, tmp_path: Path) -> None:
    task_id, texts = accepted(storage), {"answers/x.json": b"1", PLAN: b"2", SOUND: b"3", f"heard/{CHUNK}": b"4"}
    first = await storage.open_kept(task_id, tmp_path / "first")
    assert not storage.keeps(task_id, PLAN)
    for name, text in texts.items():
        (first.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (first.folder / name).write_bytes(text)
    first.give()
    second = await storage.open_kept(task_id, tmp_path / "second")
    assert {name: (second.folder / name).read_bytes() for name in files(second.folder)} == texts
    assert storage.keeps(task_id, PLAN)
    storage.remove_aids(task_id)
    third = await storage.open_kept(task_id, tmp_path / "third")
    assert not third.folder.exists() or files(third.folder) == set()


async def test_what_a_helper_heard_is_kept_and_nothing_else_of_its_folder(storage: Storage, tmp_path: Path) -> None:
    task_id = accepted(storage)
    kept = await storage.open_kept(task_id, tmp_path / "first")
    (kept.folder / "heard").mkdir(parents=True, exist_ok=True)
    (kept.folder / PLAN).write_bytes(b"{}")
    kept.give()
    (tmp_path / "work" / "heard").mkdir(parents=True)
    for name in (CHUNK, "plan.json", f"{'0a' * 32}.1.part"):
        (tmp_path / "work" / "heard" / name).write_bytes(b"[]")
    storage.keep_heard(task_id, tmp_path / "work")
    await kept.take()
    assert files(kept.folder) == {PLAN, f"heard/{CHUNK}"}
    assert files(tmp_path / "work") == {"heard/plan.json", f"heard/{'0a' * 32}.1.part"}


def test_what_a_helper_heard_too_late_brings_nothing_back(storage: Storage, tmp_path: Path, names: Names) -> None:
    (tmp_path / "work" / "heard").mkdir(parents=True)
    (tmp_path / "work" / "heard" / CHUNK).write_bytes(b"[]")
    storage.keep_heard(TaskId.new("ada"), tmp_path / "work")
    assert names() == set()


def test_files_of_tasks_stay_and_uploads_that_nobody_writes_to_go(
    storage: Storage, names: Names, hour_later: Callable[[], None]
) -> None:
    left, task_id = received(storage), accepted(storage)
    assert storage.remove_forgotten(older_than=3600) == 0
    hour_later()
    assert storage.remove_forgotten(older_than=3600) == 1
    assert not left.folder.exists()
    assert {name for name in names() if task_id.key not in name} == set()
    assert [each.task_id for each in storage.holdings(older_than=0)] == [task_id]


def test_a_removed_task_leaves_nothing(storage: Storage, tmp_path: Path, names: Names) -> None:
    task_id = edited(storage)
    storage.keep(task_id, *made(tmp_path / "made"))
    storage.remove(task_id)
    assert names() == set()
    storage.remove(task_id)
