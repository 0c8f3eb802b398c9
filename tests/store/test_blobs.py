"""The files of tasks."""

import os
import time
from pathlib import Path

import psutil
import pytest

from cueweave.domain.tasks import TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.blobs import Blobs
from cueweave.store.incoming import Incoming

MIB = 1024**2


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


def received(blobs: Blobs, media: bytes = b"media", subtitles: bytes | None = b"subtitles") -> Incoming:
    incoming = blobs.receive()
    for name, data in (("media", media), ("subtitles", subtitles)):
        if data is not None:
            incoming.open(name).write(data)
    incoming.close()
    return incoming


def files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


async def test_a_discarded_upload_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    await received(blobs).discard()
    assert files(tmp_path) == set()


async def test_an_accepted_upload_belongs_to_its_task(blobs: Blobs) -> None:
    task_id = TaskId.new("ada")
    blobs.accept(received(blobs), task_id)
    upload = blobs.upload(task_id)
    assert upload
    media, subtitles = upload
    assert media.read_bytes() == b"media"
    assert subtitles
    assert subtitles.read_bytes() == b"subtitles"
    assert list(blobs.owners(older_than=0)) == [task_id]


async def test_a_user_id_of_dots_stays_inside_the_folder(blobs: Blobs, tmp_path: Path) -> None:
    task_id = TaskId.new("..")
    blobs.accept(received(blobs), task_id)
    assert files(tmp_path / "blobs" / "tasks") == {f"{task_id.key}/{name}" for name in ("media", "subtitles", "owner")}


async def test_results_and_assets_are_kept_when_the_upload_goes(blobs: Blobs, tmp_path: Path) -> None:
    task_id = TaskId.new("ada")
    blobs.accept(received(blobs), task_id)
    made = tmp_path / "made"
    (made / "assets").mkdir(parents=True)
    (made / "result.json").write_bytes(b"{}")
    (made / "assets" / "slide-1.jpg").write_bytes(b"picture")
    blobs.keep(task_id, made / "result.json", made / "assets")
    blobs.remove_aids(task_id)
    blobs.remove_medium(task_id)
    assert blobs.upload(task_id) is None
    assert await blobs.result(task_id) == b"{}"
    assert await blobs.asset(task_id, "slide-1.jpg") == b"picture"


@pytest.mark.parametrize(
    "name", ["..", ".", "", "../result.json", "..%2fresult.json", "a\\b", "a\0b", "none.jpg", "é", "a" * 300]
)
async def test_a_name_that_is_no_asset_gives_nothing(blobs: Blobs, name: str) -> None:
    task_id = TaskId.new("ada")
    blobs.accept(received(blobs), task_id)
    assert await blobs.asset(task_id, name) is None


async def test_an_upload_that_nobody_writes_to_is_forgotten(blobs: Blobs, tmp_path: Path) -> None:
    old, fresh = received(blobs), received(blobs)
    hour_ago = time.time() - 3700
    for path in (old.folder / "media", old.folder / "subtitles", old.folder):
        os.utime(path, (hour_ago, hour_ago))
    assert blobs.remove_forgotten(older_than=3600) == 1
    assert list((tmp_path / "blobs" / "incoming").iterdir()) == [fresh.folder]


async def test_a_large_upload_stays_out_of_memory(blobs: Blobs) -> None:
    incoming = blobs.receive()
    writer = incoming.open("media")
    chunk = bytes(MIB)
    before = psutil.Process().memory_info().rss
    for _ in range(256):
        writer.write(chunk)
    grown = psutil.Process().memory_info().rss - before
    await incoming.discard()
    assert grown < 16 * MIB


