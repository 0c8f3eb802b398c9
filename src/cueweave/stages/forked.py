"""Processes forked from this one: what is loaded here is in memory once, and they end with it."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from cueweave.domain.transcript import Report

Found = TypeVar("Found")
NEWS = 0.005
"""Share of the work that is worth a word; all words fit into a pipe that nobody reads from yet."""
LOOK = 0.2
"""Seconds between two looks for news."""
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@dataclass(frozen=True, slots=True)
class Result(Generic[Found]):
    """What came of work."""

    value: Found


@contextmanager
def crew(size: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes. They end with the context: after an error at once, whatever they are doing."""
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


@contextmanager
def aside(work: Callable[[Report], Found]) -> Iterator[Callable[[Report], Found]]:
    """The work begins in a process of its own, where there is a processor for it; what is yielded waits for its end.

    That takes the function which hears how far the work is, and returns or raises what the work does. Nothing of it
    goes on after the block. Raises BrokenProcessPool where the process was killed.
    """
    if len(os.sched_getaffinity(0)) < 2:
        yield work
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, theirs, os.getpid()))
    process.start()
    theirs.close()
    try:
        yield partial(_outcome, ours)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _work(work: Callable[[Report], object], line: Connection, parent: int) -> None:
    _begin(parent)
    told = 0.0

    def report(share: float) -> None:
        nonlocal told
        if share - told >= NEWS:
            told = share
            line.send(share)

    try:
        last: Result[object] | Exception = Result(work(report))
    except Exception as error:  # noqa: BLE001 - the outer edge of the process: it is raised again by whoever waits
        last = error
    line.send(last)


def _outcome(line: Connection, report: Report) -> Any:
    share = 0.0
    while True:
        report(share)  # it may raise to stop all, news or not
        if not line.poll(LOOK):
            continue
        try:
            news: float | Result[Any] | Exception = line.recv()
        except EOFError:
            raise BrokenProcessPool("a process that worked aside was killed") from None
        if isinstance(news, Exception):
            raise news
        if isinstance(news, Result):
            return news.value
        share = news


def _begin(parent: int) -> None:
    """Let the parent alone decide when this process ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the system was told to watch
        os.kill(os.getpid(), signal.SIGKILL)
