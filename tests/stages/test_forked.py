"""Work in a process beside this one."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import psutil
import pytest
from support.eventually import eventually_sync

from cueweave.domain.transcript import Report
from cueweave.errors import BadInput
from cueweave.stages.forked import aside


class Stopped(Exception):
    """Raised by whoever hears of progress."""


@pytest.fixture(params=[1, 2], ids=["on one processor", "on two"])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(count)))
    return count


def in_steps(report: Report) -> list[int]:
    for step in range(1, 1001):
        report(step / 1000)
    return [os.getpid()]


def test_it_gives_what_the_work_gives_and_tells_how_far_that_is(processors: int) -> None:
    told: list[float] = []
    with aside(in_steps) as outcome:
        (pid,) = outcome(told.append)
    assert (pid == os.getpid()) == (processors == 1)
    assert told == sorted(told)
    assert told[-1] > 0.99


@pytest.mark.usefixtures("processors")
def test_what_the_work_raises_is_raised_where_it_is_waited_for() -> None:
    def refuses(_report: Report) -> None:
        raise BadInput("no such slide")

    with aside(refuses) as outcome, pytest.raises(BadInput, match="no such slide"):
        outcome(lambda _: None)


@pytest.mark.usefixtures("processors")
def test_whoever_hears_of_progress_can_stop_it() -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped), aside(in_steps) as outcome:
        outcome(stop)
    assert not psutil.Process().children()


def test_nothing_of_it_goes_on_after_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})

    def endless(_report: Report) -> None:
        (tmp_path / "begun").touch()
        time.sleep(600)

    with pytest.raises(Stopped), aside(endless):
        eventually_sync((tmp_path / "begun").exists)
        raise Stopped
    assert not psutil.Process().children()


def test_a_killed_process_is_told_from_one_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})

    def killed(_report: Report) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with aside(killed) as outcome, pytest.raises(BrokenProcessPool):
        outcome(lambda _: None)
