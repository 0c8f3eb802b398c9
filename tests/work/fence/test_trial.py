"""Each trial is got through where nothing is fenced in, or its success would mean nothing."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

import pytest

from cueweave.work.fence import trial
from cueweave.work.fence.ground import Ground
from cueweave.work.fence.offers import gaps
from cueweave.work.fence.trial import LOOKING, WORKING


@contextmanager
def unfenced(name: str) -> Iterator[Connection]:
    """A process of its own that makes the attempt; it tells what stopped it."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=attempt, args=(theirs, name))
    process.start()
    yield ours
    process.join(20)
    ours.close()
    theirs.close()


def attempt(line: Connection, name: str) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with trial.playground() as (home, outside):
            ground = Ground(home, 10, 256 * 1024**2)
            (LOOKING | WORKING)[name](ground, outside)
    except (OSError, MemoryError) as error:
        line.send(repr(error))
    else:
        line.send(None)


@pytest.mark.parametrize("name", [name for name in (LOOKING | WORKING) if name not in ("programs", "crowd")])
def test_an_attempt_succeeds_without_fences(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(trial.SECRET, "secret")
    with unfenced(name) as line:
        assert line.poll(20)
        assert line.recv() is None


def test_a_program_that_is_not_there_counts_as_got_through() -> None:
    with unfenced("programs") as line:
        assert "FileNotFoundError" in line.recv()


def test_every_fence_holds_but_those_whose_gap_is_known() -> None:
    known = {gap.fence for gap in gaps()}
    trials = trial.try_fences()
    assert {each.fence for each in trials} == set(LOOKING | WORKING)
    assert {each.fence for each in trials if not each.holds} == known
    assert all(each.why for each in trials if not each.holds)
