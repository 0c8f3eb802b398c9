"""A command in a process of its own, and the most memory that it and its children held together."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence

import psutil

LOOK = 0.05
"""Seconds between two looks at the memory."""


def run(command: Sequence[str]) -> tuple[str, int]:
    """What it printed, and the peak of its proportional memory (PSS, bytes). Raises CalledProcessError."""
    peak = 0
    with tempfile.TemporaryFile("w+") as out:
        process = psutil.Popen(command, stdout=out)
        while True:
            peak = max(peak, _memory(process))
            try:
                status = process.wait(LOOK)
                break
            except psutil.TimeoutExpired:
                continue
        out.seek(0)
        printed = out.read()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return printed, peak


def _memory(process: psutil.Process) -> int:
    """Shared pages counted once, so that workers that share a model aren't charged for it twice."""
    total = 0
    try:
        for one in (process, *process.children(recursive=True)):
            total += one.memory_full_info().pss
    except psutil.Error:
        return 0  # it ended while we looked
    return total
