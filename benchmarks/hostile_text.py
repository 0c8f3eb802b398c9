"""What hostile subtitles cost: seconds and memory of all that a job does with their text, and how the seconds grow.

`--only NAME,NAME` takes some kinds of `hostile_kinds.py`, `--steps` tells how long each step took.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import signal
import time
from dataclasses import dataclass
from math import log
from multiprocessing.connection import Connection

from hostile_kinds import KINDS
from row import Row, print_machine, print_row, print_table
from text_part import text_part

from cueweave.errors import BadInput

SIZES = (64_000, 256_000, 1_000_000)
"""Bytes."""
LIMIT = "limit: 60 s, 500 MB"
LONGEST = 300
"""Seconds of a processor after which it is given up."""
WARM_UP = 3000
"""Bytes: what is loaded once is not charged to a text."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What subtitles of one size cost."""

    size: int
    """Bytes."""
    is_refused: bool
    """At the door."""
    steps: dict[str, float]
    """Seconds of a processor: what else the machine does is nobody's fault."""
    memory: int
    """The most bytes that the process held, with all libraries."""

    @property
    def seconds(self) -> float:
        """All steps together."""
        return sum(self.steps.values())


def _row(name: str, *, steps: bool) -> Row:
    costs = [cost for size in SIZES if (cost := _cost(name, size))]
    if len(costs) < len(SIZES):
        return Row(name, f"more than {LONGEST} s, or it broke, at {SIZES[len(costs)]:,} bytes", LIMIT)
    times = ", ".join(f"{cost.seconds:.2f}" + (" (refused)" if cost.is_refused else "") for cost in costs)
    less, more = [cost for cost in costs if not cost.is_refused][-2:]
    growth = log(more.seconds / less.seconds) / log(more.size / less.size)
    most = max(cost.memory for cost in costs) / 1024**2
    told = f"{times} s, n^{growth:.2f}, {most:.0f} MB"
    if steps:
        told += " (" + ", ".join(f"{step} {seconds:.1f}" for step, seconds in costs[-1].steps.items()) + ")"
    return Row(name, told, LIMIT)


def _cost(name: str, size: int) -> Cost | None:
    """In a fork of its own; None where that didn't come to its end."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(theirs, KINDS[name](size)))
    process.start()
    theirs.close()
    try:
        cost: Cost = ours.recv()
    except EOFError:
        return None
    finally:
        process.join()
    return cost


def _measure(line: Connection, data: bytes) -> None:
    signal.setitimer(signal.ITIMER_PROF, LONGEST)  # ends the process, also where an expression holds the interpreter
    took = {}
    is_refused = False
    at = time.process_time()
    try:
        for step in text_part(data):
            took[step] = time.process_time() - at
            at += took[step]
    except BadInput:
        is_refused = True
        took["refusal"] = time.process_time() - at
    line.send(Cost(len(data), is_refused, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(KINDS))
    parser.add_argument("--steps", action="store_true")
    told = parser.parse_args()
    print_machine()
    print_table([])
    list(text_part(KINDS["cues of a sentence"](WARM_UP)))
    for name in told.only.split(","):
        print_row(_row(name, steps=told.steps))


if __name__ == "__main__":
    main()
