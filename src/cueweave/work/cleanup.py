"""What must not depend on anybody's living long enough: half done, lost and old things."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from docket import Docket

from cueweave.domain.tasks import Status
from cueweave.errors import CueweaveError
from cueweave.store.incoming import remove_unfinished
from cueweave.store.resumable import Resumables
from cueweave.store.storage import Holding, Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, traces
from cueweave.work import queue
from cueweave.work.config import WorkConfig
from cueweave.work.resuming import resumables
from cueweave.work.room import KeptMedium, too_many
from cueweave.work.tidy import has_needless, remove_needless
from cueweave.work.workdir import remove_abandoned

RECONCILE_SECONDS = 5.0
FILES_SECONDS = 60.0
SWEEP_SECONDS = 600.0
UPLOAD_SECONDS = 3600.0
"""An upload that nothing was written to for so long is given up."""
ADMITTED_SECONDS = 600.0
"""Files whose task is not in the store for so long belong to no task."""
log = get_logger(__name__)


class Cleanup:
    """Sets right what crashes left behind."""

    def __init__(self, store: TaskStore, blobs: Storage, docket: Docket, config: WorkConfig) -> None:
        self._store = store
        self._blobs = blobs
        self._docket = docket
        self._config = config
        self._uploads = resumables(config)

    async def keep_going(self) -> None:
        """Once at once, then again and again; errors are logged."""
        files_at = 0.0
        while True:
            try:
                if await self._store.reconcile_alone(seconds=RECONCILE_SECONDS / 2):
                    await self.reconcile()
                if time.monotonic() > files_at + FILES_SECONDS:
                    await self.remove_files()
                    files_at = time.monotonic()
            except CueweaveError as error:
                log.warning("clean-up has to wait", reason=error.message)
            except Exception:
                log.exception("clean-up failed")
            await asyncio.sleep(RECONCILE_SECONDS)

    async def reconcile(self) -> None:
        """Hand over what the queue doesn't know, and hold the counters against the truth."""
        wrong = await self._store.mend()
        with traces.untold():
            for ticket in await self._store.tickets():
                await queue.hand_over(self._docket, ticket)
        if wrong:
            log.error("the count of active tasks was wrong and is mended", wrong=wrong)

    async def remove_files(self) -> None:
        """Remove the files that no living thing needs."""
        await asyncio.to_thread(remove_abandoned, self._config.data_dir / "work")
        if not await self._store.clean_alone(seconds=self._blobs.clean_seconds - FILES_SECONDS / 2):
            return
        await asyncio.to_thread(self._blobs.remove_forgotten, older_than=UPLOAD_SECONDS)
        await asyncio.to_thread(self._uploads.remove_expired)
        keep_media = self._config.keep_media
        completed: list[Holding] = []
        for holding in await asyncio.to_thread(lambda: list(self._blobs.holdings(older_than=ADMITTED_SECONDS))):
            task = await self._store.load(holding.task_id)
            if has_needless(holding, task, keep_media=keep_media):
                await asyncio.to_thread(remove_needless, self._blobs, holding.task_id, task, keep_media=keep_media)
            if task and task.status is Status.COMPLETED:
                completed.append(holding)
        await asyncio.to_thread(self._make_room, completed)
        await self._store.tallies.stored(await asyncio.to_thread(self._blobs.used))

    def _make_room(self, completed: Sequence[Holding]) -> None:
        """Let nobody's kept media hold more than they may."""
        media = [KeptMedium(holding.task_id, *holding.medium) for holding in completed if holding.medium]
        for task_id in too_many(media, self._config.max_kept_bytes_per_user):
            self._blobs.remove_medium(task_id)
            log.info("medium removed, since its user's newer ones take all the room", task_id=str(task_id))


async def keep_sweeping(incoming: Path, uploads: Resumables) -> None:
    """Remove, again and again, what an API process which died has left on this machine, and uploads that expired."""
    while True:
        try:
            await asyncio.to_thread(remove_unfinished, incoming, older_than=UPLOAD_SECONDS)
            await asyncio.to_thread(uploads.remove_expired)
        except Exception:
            log.exception("sweeping failed")
        await asyncio.sleep(SWEEP_SECONDS)
