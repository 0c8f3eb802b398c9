"""One attempt's files and what its worker does so that others find what it keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from cueweave.domain.tasks import TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.storage import Kept, Storage
from cueweave.telemetry import get_logger
from cueweave.work.follow import Leaving, Superseded, TimeUp
from cueweave.work.lasting import lasting
from cueweave.work.processes import Answer, Crashed, Ending
from cueweave.work.threads import whole

GIVE_SECONDS = 1.0
"""Between two looks at whether there is something new to give: so much is done again after a crash."""
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class AtHand:
    """What an attempt works on, and what it keeps for the next one."""

    parts: Mapping[str, Path]
    """What was handed in, by the names of PARTS."""
    kept: Kept


async def at_hand(blobs: Storage, task_id: TaskId, folder: Path) -> AtHand | None:
    """The files, in the attempt's folder if need be; None when the medium has gone. Raises StoreUnavailable."""
    parts = await blobs.fetch(task_id, folder)
    return AtHand(parts, await blobs.open_kept(task_id, folder)) if parts else None


@dataclass(frozen=True, slots=True)
class Sharing:
    """Gives what one attempt keeps to the others as it comes, and takes what they heard."""

    kept: Kept
    hearing: Answer

    async def answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What the child is told: nobody learns of a plan or a chunk before it is there for all."""
        if message["kind"] in ("plan", "heard"):
            await lasting(partial(whole, self.kept.give))
        answer = await self.hearing(message)
        if answer and answer["over"]:
            await lasting(self.kept.take)
        return answer

    async def keep_giving(self) -> None:
        """Again and again; an outage of the storage stops no work."""
        while True:
            await asyncio.sleep(GIVE_SECONDS)
            await self._give()

    async def last(self, ending: Ending | Superseded | Leaving | TimeUp) -> None:
        """The child has ended: what it kept is given where another attempt may go on with it."""
        if isinstance(ending, Crashed | Leaving):
            await self._give()

    async def _give(self) -> None:
        try:
            await whole(self.kept.give)
        except StoreUnavailable as error:
            log.warning("what is kept can't be given to others", reason=error.message)
