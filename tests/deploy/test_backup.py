"""A copy made while everything runs is restored elsewhere, by the commands of docs/backup.md, and nothing is lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from api.conftest import serving
from api.raw import head
from api.service import Files, Service, recording
from api.test_flow import over
from make_sample import Sample
from redis import Redis
from support.commands import Done, environment
from support.eventually import eventually_sync
from support.keys import counts_agree, stray_keys
from support.valkey import Valkey
from support.workers import alive, leads_session

from cueweave.store.keys import CLEANUP_LOCK

ROOT = Path(__file__).parents[2]
COPY, RESTORE, CHECK = re.findall(r"^```sh\w* ?\w*\n(.*?)^```$", (ROOT / "docs/backup.md").read_text(), re.M | re.S)
Record = dict[str, Any]
HOURS = 3600
pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="curl isn't here")
CLI = """#!{python}
import os, sys
from redis import Redis
with Redis.from_url(os.environ["STORE"], protocol=2, decode_responses=True) as redis:
    answer = redis.connection_pool.get_connection()
    answer.send_command(*sys.argv[1:])
    told = answer.read_response()
print("\\n".join(told) if isinstance(told, list) else told)
"""
"""Says to the store what it is told to say, as valkey-cli does, which comes in no wheel."""


@dataclass
class Traffic:
    """Hands in and edits for as long as the context lasts, so that the copy is made of what moves."""

    service: Service
    files: Files
    edited: str
    """The address of a result."""
    edits: int = 0
    created: list[str] = field(default_factory=list)

    @contextmanager
    def flowing(self) -> Iterator[None]:
        """In a thread."""
        enough = threading.Event()
        thread = threading.Thread(target=self._flow, args=(enough,))
        thread.start()
        try:
            yield
        finally:
            enough.set()
            thread.join()

    def _flow(self, enough: threading.Event) -> None:
        with self.service.client("bob") as bob, self.service.client("ada") as ada:
            while not enough.is_set():
                if len(self.created) < 4:
                    self.created.append(create(bob, self.files))
                edit(ada, self.edited, f"Edit {self.edits}")
                self.edits += 1


def create(client: httpx.Client, files: Files) -> str:
    task_id: str = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    return task_id


def edit(client: httpx.Client, address: str, title: str) -> None:
    answer = client.get(address).raise_for_status()
    document = answer.json()["result"]
    document["paragraphs"][0]["title"] = title
    client.put(address, json=document, headers={"If-Match": answer.headers["etag"]}).raise_for_status()


def freeze(service: Service) -> psutil.Process:
    """Stop the one process in which a task runs, so that it is running for as long as the test wants."""

    def leaders() -> list[psutil.Process]:
        below = [each for pid in service.pids[1:] for each in psutil.Process(pid).children(recursive=True)]
        return [each for each in below if leads_session(each.pid) and alive(each.pid)]

    (child,) = eventually_sync(leaders, within=60)
    child.send_signal(signal.SIGSTOP)
    return child


@contextmanager
def half_an_upload(service: Service) -> Iterator[None]:
    """One whose end doesn't come."""
    where = urlsplit(service.url)
    begun = b'--x\r\nContent-Disposition: form-data; name="media_file"; filename="a.wav"\r\n\r\n' + bytes(200_000)
    with socket.create_connection((where.hostname or "", where.port or 80)) as connection:
        connection.sendall(head("/process/srt_media/", "carl", length=10**6) + begun)
        eventually_sync(lambda: any((service.data_dir / "blobs/incoming").iterdir()))
        yield


@dataclass(frozen=True)
class Place:
    """Where a service and its store have their files."""

    folder: Path
    service: Service

    def shell(self, commands: str, backup: Path) -> Done:
        """Commands of the document, as somebody at a shell would give them."""
        (self.folder / "bin").mkdir(exist_ok=True)
        cli = self.folder / "bin/valkey-cli"
        cli.write_text(CLI.format(python=sys.executable))
        cli.chmod(0o755)
        env = {
            "PATH": f"{cli.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "STORE": self.service.store.url,
            "REDIS_URL": self.service.store.url,
            "CUEWEAVE_DATA_DIR": str(self.service.data_dir),
            "CUEWEAVE_API": self.service.url,
            "STORE_DIR": str(self.folder),
            "BACKUP": str(backup),
            "PAUSE_MS": "20000",  # on a machine that does much else, nothing may take as long as the test waits
        }
        command = ["bash", "-euo", "pipefail", "-c", commands]
        return subprocess.run(command, env=environment(env), cwd=ROOT, capture_output=True, text=True, timeout=120)

    def run(self, commands: str, backup: Path) -> str:
        """The same, where they must work; what they print."""
        done = self.shell(commands, backup)
        assert done.returncode == 0, (done.stdout, done.stderr)
        return done.stdout


def records(url: str) -> dict[str, Record]:
    with Redis.from_url(url, decode_responses=True) as redis:
        return {name.removeprefix("task:"): json.loads(redis.hget(name, "data")) for name in redis.scan_iter("task:*")}


def files_of(task: Record) -> set[str]:
    """What its record promises to be there."""
    if task["status"] == "completed":
        edition = task["edition"]
        return {"owner", "media", "result.json", "result.json" if edition == "1" else f"result-{edition}.json"}
    return {"owner", "media", "subtitles"} if task["status"] in ("pending", "processing") else set()


