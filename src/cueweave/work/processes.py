"""Starting, hearing and killing child processes."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import os
import pickle
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from multiprocessing.forkserver import ensure_running
from typing import Any, cast

from cueweave.domain.progress import Progress
from cueweave.domain.tasks import Stage
from cueweave.domain.usage import Usage
from cueweave.work import child
from cueweave.work.fence import environment, offers
from cueweave.work.threads import whole

TO_LOOK = ("cueweave.work.child", "cueweave.pipeline.inspect")
TO_ASK = ("cueweave.clients.llm.ask", "cueweave.pipeline.remembering", "cueweave.stages.analysis.model")
TO_TRANSCRIBE = ("cueweave.work.child", "cueweave.pipeline.job", "cueweave.pipeline.document")
"""What children load before they are forked, all of it in the memory of a worker that waits: so nothing that only some
tasks need, and none of scipy's parts, which cost 25 MiB to have and 0.15 s of processor to load."""
LONGEST_LINE = 1024 * 1024
GONE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Done:
    """The work is done and its files are there."""

    media_seconds: float = 0.0
    """How long the medium is."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The work can't be done; an error of ours says why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Broke:
    """The work ended with an error that nobody foresaw."""

    what: str
    trace: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process went without a last word."""

    exit_code: int | None

    def __str__(self) -> str:
        if self.exit_code is None or self.exit_code >= 0:
            return f"exit code {self.exit_code}"
        return signal.Signals(-self.exit_code).name


Ending = Done | Refused | Broke | Crashed
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Answer = Callable[[dict[str, Any]], Awaitable[dict[str, Any] | None]]


async def _say_nothing(_message: dict[str, Any]) -> None:
    """For children that ask nothing."""


class Child:
    """A running child process. Nothing of it is left after `kill`."""

    def __init__(self, process: ForkServerProcess, alive: Connection, line: Line) -> None:
        self._process = process
        self._alive = alive
        self._reader, self._writer = line
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(process.sentinel, self._on_end)

    @property
    def pid(self) -> int:
        """The number of its process, and of its group."""
        return cast(int, self._process.pid)

    async def ending(self, tell: Callable[[Progress | Usage], None], answer: Answer = _say_nothing) -> Ending:
        """Hear the child to its end; `tell` gets its progress, and what a language model cost.

        `answer` gets what the child says and asks about the hearing of its sound, and may answer.
        """
        while line := await self._line():
            message = json.loads(line)
            match message["kind"]:
                case "done":
                    return Done(float(message["seconds"]))
                case "refused":
                    return Refused(name=message["name"], message=message["message"])
                case "broke":
                    return Broke(what=message["what"], trace=message["trace"])
                case "plan" | "turn" | "heard":
                    self._say(await answer(message))
                case _:
                    _pass_on(message, tell)
        await self.gone()
        return Crashed(self._process.exitcode)

    def _say(self, answer: dict[str, Any] | None) -> None:
        if answer is not None:
            self._writer.write(json.dumps(answer).encode() + b"\n")

    async def _line(self) -> bytes:
        try:
            return await self._reader.readline()
        except ConnectionError:  # the child went with something of ours unread
            return b""

    def order(self, order: child.Order) -> bool:
        """Tell a child in waiting what to do; False where it has gone meanwhile."""
        if not self._ended.is_set():
            self._writer.write(pickle.dumps(order))
        return not self._ended.is_set()

    def kill(self) -> None:
        """End the child and all that it started, now."""
        self._writer.close()
        self._alive.close()  # which alone kills it, unless it is only just starting
        if not self._ended.is_set():
            self._end_group()
            self._process.kill()  # it may have no group of its own yet

    async def gone(self) -> None:
        """Wait until the child has really gone."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), GONE_SECONDS)

    def _on_end(self) -> None:
        """The child has ended. What it started goes with it, or it would hold the line open for ever."""
        self._loop.remove_reader(self._process.sentinel)
        self._end_group()  # its number is not given to another while one of the group lives
        self._process.join(0)
        self._ended.set()

    def _end_group(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def _pass_on(message: dict[str, Any], tell: Callable[[Progress | Usage], None]) -> None:
    match message["kind"]:
        case "progress":
            tell(Progress(stage=Stage(message["stage"]), percent=int(message["percent"])))
        case "usage":
            tell(Usage(**{name: value for name, value in message.items() if name != "kind"}))
        case "log":
            logging.getLogger(message["logger"]).log(message["level"], "%s", message["text"])


async def start(order: child.Order) -> Child:
    """Start a child that does what is ordered."""
    return await _started(child.main, order)


async def start_in_waiting() -> Child:
    """Start a child that waits for its order."""
    return await _started(child.main_in_waiting)


async def _started(main: Callable[..., None], *order: child.Order) -> Child:
    context = multiprocessing.get_context("forkserver")
    ours, theirs = socket.socketpair()
    parent, alive = context.Pipe(duplex=False)
    process = context.Process(target=main, args=(theirs, parent, *order), daemon=True)
    try:
        await whole(process.start)
    except BaseException:
        ours.close()
        alive.close()  # which ends a child that has started all the same
        raise
    finally:
        theirs.close()
        parent.close()
    return Child(process, alive, await asyncio.open_connection(sock=ours, limit=LONGEST_LINE))


def prepare(modules: tuple[str, ...]) -> None:
    """Load these once, in the server that children are forked from, instead of in each child.

    A child imports its parent's main module, too: that of the command line is next to nothing (`cueweave.__main__`).
    Only the first call in a process has an effect.
    """
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
    with environment.bare():
        ensure_running()
    offers.tell_gaps()
