"""The first step of a task whose medium is at an address: fetching it, and the look that uploads get as they come."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

import httpx

from cueweave.clients.outbound.fetch import fetch
from cueweave.clients.outbound.pool import open_pool
from cueweave.clients.outbound.urls import check_url, origin_of
from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage, Task, TaskId
from cueweave.errors import BadAddress, CueweaveError, StoreUnavailable
from cueweave.store.incoming import Incoming
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger
from cueweave.work.config import WorkConfig
from cueweave.work.ending import end
from cueweave.work.follow import Course, Leaving, Superseded, TimeUp, unless_pointless, write_progress
from cueweave.work.inspection import look_at
from cueweave.work.lasting import lasting
from cueweave.work.processes import Refused
from cueweave.work.threads import whole

FIELD = "media_url"
SHARE = 10
"""Percent of the whole that fetching is shown as."""
log = get_logger(__name__)


def media_address(text: str, config: WorkConfig) -> httpx.URL:
    """Where a medium is. Raises BadAddress, also where the operator doesn't list the host."""
    if not config.media_hosts:
        raise BadAddress(
            f"{FIELD}: this server fetches no media; hand the recording in as media_file, or ask its operator to set "
            "CUEWEAVE_MEDIA_URL_HOSTS."
        )
    url = check_url(text, config.outbound, name=FIELD)
    host = url.raw_host.decode("ascii")
    if not any(_matches(host, pattern) for pattern in config.media_hosts):
        raise BadAddress(f"{FIELD}: this server fetches no media from this host; hand the recording in as media_file.")
    return url


def name_of(url: httpx.URL) -> str:
    """What to call the medium: the last part of the path."""
    return PurePosixPath(url.path).name


def _matches(host: str, pattern: str) -> bool:
    return pattern in ("*", host) or (pattern.startswith("*.") and host.endswith(pattern[1:]))


class Fetcher:
    """Fetches media for the worker: the processes that open them have no network."""

    def __init__(self, config: WorkConfig, store: TaskStore, blobs: Storage) -> None:
        self._config = config
        self._store = store
        self._blobs = blobs

    async def fetch(
        self, task_id: TaskId, task: Task, leaving: asyncio.Event
    ) -> Task | Refused | Superseded | Leaving | TimeUp:
        """The task with its medium kept and looked at; its progress is told meanwhile. Begins anew each time."""
        if await self._is_here(task_id):
            return task
        incoming, course = self._blobs.receive(), Course()
        writing = asyncio.create_task(write_progress(self._store, task_id, task.attempt, course))
        try:
            fetching = self._fetch(task_id, task, incoming, course)  # which has its own limits of time
            found = await unless_pointless(fetching, writing, leaving, None)
            if isinstance(found, float):
                return await self._keep(task_id, replace(task, media_seconds=found), incoming)
            return found
        except CueweaveError as error:
            return Refused(type(error).__name__, error.message)
        finally:
            await end(writing)
            await incoming.discard()

    async def _is_here(self, task_id: TaskId) -> bool:
        """Whether an earlier attempt has fetched it; where that can't be told it is fetched once more."""
        try:
            return await self._blobs.has_medium(task_id)
        except StoreUnavailable:
            return False

    async def _fetch(self, task_id: TaskId, task: Task, incoming: Incoming, course: Course) -> float:
        """How long the fetched medium is, in seconds."""
        writer = incoming.open("media")

        def take(data: bytes, share: float) -> None:
            writer.write(data)
            course.tell(Progress(Stage.TRANSCRIBING, int(SHARE * share)))

        log.info("fetching the medium", host=origin_of(task.media_url))
        check = partial(media_address, config=self._config)
        most, seconds = self._config.max_media_bytes, self._config.task_timeout
        async with open_pool(self._config.outbound) as pool:
            await fetch(pool, task.media_url, check, take, most=most, seconds=seconds)
        incoming.close()
        subtitles = await self._blobs.subtitles(task_id, incoming.folder)
        return await look_at(incoming, subtitles, self._config)

    async def _keep(self, task_id: TaskId, task: Task, incoming: Incoming) -> Task | Superseded:
        told = partial(self._store.move.fetched, task_id, task.attempt, task.media_seconds)
        if await lasting(told) == "refused" or not await whole(self._blobs.take_medium, incoming, task_id):
            return Superseded()
        return task
