"""Whoever has taken over the process that decodes has nothing but that process."""

from __future__ import annotations

import json
import os
import socket
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from attacks import hostile
from support import media
from support.eventually import eventually
from support.valkey import own_valkey, valkey_server, valkey_url  # noqa: F401
from support.workers import WorkerProcess, WorkerProcesses, alive, frozen_child_of, submitter, variables

from cueweave.clients.llm.access import Access
from cueweave.work import child, processes
from cueweave.work.child import Order
from cueweave.work.config import WorkConfig
from cueweave.work.desk import open_desk
from cueweave.work.fence import calls, files
from cueweave.work.processes import Done

Answer = dict[str, Any]
SECRET = "sk-canary-0123456789"  # noqa: S105 - nobody's
NOBODY = 65_534
MIB = 1024**2
closed = pytest.mark.skipif(not files.ABI or not calls.available(), reason="this kernel has no Landlock or no seccomp")


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """To look at an upload that lies beside that of another."""
    folder = tmp_path / "uploads" / "mine"
    folder.mkdir(parents=True)
    (folder.parent / "of-another").write_bytes(b"private")
    (folder / "link").symlink_to(folder.parent / "of-another")
    noise = media.noise(folder / "media", 1.0)
    return Order(None, noise, None, folder, 60, 512 * MIB)


@pytest.fixture(scope="module", autouse=True)
def _one_fork_server() -> None:
    processes.prepare(processes.TO_TRANSCRIBE)


def descendants() -> set[int]:
    return {each.pid for each in psutil.Process().children(recursive=True) if alive(each.pid)}


async def told_by(
    order: Order, main: Callable[..., None], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Answer:
    """What the hostile code found; nothing of it is left."""
    monkeypatch.setattr(child, "main", main)
    before = descendants()
    running = await processes.start(order)
    assert await running.ending(lambda _: None) == Done()
    running.kill()
    await running.gone()
    await eventually(lambda: descendants() <= before, within=60)
    (text,) = [record.getMessage() for record in caplog.records if record.name == "hostile"]
    found: Answer = json.loads(text)
    return found


@pytest.fixture(params=["looking", "transcribing", "transcribing with a model", "helping to hear"])
def any_order(order: Order, request: pytest.FixtureRequest) -> Order:
    if request.param == "looking":
        return order
    working = replace(order, task_id="ada:1", max_seconds=60.0, kept_dir=order.work_dir / "kept")
    if request.param == "transcribing":
        return working
    if request.param == "helping to hear":
        return replace(working, helps=True)
    return replace(working, llm=Access("tiny", base_url="http://127.0.0.1:9/v1", api_key=SECRET))


@closed
async def test_no_deed_of_a_taken_over_decoder_is_done(
    any_order: Order, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(child, "OTHER_FILE_BYTES", 10 * MIB)
    monkeypatch.setattr(child, "WORDS_BYTES", 10 * MIB)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        port = str(listener.getsockname()[1])
        found = await told_by(replace(any_order, language=port), hostile.main, monkeypatch, caplog)
        with pytest.raises(BlockingIOError):
            listener.accept()
    # a process that may ask a language model can send datagrams, since it looks up its server's name
    may = ["send a datagram"] if any_order.llm else []
    assert found["done"] == may
    assert (any_order.work_dir.parent / "of-another").read_bytes() == b"private"
    assert sorted(os.listdir(any_order.work_dir.parent)) == ["mine", "of-another"]  # noqa: PTH208


async def test_a_child_works_in_its_own_folder_with_no_variables_but_the_allowed(
    any_order: Order, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("CUEWEAVE_LLM_API_KEY", "AWS_SECRET_ACCESS_KEY", "REDIS_URL", "HTTPS_PROXY"):
        monkeypatch.setenv(name, SECRET)
    found = await told_by(any_order, hostile.main, monkeypatch, caplog)
    assert found["folder"] == str(any_order.work_dir)
    assert found["mask"] == 0o077
    assert found["environment"]["TMPDIR"].startswith(str(any_order.work_dir))
    assert SECRET not in json.dumps(found)


async def test_a_fork_bomb_is_bounded_and_goes_with_its_group(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with tempfile.TemporaryDirectory(prefix="cw-") as name:  # where another user can get to
        folder = Path(name) / "work"
        folder.mkdir()
        for each in (folder, folder.parent):
            each.chmod(0o777)
        working = Order("ada:1", folder / "media", None, folder, 60, 512 * MIB, language=str(NOBODY))
        found = await told_by(working, hostile.bomb, monkeypatch, caplog)
    assert 0 < found["forks"] < hostile.MOST_FORKS


async def test_the_operators_secrets_are_nowhere_in_a_real_child(
    valkey_url: str,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CUEWEAVE_LLM_API_KEY", SECRET)
    config = WorkConfig(redis_url=valkey_url, data_dir=tmp_path / "data", result_ttl=600)
    workers = WorkerProcesses(config)
    try:
        async with open_desk(config) as desk:
            worker = workers.start()
            await submitter(desk, tmp_path)(seconds=120.0)
            await no_secret_in_child_of(worker)
    finally:
        workers.kill_all()


async def no_secret_in_child_of(worker: WorkerProcess) -> None:
    pid = await frozen_child_of(worker)
    forker = psutil.Process(pid).ppid()
    assert SECRET.encode() in variables(worker.pid)
    for each in (pid, forker):
        assert SECRET.encode() not in variables(each)
        assert not is_in_memory(each, SECRET.encode())
    assert variables(pid) == b""


def is_in_memory(pid: int, text: bytes) -> bool:
    """Whether the text stands anywhere in what that process can write to."""
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            place, rights, *_ = line.split()
            if rights.startswith("rw"):
                start, end = (int(part, 16) for part in place.split("-"))
                memory.seek(start)
                if text in memory.read(end - start):
                    return True
    return False