def test_a_full_storage_says_so(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    incoming = blobs.receive()
    (incoming.folder / "media").symlink_to("/dev/full")
    writer = incoming.open("media")
    with pytest.raises(StoreUnavailable, match="storage is full"):
        writer.write(b"x")
    incoming.close()


def test_a_storage_that_works_passes_its_check(blobs: Blobs, tmp_path: Path) -> None:
    blobs.check()
    assert files(tmp_path) == set()


def edited(blobs: Blobs) -> TaskId:
    """A task whose original result and two edits are there."""
    task_id = TaskId.new("ada")
    blobs.accept(received(blobs), task_id)
    for edition in ("1", "2-a", "3-b"):
        assert blobs.keep_edition(task_id, edition, f"edition {edition}".encode())
    return task_id


def make_old(*paths: Path) -> None:
    for path in paths:
        os.utime(path, (time.time() - 3700,) * 2)


async def test_each_edition_of_a_result_can_be_read(blobs: Blobs) -> None:
    task_id = edited(blobs)
    assert [await blobs.result(task_id, each) for each in ("1", "2-a", "3-b", "4-c")] == [
        b"edition 1",
        b"edition 2-a",
        b"edition 3-b",
        None,
    ]


async def test_replaced_editions_go_but_for_the_first_and_what_is_recent(blobs: Blobs, tmp_path: Path) -> None:
    task_id = edited(blobs)
    folder = tmp_path / "blobs/tasks" / task_id.key
    (folder / "result-4-c.part").write_bytes(b"half")  # of an API process that was killed
    names = {"result.json", "result-2-a.json", "result-3-b.json"}
    blobs.remove_editions(task_id, but="3-b")
    assert files(folder) == {"owner", "media", "subtitles", *names, "result-4-c.part"}
    make_old(*folder.iterdir())
    blobs.retire_edition(task_id, "2-a")
    blobs.remove_editions(task_id, but="3-b")
    assert files(folder) == {"owner", "media", "subtitles", *names}
    make_old(*folder.iterdir())
    blobs.retire_edition(task_id, "1")
    blobs.remove_editions(task_id, but="3-b")
    assert files(folder) == {"owner", "media", "subtitles", *names - {"result-2-a.json"}}


async def test_an_edition_that_lost_leaves_nothing_even_where_its_task_went(blobs: Blobs, tmp_path: Path) -> None:
    task_id = edited(blobs)
    blobs.drop_edition(task_id, "3-b")
    assert await blobs.result(task_id, "3-b") is None
    folder = tmp_path / "blobs/tasks" / task_id.key
    (folder / "owner").unlink()
    blobs.drop_edition(task_id, "2-a")
    assert not folder.exists()
    assert blobs.keep_edition(task_id, "4-c", b"late") is False
    assert not folder.exists()


async def test_a_folder_without_an_owner_is_forgotten(blobs: Blobs, tmp_path: Path) -> None:
    task_id = edited(blobs)
    folder = tmp_path / "blobs/tasks" / task_id.key
    make_old(*folder.iterdir(), folder)
    assert blobs.remove_forgotten(older_than=3600) == 0
    (folder / "owner").unlink()
    make_old(folder)
    assert blobs.remove_forgotten(older_than=3600) == 1
    assert not folder.exists()


def test_an_edition_on_a_full_storage_says_so_and_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    task_id = edited(blobs)
    folder = tmp_path / "blobs/tasks" / task_id.key
    (folder / "result-4-c.part").symlink_to("/dev/full")
    with pytest.raises(StoreUnavailable, match="storage is full"):
        blobs.keep_edition(task_id, "4-c", b"late")
    assert not [name for name in files(folder) if "4-c" in name]


def test_assets_are_told_by_name(blobs: Blobs, tmp_path: Path) -> None:
    task_id = edited(blobs)
    assert blobs.assets(task_id) == frozenset()
    made = tmp_path / "made"
    (made / "assets").mkdir(parents=True)
    (made / "result.json").write_bytes(b"{}")
    (made / "assets" / "slide-1.jpg").write_bytes(b"picture")
    blobs.keep(task_id, made / "result.json", made / "assets")
    assert blobs.assets(task_id) == {"slide-1.jpg"}


def test_what_a_helper_heard_is_kept_and_nothing_else_of_its_folder(blobs: Blobs, tmp_path: Path) -> None:
    task_id, chunk = TaskId.new("ada"), f"{'0a' * 32}.json"
    (blobs.kept(task_id) / "heard").mkdir(parents=True)
    (tmp_path / "work" / "heard").mkdir(parents=True)
    for name in (chunk, "plan.json", f"{'0a' * 32}.1.part"):
        (tmp_path / "work" / "heard" / name).write_bytes(b"[]")
    blobs.keep_heard(task_id, tmp_path / "work")
    assert files(blobs.kept(task_id)) == {f"heard/{chunk}"}


def test_what_a_helper_heard_too_late_brings_no_folder_back(blobs: Blobs, tmp_path: Path) -> None:
    task_id = TaskId.new("ada")
    (tmp_path / "work" / "heard").mkdir(parents=True)
    (tmp_path / "work" / "heard" / f"{'0a' * 32}.json").write_bytes(b"[]")
    blobs.keep_heard(task_id, tmp_path / "work")
    assert not blobs.kept(task_id).exists()
