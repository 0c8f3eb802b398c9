"""Processes forked from this one: what is loaded here is in memory once, and they end with it."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@contextmanager
def crew(size: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes. They end with the context: after an error at once, whatever they are doing."""
    _give_back()
    others = set(multiprocessing.active_children())
    members = ProcessPoolExecutor(
        size, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
    )
    try:
        yield members
    except BaseException:
        for member in set(multiprocessing.active_children()) - others:
            member.kill()
        raise
    finally:
        members.shutdown(cancel_futures=True)


def _give_back() -> None:
    """Let the system have what earlier steps freed: glibc keeps it, and each process would have a share in it."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


def _begin(parent: int) -> None:
    """Let the parent alone decide when this process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the system was told to watch
        os.kill(os.getpid(), signal.SIGKILL)
