"""Stretches heard by several processes at once, since the decoder keeps one core busy and Python's lock held."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from cueweave.domain.transcript import Sound
from cueweave.stages.align.heard import Heard, Stretch, hear_stretch

WORTH_IT = 4
"""Stretches below which starting processes takes longer than it saves."""
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def hear_all(sound: Sound, stretches: Sequence[Stretch]) -> Generator[dict[int, Heard], None, None]:
    """What is heard in each stretch, in order, by as many processes as there are processors for this one.

    They are forked, so that the model is in memory once; closing the iterator ends them.
    """
    hear = partial(hear_stretch, sound)
    count = min(len(os.sched_getaffinity(0)), len(stretches))
    if count < 2 or len(stretches) < WORTH_IT:
        yield from map(hear, stretches)
        return
    crew = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(),))
    try:
        yield from crew.map(hear, stretches)
    finally:
        crew.shutdown(cancel_futures=True)


def _begin(parent: int) -> None:
    """Let the parent alone decide when this process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the system was told to watch
        os.kill(os.getpid(), signal.SIGKILL)
