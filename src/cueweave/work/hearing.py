"""The worker that has a task lets others help to hear it, and tells its own process whose turn is what."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

from docket import Docket

from cueweave.domain.tasks import TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store.hearings import Hearings, Holder, Taken
from cueweave.telemetry import get_logger
from cueweave.work import queue
from cueweave.work.ending import end
from cueweave.work.follow import Leaving, Superseded, TimeUp
from cueweave.work.lasting import lasting
from cueweave.work.processes import Crashed, Ending

MOST_TIMES = 3
"""So often the process that hears a chunk may be killed."""
WORN_OUT = (
    f"Hearing one part of the sound was interrupted {MOST_TIMES} times and is given up: the medium may be damaged, or "
    "need more memory than there is. Send it with subtitles, or without that part."
)
MOST_CHUNKS = 10_000
"""More than a day of sound has; whoever took over a decoder must not make the store count for ever."""
TOO_MANY = "There is more sound than can be heard in one go; send it in several files, or with subtitles."
INVITE_SECONDS = 2.0
"""Between two looks at whether there are workers who could help."""
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Claims:
    """What one process takes of a task's chunks."""

    hearings: Hearings
    task_id: TaskId
    holder: Holder
    lease: float
    """Seconds after which others may take what this one took, unless it is heard of."""

    async def take(self, *, idle: bool) -> Taken | None:
        """A turn; None while the store can't be reached."""
        try:
            return await self.hearings.take(self.task_id, self.holder, lease=self.lease, most=MOST_TIMES, idle=idle)
        except StoreUnavailable as error:
            log.warning("hearing waits for the store", reason=error.message)
            return None

    async def keep(self) -> None:
        """Hold what was taken, until nobody wants it any more."""
        kept = True
        while kept:
            await asyncio.sleep(self.lease / 4)
            try:
                kept = await self.hearings.keep(self.task_id, self.holder, lease=self.lease)
            except StoreUnavailable as error:
                log.warning("what is heard can't be held", reason=error.message)


def answer(chunk: int | None = None, *, done: float = 0.0, over: bool = False, stop: str = "") -> dict[str, Any]:
    """What a child is told that asked for a turn."""
    return {"chunk": chunk, "done": done, "over": over, "stop": stop}


class Hearing:
    """One attempt's hearing, from its child's plan to its end."""

    def __init__(self, claims: Claims, docket: Docket) -> None:
        self._claims = claims
        self._docket = docket
        self._seconds: Sequence[float] = ()
        self._too_many = False
        self._free = 0
        self._invited = 0
        self._killed = False
        self._goes_on = False
        self._running: list[asyncio.Task[None]] = []

    async def answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What its child says or asks."""
        match message["kind"]:
            case "plan":
                await self._begin(message["seconds"], message["heard"])
            case "heard":
                await self._heard(int(message["chunk"]))
            case "turn":
                return await self._turn(idle=bool(message["idle"]))
        return None

    def ends(self, ending: Ending | Superseded | Leaving | TimeUp) -> None:
        """How the attempt ended. A process that was killed is held against what it was hearing."""
        self._killed = isinstance(ending, Crashed)
        self._goes_on = isinstance(ending, Crashed | Leaving | Superseded)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """The child has ended: what it was hearing is free. Helpers stay where another attempt goes on."""
        if not self._running:
            return
        await end(*self._running)
        try:
            await self._claims.hearings.leave(self._claims.task_id, self._claims.holder, killed=self._killed)
            if not self._goes_on:
                await queue.call_off_invitations(self._docket, self._claims.task_id, self._invited)
        except StoreUnavailable:
            log.warning("what was being heard stays taken until its lease is over")

    async def _begin(self, seconds: Sequence[float], heard: list[bool]) -> None:
        self._too_many = len(heard) > MOST_CHUNKS
        if self._too_many or self._running:
            return
        self._seconds = seconds
        attempt = self._claims.holder.attempt or 0
        self._free = heard.count(False) - 1  # besides the one that is heard here
        if await lasting(partial(self._claims.hearings.open, self._claims.task_id, attempt, heard)):
            self._running = [asyncio.create_task(self._claims.keep()), asyncio.create_task(self._invite())]

    async def _heard(self, chunk: int) -> None:
        log.info("chunk heard", chunk=chunk)
        await lasting(partial(self._claims.hearings.done, self._claims.task_id, chunk))

    async def _turn(self, *, idle: bool) -> dict[str, Any]:
        if self._too_many:
            return answer(stop=TOO_MANY)
        taken = await self._claims.take(idle=idle)
        if taken is None or taken.verdict == "gone":
            return answer()
        if taken.verdict == "worn out":
            return answer(stop=WORN_OUT)
        if taken.chunk is not None:
            log.info("chunk taken", chunk=taken.chunk)
        self._free = taken.states.count("f")
        done = sum(share for share, state in zip(self._seconds, taken.states, strict=False) if state == "h")
        return answer(
            taken.chunk, done=done / (sum(self._seconds) or 1.0), over=taken.states.count("h") == len(taken.states)
        )

    async def _invite(self) -> None:
        """Ask the other workers in, as long as there is something to hear that nobody hears."""
        while True:
            try:
                others = len(await queue.workers(self._docket)) - 1
                for number in range(min(others, self._free)):
                    await queue.invite(self._docket, self._claims.task_id, number)
                    self._invited = max(self._invited, number + 1)
            except StoreUnavailable as error:
                log.warning("nobody can be asked to help", reason=error.message)
            await asyncio.sleep(INVITE_SECONDS)
