"""What the fences cost each child: the closing itself, step by step, and a whole look at a short recording."""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from cueweave.work import child, fence, processes
from cueweave.work.child import Order
from cueweave.work.fence import calls, environment, files, limits, privileges
from cueweave.work.fence.ground import Ground
from cueweave.work.processes import Done

CHILDREN = 100
STEPS: dict[str, Callable[[Ground], None]] = {
    "limits": limits.close,
    "environment": lambda _: environment.empty({}),
    "privileges": lambda _: privileges.drop(),
    "files": files.close,
    "calls": calls.close,
}
fenced = child.main


def unfenced(line: socket.socket, parent: Connection, order: Order) -> None:
    """A child as it would be without."""
    fence.close = lambda _: None  # type: ignore[assignment]  # in this process only
    fenced(line, parent, order)


def closing() -> dict[str, float]:
    """Median milliseconds of each step and of all, each in a fork of its own."""
    context = multiprocessing.get_context("fork")
    found: dict[str, list[float]] = {name: [] for name in (*STEPS, "all")}
    for _ in range(CHILDREN):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_close, args=(theirs,))
        process.start()
        for name, seconds in ours.recv().items():
            found[name].append(seconds * 1000)
        process.join()
    return {name: statistics.median(values) for name, values in found.items()}


def _close(line: Connection) -> None:
    ground = Ground(Path(tempfile.gettempdir()), 60, 2**32, reads=(Path(__file__),))
    took = {}
    first = time.thread_time()
    for name, step in STEPS.items():
        at = time.thread_time()
        step(ground)
        took[name] = time.thread_time() - at
    line.send({**took, "all": time.thread_time() - first})


async def look(order: Order) -> float:
    """Milliseconds from the order to the answer."""
    at = time.perf_counter()
    running = await processes.start(order)
    ending = await running.ending(lambda _: None)
    took = time.perf_counter() - at
    running.kill()
    await running.gone()
    if not isinstance(ending, Done):
        raise TypeError(ending)
    return took * 1000


async def looks(media: Path) -> dict[str, list[float]]:
    """With and without, in turns, so that a busy machine is busy for both."""
    processes.prepare(processes.TO_LOOK)
    order = Order(None, media, None, media.parent, 3600, 2**32)
    found: dict[str, list[float]] = {"with": [], "without": []}
    for number in range(2 * CHILDREN):
        which = "with" if number % 2 else "without"
        child.main = fenced if which == "with" else unfenced
        found[which].append(await look(order))
    return found


def told(values: Sequence[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.1f} ms, 95% {ordered[int(len(ordered) * 0.95)]:.1f} ms"


if __name__ == "__main__":
    for step, milliseconds in closing().items():
        print(f"{step:<12} {milliseconds:.2f} ms of processor time")
    with suppress(KeyboardInterrupt):
        for which, values in asyncio.run(looks(Path("samples/out/lecture.mp4").absolute())).items():
            print(f"a look {which} fences: {told(values)}")
