"""Children and what they start: killed in any case, never waited for in vain."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from support import families
from support.eventually import eventually, eventually_sync
from support.workers import alive

from cueweave.work import child, processes
from cueweave.work.processes import Child, Crashed

NOTHING = child.Order(None, Path("none"), None, Path("none"), 1, 2**32)
Kind = Callable[..., None]
every_kind = pytest.mark.parametrize("kind", families.KINDS)


class Family:
    """A child, with a grandchild that it has started by multiprocessing."""

    def __init__(self, running: Child, caplog: pytest.LogCaptureFixture) -> None:
        self.running = running
        self.heard = asyncio.create_task(running.ending(lambda _: None))
        self._caplog = caplog

    async def pids(self) -> list[int]:
        """Of both."""
        (text,) = await eventually(lambda: [each.getMessage() for each in self._caplog.records])
        return [int(pid) for pid in text.split()]


async def started(kind: Kind, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Family:
    monkeypatch.setattr(child, "main", kind)
    return Family(await processes.start(NOTHING), caplog)


@every_kind
async def test_a_killed_child_takes_its_own_children_along(
    kind: Kind, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    family = await started(kind, monkeypatch, caplog)
    leader, grandchild = await family.pids()
    assert os.getpgid(grandchild) == leader
    family.running.kill()
    await eventually(lambda: not alive(leader) and not alive(grandchild), within=2)
    await family.running.gone()
    await family.heard


@every_kind
async def test_the_children_of_a_child_that_crashed_go_and_the_crash_is_told(
    kind: Kind, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    family = await started(kind, monkeypatch, caplog)
    leader, grandchild = await family.pids()
    os.kill(leader, signal.SIGKILL)
    assert await asyncio.wait_for(family.heard, 10) == Crashed(-signal.SIGKILL)
    await eventually(lambda: not alive(grandchild), within=2)
    family.running.kill()


@every_kind
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_parent_that_ends_takes_its_children_and_theirs_along(kind: Kind, number: int) -> None:
    command = [sys.executable, "-c", families.PROGRAM, kind.__name__]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as parent:
        assert parent.stdout
        both = [int(pid) for pid in parent.stdout.readline().split()]
        assert [alive(pid) for pid in both] == [True, True]
        parent.send_signal(number)
        parent.wait(10)
    eventually_sync(lambda: not any(alive(pid) for pid in both), within=2)


async def test_a_start_that_is_cancelled_leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "main", families.with_forked)
    before = {each.pid for each in psutil.Process().children(recursive=True)}
    starting = asyncio.create_task(processes.start(NOTHING))
    await asyncio.sleep(0)  # it is handed to its thread
    await asyncio.sleep(0)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting

    def others() -> list[int]:
        return [each.pid for each in psutil.Process().children(recursive=True) if alive(each.pid)]

    await eventually(lambda: set(others()) <= before, within=5)
