"""What this kernel and this user lack for the fences, in words for the operator."""

from __future__ import annotations

import os
from dataclasses import dataclass

from cueweave.telemetry import get_logger
from cueweave.work.fence import calls, files

PORTS_SINCE, SIGNALS_SINCE = 4, 6
"""Versions of Landlock: Linux 6.7, Linux 6.12."""
OF_CALLS = ("network", "processes", "programs", "group")
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Gap:
    """A fence that doesn't hold here, or not whole."""

    fence: str
    why: str


def gaps() -> list[Gap]:
    """What is missing; nothing on a recent Linux with an ordinary user."""
    found = []
    if not files.ABI:
        found.append(Gap("files", "the kernel has no Landlock (Linux 5.13, and landlock in its list of modules, lsm=)"))
    if files.ABI < SIGNALS_SINCE:
        found.append(Gap("signals", f"Landlock {SIGNALS_SINCE} keeps them in (Linux 6.12); here it is {files.ABI}"))
    if files.ABI < PORTS_SINCE:
        found.append(Gap("ports", f"Landlock {PORTS_SINCE} bounds them (Linux 6.7); here it is {files.ABI}"))
    if not calls.available():
        found += [Gap(fence, "the kernel has no seccomp, or this is neither x86-64 nor ARM") for fence in OF_CALLS]
    if is_root():
        found.append(Gap("crowd", "the kernel doesn't count the processes of root: run Cueweave as another user"))
    return found


def is_root() -> bool:
    """Whose processes the kernel doesn't count."""
    return os.getuid() == 0


def tell_gaps() -> None:
    """Log each gap, once when a part of the service starts."""
    for gap in gaps():
        log.warning("a fence around decoding does not hold here", fence=gap.fence, because=gap.why)
