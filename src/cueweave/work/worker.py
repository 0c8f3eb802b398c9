"""The process that takes tasks from the queue, until it is asked to stop."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import replace
from datetime import timedelta

from docket import Docket, Worker

from cueweave import __version__
from cueweave.store.bucket import BRIEF, PATIENT
from cueweave.store.clock import now
from cueweave.store.crew import Member
from cueweave.store.opening import open_storage
from cueweave.store.tasks import TaskStore, open_tasks
from cueweave.telemetry import get_logger
from cueweave.work import measures, processes, queue
from cueweave.work.cleanup import Cleanup
from cueweave.work.config import WorkConfig
from cueweave.work.crew import keep_telling
from cueweave.work.duty import Duty
from cueweave.work.ending import end
from cueweave.work.helping import Helper
from cueweave.work.runner import Runner

LETTING_GO_SECONDS = 5.0
"""How long docket may take to let go of the tasks that it runs before it is told again."""
log = get_logger(__name__)


async def run_worker(config: WorkConfig, *, concurrency: int, stop: asyncio.Event) -> None:
    """Work on up to `concurrency` tasks at once until `stop` is set; then finish or hand back what is running."""
    files = config.data_dir / "blobs"
    blobs, swift = (open_storage(files, config.bucket, patience) for patience in (PATIENT, BRIEF))
    processes.prepare(processes.TO_TRANSCRIBE + (processes.TO_ASK if config.llm else ()))
    async with open_tasks(config.redis_url, result_ttl=config.result_ttl) as store:
        await store.ping()
        await asyncio.to_thread(swift.check)  # without it one task after the other would fail
        async with queue.queue(config.redis_url) as docket:
            duty = Duty()
            docket.register(Runner(config, store, blobs, docket, duty).perform, names=[queue.WORK])
            docket.register(Helper(config, store, blobs, duty).perform, names=[queue.HEAR])
            cleanup = Cleanup(store, swift, docket, config)
            begun = _member(concurrency)
            cleaning = asyncio.create_task(cleanup.keep_going())
            telling = asyncio.create_task(keep_telling(store.crew, lambda: _state(begun, duty), stop))
            try:
                async with _posting(config, store, begun.name):
                    await _take_tasks(config, docket, duty, begun, stop)
            finally:
                await end(cleaning, telling)


def _posting(config: WorkConfig, store: TaskStore, name: str) -> AbstractAsyncContextManager[None]:
    """Messages are sent for as long as the context lasts; none where there is nothing to sign them with."""
    if config.webhooks is None:
        return nullcontext()
    from cueweave.work.posting import posting  # HTTP, of which a worker that tells nobody has no need

    return posting(config, config.webhooks, store, name)


def _member(concurrency: int) -> Member:
    name = f"{socket.gethostname()}#{os.getpid()}"
    return Member(name, concurrency, tasks=(), since=now().text, draining=False, version=__version__)


def _state(begun: Member, duty: Duty) -> Member:
    return replace(begun, tasks=tuple(sorted(map(str, duty.tasks))), draining=duty.closing)


async def _take_tasks(config: WorkConfig, docket: Docket, duty: Duty, begun: Member, stop: asyncio.Event) -> None:
    worker = Worker(
        docket,
        name=begun.name,
        concurrency=begun.concurrency,
        redelivery_timeout=timedelta(seconds=config.lease_seconds),
        reconnection_delay=timedelta(seconds=1),
        schedule_automatic_tasks=False,
    )
    measures.may_run(begun.concurrency)
    async with worker:
        working = asyncio.create_task(worker.run_forever())
        stopping = asyncio.create_task(stop.wait())
        log.info("worker is ready", concurrency=begun.concurrency, name=begun.name)
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not working.done():
            # docket stops renewing leases as soon as it is told to stop, and others would take what is still
            # running here: so it goes on, only without taking anything new
            worker.concurrency = 0
            measures.may_run(0)
            duty.closing = True
            await _drain(duty, config.drain_seconds)
            duty.leaving.set()
            await end(working, again=LETTING_GO_SECONDS)
        with suppress(asyncio.CancelledError):
            await working
    log.info("worker has stopped")


async def _drain(duty: Duty, seconds: float) -> None:
    if not duty.idle.is_set():
        log.info("finishing what is running", at_most_seconds=seconds)
    with suppress(TimeoutError):
        await asyncio.wait_for(duty.idle.wait(), seconds)