def everything_of(service: Service, task_id: str) -> list[bytes]:
    """Result, first result, medium and pictures, as its user gets them."""
    with service.client(task_id.partition(":")[0]) as client:
        address = f"/tasks/{task_id}"
        result = client.get(f"{address}/result").raise_for_status().json()["result"]
        medium = client.get(f"{address}/links").raise_for_status().json()["media"]
        pictures = sorted(set(re.findall(rf"{re.escape(address)}/assets/[^\"]+", json.dumps(result))))
        parts = [
            client.get(path).raise_for_status() for path in (f"{address}/result?version=original", medium, *pictures)
        ]
        return [json.dumps(result).encode(), *(part.content for part in parts)]


def grow_old(folder: Path) -> None:
    """Make what no task needs old enough for clean-up."""
    before = time.time() - 2 * HOURS
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (before, before))


@contextmanager
def restored(backup: Path) -> Iterator[Place]:
    """Another store and another data directory, on which nothing runs yet but the store."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        valkey = Valkey(Path(folder))
        place = Place(Path(folder), Service(Path(folder), valkey))
        place.run(RESTORE, backup)
        for upload in (place.service.data_dir / "blobs/incoming").iterdir():
            grow_old(upload)
        valkey.start()
        with Redis.from_url(valkey.url) as redis:
            redis.delete(CLEANUP_LOCK)  # or whoever cleaned up before the copy holds clean-up up for a minute
        try:
            yield place
        finally:
            valkey.kill()


@contextmanager
def running(place: Place) -> Iterator[Service]:
    """The same, with an API and workers."""
    try:
        yield place.service.start(workers=2)
    finally:
        place.service.stop()
    assert "Traceback" not in place.service.log.read_text()


def check_files(place: Place, task_id: str, task: Record) -> None:
    folder = place.service.data_dir / "blobs/tasks" / task_id.partition(":")[2]
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    assert files_of(task) <= there, (task, there)


def check_task(now: Service, then: Service, task_id: str, task: Record) -> None:
    """Hold a task against what its record said when it was copied, and against where it was copied from."""
    with now.client(task_id.partition(":")[0]) as client:
        status = over(client, task_id)["status"]
    if task["status"] in ("pending", "processing"):
        assert status == "completed"
        return
    assert status == task["status"]
    if status == "completed" and task["edition"] == "1":
        assert everything_of(now, task_id) == everything_of(then, task_id)


@pytest.mark.timeout(400)
def test_a_copy_made_while_everything_runs_loses_nothing(sample: Sample, tmp_path: Path) -> None:
    short, backup = recording(tmp_path), tmp_path / "backup"
    lecture = {"srt_file": ("l.srt", sample.srt.read_bytes()), "media_file": ("l.mp4", sample.media.read_bytes())}
    with serving(workers=2) as service, service.client("ada") as ada, service.client("eve") as eve:
        talk, edited, cancelled = create(ada, lecture), create(ada, short), create(ada, short)
        ada.delete(f"/tasks/{cancelled}")
        assert {over(ada, task_id)["status"] for task_id in (talk, edited)} == {"completed"}
        edit(ada, f"/tasks/{edited}/result", "An edit")
        interrupted = create(eve, short)
        frozen = freeze(service)
        waiting = [create(eve, short) for _ in range(2)]
        traffic = Traffic(service, short, f"/tasks/{edited}/result")
        with half_an_upload(service), traffic.flowing():
            eventually_sync(lambda: traffic.edits)
            assert "writes waited for" in Place(service.data_dir.parent, service).run(COPY, backup)
        assert not (service.data_dir / ".backup").exists()
        with restored(backup) as place:
            named = records(place.service.store.url)
            assert {named[task_id]["status"] for task_id in (talk, edited)} == {"completed"}
            assert named[interrupted]["status"] == "processing"
            assert any(named[task_id]["status"] == "pending" for task_id in waiting)
            for task_id, task in named.items():
                check_files(place, task_id, task)
            with running(place) as again:
                for task_id, task in named.items():
                    check_task(again, service, task_id, task)
                assert b'"title": "Edit ' in everything_of(again, edited)[0]
                eventually_sync(lambda: not again.leftovers()["incoming"])
                assert "cueweave_counter_mended_total 0.0" in place.run(CHECK, backup)
                assert counts_agree(again.store.url)
                assert stray_keys(again.store.url) == []
        frozen.send_signal(signal.SIGCONT)


def test_a_copy_that_is_impossible_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    with serving() as service:
        place = Place(service.data_dir.parent, service)
        there = tmp_path / "there"
        there.mkdir()
        for settings, backup, why in (
            ("", there, "is there already"),
            ("export CUEWEAVE_DATA_DIR=/nowhere;", tmp_path / "new", "must be the folder that API and workers share"),
            ("export STORE_DIR=/nowhere;", tmp_path / "new", "with appendonlydir in it"),
            ("export STORE=unix:///nowhere;", tmp_path / "new", "the store doesn't answer"),
            ("export PAUSE_MS=1;", tmp_path / "new", "writes were held back for 1 ms"),
        ):
            done = place.shell(settings + COPY, backup)
            assert done.returncode != 0
            assert why in done.stderr
            assert sorted(path.name for path in tmp_path.iterdir()) == ["there"]
            assert not (service.data_dir / ".backup").exists()
        with Redis.from_url(service.store.url, decode_responses=True) as redis:
            assert redis.config_get("auto-aof-rewrite-percentage") == {"auto-aof-rewrite-percentage": "100"}
            redis.set("cueweave:written", "at once", ex=60)
