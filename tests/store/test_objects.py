"""The files of tasks in a bucket: what can go wrong with one, and what it costs."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import obstore
import psutil
import pytest
from support.eventually import eventually
from support.s3 import Relay, S3Box, S3Server, bucket_at, relayed
from support.stored import accepted, files, made, received
from support.tls import TLS

from cueweave.domain.tasks import TaskId
from cueweave.domain.turns import PLAN, SOUND
from cueweave.errors import StoreUnavailable
from cueweave.store.bucket import BRIEF, Bucket
from cueweave.store.bucket_client import open_bucket
from cueweave.store.objects import Objects

MIB = 1024**2
HASTY = timedelta(milliseconds=300)


def objects(bucket: Bucket, folder: Path, patience: timedelta = BRIEF) -> Objects:
    return Objects(open_bucket(bucket, patience), folder / "incoming", presigns=bucket.presign)


@pytest.fixture
def storage(s3: S3Box, tmp_path: Path) -> Objects:
    return objects(s3.bucket, tmp_path)


@pytest.fixture
def cuttable(s3: S3Box) -> Iterator[tuple[Relay, S3Box]]:
    with relayed(s3) as found:
        yield found


def test_a_large_upload_goes_to_the_bucket_by_parts_and_stays_out_of_memory(storage: Objects, s3: S3Box) -> None:
    incoming = storage.receive()
    with (incoming.folder / "media").open("wb") as file:
        file.truncate(128 * MIB)
    before, peak, done = psutil.Process().memory_info().rss, 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.01):
            peak = max(peak, psutil.Process().memory_info().rss)

    watching = threading.Thread(target=watch)
    watching.start()
    task_id = TaskId.new("ada")
    storage.accept(incoming, task_id)
    done.set()
    watching.join()
    assert obstore.head(s3.store, f"tasks/{task_id.key}/media")["size"] == 128 * MIB
    assert peak - before < 64 * MIB
    assert not incoming.folder.exists()
    storage.remove(task_id)


async def test_an_upload_that_does_not_reach_the_bucket_leaves_nothing_there(
    cuttable: tuple[Relay, S3Box], s3: S3Box, tmp_path: Path
) -> None:
    relay, box = cuttable
    storage = objects(box.bucket, tmp_path, HASTY)
    incoming = received(storage, media=bytes(64 * MIB))
    accepting = asyncio.create_task(asyncio.to_thread(storage.accept, incoming, TaskId.new("ada")))
    await eventually(s3.half_uploads)
    relay.cut()
    with pytest.raises(StoreUnavailable, match="can't be reached"):
        await accepting
    await incoming.discard()
    assert s3.names() == set()
    relay.mend()
    storage.accept(received(storage), TaskId.new("ada"))
    assert len(s3.names()) == 3


async def test_fetching_a_medium_can_be_called_off(cuttable: tuple[Relay, S3Box], tmp_path: Path) -> None:
    relay, box = cuttable
    storage = objects(box.bucket, tmp_path)
    task_id = accepted(storage, media=bytes(16 * MIB))
    relay.cut(after=5 * MIB)
    fetching = asyncio.create_task(storage.fetch(task_id, tmp_path / "work"))
    await eventually(lambda: relay.refused)
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(fetching, 5)
    assert files(tmp_path / "work") == set()


def test_what_a_dead_process_put_without_an_owner_goes_when_it_is_old(storage: Objects, s3: S3Box) -> None:
    task_id, lost = accepted(storage), TaskId.new("ada")
    for name in (f"tasks/{lost.key}/media", f"tasks/{lost.key}/kept/heard/x.json", "incoming/check-1"):
        obstore.put(s3.store, name, b"x")
    assert storage.remove_forgotten(older_than=3600) == 0
    assert storage.remove_forgotten(older_than=-5) == 2
    assert {name.split("/")[1] for name in s3.names()} == {task_id.key}


async def test_sound_travels_only_with_a_plan_to_hear_it_by(storage: Objects, s3: S3Box, tmp_path: Path) -> None:
    task_id = accepted(storage)
    kept = await storage.open_kept(task_id, tmp_path)
    (kept.folder / SOUND).write_bytes(b"sound")
    kept.give()
    folder = f"tasks/{task_id.key}/kept"
    assert s3.names(folder) == set()
    (kept.folder / PLAN).write_bytes(b"{}")
    kept.give()
    assert s3.names(folder) == {f"{folder}/{SOUND}", f"{folder}/{PLAN}"}


async def test_a_link_that_a_process_left_leads_nowhere(storage: Objects, s3: S3Box, tmp_path: Path) -> None:
    task_id, secret = accepted(storage), tmp_path / "secret"
    (secret / "heard").mkdir(parents=True)
    (secret / "key.json").write_bytes(b"secret")
    kept = await storage.open_kept(task_id, tmp_path / "work")
    (kept.folder / "plan.json").symlink_to(secret / "key.json")
    (kept.folder / "answers").symlink_to(secret)
    result, assets = made(tmp_path / "made")
    (assets / "key.json").symlink_to(secret / "key.json")
    storage.keep(task_id, result, assets)
    kept.give()
    assert not [name for name in s3.names() if "key" in name.rpartition("/")[2] or "plan" in name]
    obstore.put(s3.store, f"tasks/{task_id.key}/kept/heard/late.json", b"late")
    (kept.folder / "heard").symlink_to(secret / "heard")
    with pytest.raises(OSError, match="directory"):
        await kept.take()
    assert files(secret) == {"key.json"}


@pytest.mark.parametrize("name", ["../up.json", "a/b/c.json", "heard/.hidden", "x" * 200 + ".json"])
async def test_only_what_attempts_keep_is_fetched_for_the_next_one(
    storage: Objects, s3: S3Box, tmp_path: Path, name: str
) -> None:
    task_id = accepted(storage)
    folder = f"tasks/{task_id.key}/kept"
    for each in ("good.json", name.replace("..", "dots")):
        obstore.put(s3.store, f"{folder}/{each}", b"x")
    kept = await storage.open_kept(task_id, tmp_path / "work")
    assert files(kept.folder) == {"good.json"} | ({"dots/up.json"} if ".." in name else set())


def test_a_bucket_that_is_not_there_is_named_so(s3_server: S3Server, tmp_path: Path) -> None:
    storage = objects(bucket_at(s3_server.address, "none-such"), tmp_path)
    for call in (storage.check, lambda: accepted(storage), storage.used):
        with pytest.raises(StoreUnavailable, match="bucket does not exist"):
            call()


@contextmanager
def answering(status: int, code: str) -> Iterator[str]:
    """The address of a server that answers everything so."""

    class Refusal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<Error><Code>{code}</Code><Message>secret of the store</Message></Error>".encode() if code else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Refusal) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "code", "says"),
    [
        (403, "AccessDenied", "refuses this server"),
        (403, "", "refuses this server"),
        (400, "ExpiredToken", "refuses this server"),
        (404, "NoSuchBucket", "bucket does not exist"),
        (507, "", "storage is full"),
        (500, "XMinioStorageFull", "storage is full"),
        (503, "SlowDown", "can't be reached right now"),
    ],
)
async def test_what_the_store_answers_becomes_a_sentence(tmp_path: Path, status: int, code: str, says: str) -> None:
    with answering(status, code) as address:
        storage = objects(bucket_at(address, "box"), tmp_path, HASTY)
        with pytest.raises(StoreUnavailable, match=says) as caught:
            await storage.result(TaskId.new("ada"))
        assert "secret" not in caught.value.message


async def test_a_storage_out_of_reach_says_so_in_time(tmp_path: Path) -> None:
    storage = objects(bucket_at("http://127.0.0.1:1", "box"), tmp_path, HASTY)
    task_id = TaskId.new("ada")
    calls = (storage.result(task_id), storage.medium(task_id), storage.fetch(task_id, tmp_path / "work"))
    for call in calls:
        with pytest.raises(StoreUnavailable, match="can't be reached right now"):
            await asyncio.wait_for(call, 5)


async def test_fetching_goes_on_where_the_storage_was_away_for_a_while(
    cuttable: tuple[Relay, S3Box], tmp_path: Path
) -> None:
    relay, box = cuttable
    storage, medium = objects(box.bucket, tmp_path), os.urandom(16 * MIB)
    task_id = accepted(storage, media=medium)
    relay.cut(after=5 * MIB)
    fetching = asyncio.create_task(storage.fetch(task_id, tmp_path / "work"))
    await eventually(lambda: relay.refused > 2)
    relay.mend()
    found = await fetching
    assert found
    assert found["media"].read_bytes() == medium


async def test_signed_addresses_open_the_medium_for_whoever_has_them(s3: S3Box, tmp_path: Path) -> None:
    storage = objects(replace(s3.bucket, presign=True), tmp_path)
    source = await storage.medium(accepted(storage, media=b"RIFF....WAVE"))
    assert source
    assert source.address
    async with httpx.AsyncClient(verify=TLS) as client:
        answer = await client.get(await source.address("GET"), headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (206, b"RIFF", "audio/wav")
    assert s3.bucket.secret_access_key not in await source.address("HEAD")


def test_keys_stand_in_no_text_of_a_bucket(s3: S3Box) -> None:
    assert s3.bucket.secret_access_key not in repr(s3.bucket)
    assert s3.bucket.access_key_id not in repr(s3.bucket)
