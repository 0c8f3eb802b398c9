"""The files of tasks, in a folder."""

import os
import time
from pathlib import Path

import psutil
import pytest
from support.stored import edited, files, received

from cueweave.domain.tasks import TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.blobs import Blobs

MIB = 1024**2


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


async def test_a_user_id_of_dots_stays_inside_the_folder(blobs: Blobs, tmp_path: Path) -> None:
    task_id = TaskId.new("..")
    blobs.accept(received(blobs), task_id)
    assert files(tmp_path / "blobs" / "tasks") == {f"{task_id.key}/{name}" for name in ("media", "subtitles", "owner")}


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


def make_old(*paths: Path) -> None:
    for path in paths:
        os.utime(path, (time.time() - 3700,) * 2)


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
