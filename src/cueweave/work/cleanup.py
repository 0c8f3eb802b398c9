"""What must not depend on anybody's living long enough: half done, lost and old things."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from docket import Docket

from cueweave.errors import CueweaveError
from cueweave.store.blobs import Blobs
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger
from cueweave.work import queue
from cueweave.work.tidy import remove_needless
from cueweave.work.workdir import remove_abandoned

RECONCILE_SECONDS = 5.0
FILES_SECONDS = 60.0
UPLOAD_SECONDS = 3600.0
"""An upload that nothing was written to for so long is given up."""
ADMITTED_SECONDS = 600.0
"""Files whose task is not in the store for so long belong to no task."""
log = get_logger(__name__)


class Cleanup:
    """Sets right what crashes left behind."""

    def __init__(self, store: TaskStore, blobs: Blobs, docket: Docket, work_root: Path, *, keep_media: bool) -> None:
        self._store = store
        self._blobs = blobs
        self._docket = docket
        self._work_root = work_root
        self._keep_media = keep_media

    async def keep_going(self) -> None:
        """Once at once, then again and again; errors are logged."""
        files_at = 0.0
        while True:
            try:
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
        for ticket in await self._store.tickets():
            await queue.hand_over(self._docket, ticket)
        if wrong:
            log.error("the count of active tasks was wrong and is mended", wrong=wrong)

    async def remove_files(self) -> None:
        """Remove the files that no living thing needs."""
        await asyncio.to_thread(remove_abandoned, self._work_root)
        if not await self._store.clean_alone(seconds=FILES_SECONDS / 2):
            return
        await asyncio.to_thread(self._blobs.remove_forgotten, older_than=UPLOAD_SECONDS)
        for task_id in await asyncio.to_thread(lambda: list(self._blobs.owners(older_than=ADMITTED_SECONDS))):
            task = await self._store.load(task_id)
            await asyncio.to_thread(remove_needless, self._blobs, task_id, task, keep_media=self._keep_media)
