"""Limits on what a fenced process uses up."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from cueweave.work.fence.ground import Ground

OPEN_FILES = 1024
"""A crew needs three for each processor."""
MORE_PROCESSES = 256
MORE_PER_PROCESSOR = 64
"""Each processor may bring one more task, with a crew of as many processes as there are processors."""


def close(ground: Ground) -> None:
    """Set the limits, which can't be raised again."""
    processors = len(os.sched_getaffinity(0))
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, ground.memory_bytes)
    _limit(resource.RLIMIT_CPU, ground.seconds * processors + 1)
    _limit(resource.RLIMIT_FSIZE, ground.file_bytes)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_NPROC, tasks_of_the_machine() + MORE_PROCESSES + MORE_PER_PROCESSOR * processors)


def _limit(what: int, value: float) -> None:
    """At most so much; less where whoever started the service has set less."""
    _, hard = resource.getrlimit(what)
    asked = resource.RLIM_INFINITY if value >= 2**63 else int(value)
    if asked == resource.RLIM_INFINITY or resource.RLIM_INFINITY != hard < asked:
        asked = hard
    resource.setrlimit(what, (asked, asked))


def tasks_of_the_machine() -> int:
    """Processes and threads of everybody.

    The limit counts the whole user, and a fixed one would make one task fail because of another. What the user has now
    is no more than what the machine has, which stands in one file; counting the user's own means reading hundreds.
    """
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[1])
