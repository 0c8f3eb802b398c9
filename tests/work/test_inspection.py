"""A look at an upload: by a process that is there already, in a new one where that has gone."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.eventually import eventually
from support.media import noise
from support.pdfs import one_page
from support.workers import alive

from cueweave.errors import BrokenSlides, NotAMedium
from cueweave.store.blobs import Blobs
from cueweave.store.incoming import Incoming
from cueweave.work import processes
from cueweave.work.config import WorkConfig
from cueweave.work.inspection import Inspector
from cueweave.work.processes import Child, Crashed


@pytest.fixture
async def inspector(tmp_path: Path) -> AsyncIterator[Inspector]:
    """With a process in waiting."""
    inspector = Inspector(WorkConfig(redis_url="", data_dir=tmp_path))
    inspector.start_ahead()
    yield inspector
    await inspector.close()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """All children that are started."""
    children: list[Child] = []
    start = processes._started  # noqa: SLF001 - where both kinds of children begin

    async def noted(*arguments: object) -> Child:
        children.append(await start(*arguments))  # type: ignore[arg-type]
        return children[-1]

    monkeypatch.setattr(processes, "_started", noted)
    return children


def upload(tmp_path: Path, media: bytes | None = None) -> Incoming:
    """A second of noise, or these bytes."""
    incoming = Blobs(tmp_path / "blobs").receive()
    incoming.open("media").write(media or noise(tmp_path / "noise.wav", 1).read_bytes())
    incoming.close()
    return incoming


async def test_the_process_in_waiting_looks_and_the_next_one_is_started(
    started: list[Child], inspector: Inspector, tmp_path: Path
) -> None:
    assert await inspector.inspect(upload(tmp_path)) == pytest.approx(1, abs=0.01)
    await eventually(lambda: len(started) == 2)
    first, next_one = started
    assert not alive(first.pid)
    assert alive(next_one.pid)


async def test_where_the_process_in_waiting_was_killed_a_new_one_looks(
    started: list[Child], inspector: Inspector, tmp_path: Path
) -> None:
    (waiting,) = await eventually(started.copy)
    os.kill(waiting.pid, signal.SIGKILL)
    await waiting.gone()
    assert await inspector.inspect(upload(tmp_path)) == pytest.approx(1, abs=0.01)


async def test_slides_are_looked_at_by_a_process_of_their_own(
    started: list[Child], inspector: Inspector, tmp_path: Path
) -> None:
    incoming = upload(tmp_path)
    incoming.open("slides").write(one_page())
    incoming.close()
    assert await inspector.inspect(incoming) == pytest.approx(1, abs=0.01)
    await eventually(lambda: len(started) == 3)
    assert [alive(child.pid) for child in started] == [False, False, True]


async def test_whose_fault_it_is_that_a_look_ends_without_a_word_is_said(
    monkeypatch: pytest.MonkeyPatch, inspector: Inspector, tmp_path: Path
) -> None:
    async def ending(*_: object) -> Crashed:
        return Crashed(-9)

    incoming = upload(tmp_path)
    incoming.open("slides").write(one_page())
    incoming.close()
    monkeypatch.setattr(Child, "ending", ending)
    with pytest.raises(BrokenSlides, match="PDF"):
        await inspector.inspect(incoming)


async def test_a_process_looks_at_one_upload_only(started: list[Child], inspector: Inspector, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(NotAMedium):
            await inspector.inspect(upload(tmp_path, b"no medium at all"))
    assert len({child.pid for child in started}) == len(started) >= 2


async def test_nothing_is_left_of_the_process_in_waiting(started: list[Child], tmp_path: Path) -> None:
    inspector = Inspector(WorkConfig(redis_url="", data_dir=tmp_path))
    inspector.start_ahead()
    await inspector.close()
    (waiting,) = started
    assert not alive(waiting.pid)
