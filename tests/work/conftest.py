from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from support.keys import orderly_redis as orderly_redis
from support.s3 import s3, s3_server  # noqa: F401
from support.valkey import own_valkey, valkey_server, valkey_url  # noqa: F401
from support.workers import InProcessWorker, Submit, WorkerProcesses, submitter

from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.work import processes
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Desk, open_desk
from cueweave.work.inspection import Inspector


@pytest.fixture
def config(valkey_url: str, tmp_path: Path) -> WorkConfig:  # noqa: F811
    return WorkConfig(
        redis_url=valkey_url, data_dir=tmp_path / "data", result_ttl=600, lease_seconds=1.0, drain_seconds=10.0
    )


@pytest.fixture
async def desk(config: WorkConfig, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    """It starts no process ahead, so that those which tests find are of tasks."""
    monkeypatch.setattr(Inspector, "start_ahead", lambda _: None)
    async with open_desk(config) as opened:
        yield opened


@pytest.fixture
async def store(config: WorkConfig) -> AsyncIterator[TaskStore]:
    async with open_tasks(config.redis_url, result_ttl=config.result_ttl) as opened:
        yield opened


@pytest.fixture
def submit(desk: Desk, tmp_path: Path) -> Submit:
    return submitter(desk, tmp_path)


@pytest.fixture
async def worker(config: WorkConfig) -> AsyncIterator[InProcessWorker]:
    running = InProcessWorker(config)
    yield running
    await running.stop()


@pytest.fixture
def workers(config: WorkConfig) -> Iterator[WorkerProcesses]:
    running = WorkerProcesses(config)
    yield running
    running.kill_all()


@pytest.fixture(scope="session", autouse=True)
def _one_fork_server_for_desk_and_worker() -> None:
    """Both live in the tests' process, where the first call decides what is loaded."""
    processes.prepare(processes.TO_TRANSCRIBE)


@pytest.fixture(autouse=True)
async def _no_task_left() -> AsyncIterator[None]:
    yield
    others = asyncio.all_tasks() - {asyncio.current_task()}
    assert not [task for task in others if "cueweave" in repr(task.get_coro())]
