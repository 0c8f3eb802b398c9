"""Resumable uploads on the disk: what counts of them, who has them, and when they go."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from cueweave.errors import StoreUnavailable, TooManyUploads, UploadBusy, UploadNotFound
from cueweave.store import space
from cueweave.store.incoming import Incoming
from cueweave.store.resumable import Most, Resumables

MOST = Most(uploads=3, bytes=1000)
HOLD = """
import sys
from pathlib import Path
from cueweave.store.resumable import Resumables
held = Resumables(Path(sys.argv[1]), seconds=60).hold("ada", sys.argv[2])
if len(sys.argv) > 3:
    held.doubt()
held.write(b"half")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def kept(tmp_path: Path) -> Resumables:
    return Resumables(tmp_path, seconds=60)


def create(kept: Resumables, length: int = 10, user: str = "ada") -> str:
    return kept.create(user, length, name="talk.wav", metadata="", most=MOST)


def make_old(root: Path) -> None:
    for path in (root / "resumable").rglob("*"):
        os.utime(path, (time.time() - 100, time.time() - 100))


def dying(root: Path, upload_id: str, *more: str) -> subprocess.Popen[bytes]:
    """Another process that holds the upload and has written `half`."""
    command = [sys.executable, "-c", HOLD, str(root), upload_id, *more]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"held\n"
    return process


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate(timeout=30)


def test_another_process_is_kept_out_until_the_one_that_has_it_is_killed(kept: Resumables, tmp_path: Path) -> None:
    upload_id = create(kept)
    process = dying(tmp_path, upload_id)
    with pytest.raises(UploadBusy):
        kept.hold("ada", upload_id)
    kill(process)
    held = kept.hold("ada", upload_id)
    assert held.offset == 4
    held.close()


def test_bytes_that_nobody_checked_before_a_kill_do_not_count(kept: Resumables, tmp_path: Path) -> None:
    upload_id = create(kept)
    held = kept.hold("ada", upload_id)
    held.write(b"sure")
    held.close()
    process = dying(tmp_path, upload_id, "doubting")
    assert kept.look("ada", upload_id).offset == 4
    kill(process)
    assert kept.look("ada", upload_id).offset == 4
    held = kept.hold("ada", upload_id)
    held.write(b"tail")
    held.close()
    (media,) = (tmp_path / "resumable").glob("*/*/media")
    assert media.read_bytes() == b"suretail"


def test_what_expired_is_gone_at_once_and_removed_later(kept: Resumables, tmp_path: Path) -> None:
    upload_id = create(kept)
    make_old(tmp_path)
    with pytest.raises(UploadNotFound):
        kept.look("ada", upload_id)
    assert kept.remove_expired() == 1
    assert list((tmp_path / "resumable").iterdir()) == []


def test_what_is_being_written_to_does_not_expire(kept: Resumables, tmp_path: Path) -> None:
    held = kept.hold("ada", create(kept))
    make_old(tmp_path)
    assert kept.remove_expired() == 0
    held.close()
    assert kept.remove_expired() == 1


def test_what_a_broken_creation_left_expires(kept: Resumables, tmp_path: Path) -> None:
    upload_id = create(kept)
    (media,) = (tmp_path / "resumable").glob("*/*/media")
    media.unlink()
    with pytest.raises(UploadNotFound):
        kept.hold("ada", upload_id)
    assert kept.remove_expired() == 0
    make_old(tmp_path)
    assert kept.remove_expired() == 1


def test_a_user_has_so_many_and_so_large_ones(kept: Resumables) -> None:
    for length in (400, 500):
        create(kept, length)
    with pytest.raises(TooManyUploads, match="Maximum 1000 bytes"):
        create(kept, 101)
    create(kept, 100)
    with pytest.raises(TooManyUploads, match="Maximum 3 unfinished"):
        create(kept, 0)
    create(kept, 1000, user="bob")


def test_a_users_uploads_are_counted_by_one_at_a_time(kept: Resumables, monkeypatch: pytest.MonkeyPatch) -> None:
    together, met = threading.Barrier(2), []

    def disk(_: Path) -> space.Disk:
        """Asked between the count and the creation: two that could be here at once would both find room."""
        with suppress(threading.BrokenBarrierError):
            together.wait(0.5)
            met.append(True)
        return space.Disk(size=10**9, free=10**9)

    monkeypatch.setattr(space, "disk", disk)
    with ThreadPoolExecutor(2) as crowd:
        assert len(set(crowd.map(lambda _: create(kept), range(2)))) == 2
    assert met == []


def test_expired_uploads_take_no_room(kept: Resumables, tmp_path: Path) -> None:
    create(kept, 1000)
    make_old(tmp_path)
    create(kept, 1000)
    assert len(list((tmp_path / "resumable").glob("*/*/media"))) == 1


def test_what_cannot_fit_on_the_disk_is_refused_at_once(
    kept: Resumables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(space, "disk", lambda _: space.Disk(size=100, free=9))
    with pytest.raises(StoreUnavailable, match="storage is full"):
        create(kept, 10)
    assert list((tmp_path / "resumable").iterdir()) == []


def test_a_medium_is_lent_as_a_copy_where_files_have_one_name_only(
    kept: Resumables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", refuse)
    held = kept.hold("ada", create(kept))
    held.write(b"0123456789")
    incoming = Incoming(tmp_path / "incoming")
    held.lend(incoming)
    held.close()
    assert incoming.media.read_bytes() == b"0123456789"


def test_all_of_a_user_go(kept: Resumables, tmp_path: Path) -> None:
    create(kept), create(kept)
    of_bob = create(kept, user="bob")
    assert kept.remove_of("ada") == 2
    assert kept.look("bob", of_bob).offset == 0
    assert len(list((tmp_path / "resumable").iterdir())) == 1
