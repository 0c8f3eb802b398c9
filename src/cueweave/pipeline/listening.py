"""Chunks heard as their turns come, by one process or by a crew of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial

from cueweave.domain.progress import part
from cueweave.domain.transcript import Report
from cueweave.domain.turns import Turns
from cueweave.stages.forked import crew

PAUSE = 0.5
"""Seconds between two questions whose turn it is, while others hear what is left."""

Hears = Callable[[int, Report], object]


def listen(hears: Hears, turns: Turns, report: Report, at_once: int, seconds: Sequence[float]) -> None:
    """Until nothing is left to hear. `hears` keeps what it hears; `seconds`: how long somebody speaks in each chunk.

    Several at once are heard in processes of their own, to which `hears` must be able to go.
    """
    if min(at_once, len(seconds)) > 1:
        _in_crew(partial(_silently, hears), turns, report, min(at_once, len(seconds)))
    else:
        _in_place(hears, turns, report, seconds)


def _in_place(hears: Hears, turns: Turns, report: Report, seconds: Sequence[float]) -> None:
    while not (turn := turns.ask(idle=True)).over:
        if turn.chunk is None:
            report(turn.done)
            time.sleep(PAUSE)
        else:
            hears(turn.chunk, part(report, turn.done, turn.done + seconds[turn.chunk] / sum(seconds)))
            turns.heard(turn.chunk)
    report(turn.done)


def _in_crew(hears: Callable[[int], object], turns: Turns, report: Report, size: int) -> None:
    hearing: dict[Future[object], int] = {}
    with crew(size) as members:
        while True:
            turn = turns.ask(idle=len(hearing) < size)
            report(turn.done)
            if turn.chunk is not None:
                hearing[members.submit(hears, turn.chunk)] = turn.chunk
                continue
            if turn.over and not hearing:
                return
            if not hearing:
                time.sleep(PAUSE)
            for each in wait(hearing, timeout=PAUSE, return_when=FIRST_COMPLETED).done:
                each.result()
                turns.heard(hearing.pop(each))


def _silently(hears: Hears, at: int) -> None:
    hears(at, tell_nobody)


def tell_nobody(_share: float) -> None:
    """Takes progress that nobody asks for."""
