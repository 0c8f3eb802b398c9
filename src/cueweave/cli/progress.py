"""Progress on stderr: a bar on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[str, float], None]
"""Takes what is being done and how much of the whole is, in percent."""

LINE_EVERY = 10
"""Percent between two lines in a pipe."""


@contextmanager
def progress() -> Iterator[Show]:
    """Show progress until the block ends."""
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield lines()


@contextmanager
def _bar() -> Iterator[Show]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<14}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        bar = bars.add_task("", total=100)
        yield lambda what, percent: bars.update(bar, description=what, completed=percent)


def lines(before: str = "") -> Show:
    """A line for each new step, and one whenever another tenth is done; `before` stands at its beginning."""
    last: tuple[str, int] | None = None

    def show(what: str, percent: float) -> None:
        nonlocal last
        if last == (what, int(percent // LINE_EVERY)):
            return
        last = (what, int(percent // LINE_EVERY))
        print(f"{before}{what:<14} {percent:3.0f}%", file=sys.stderr, flush=True)  # noqa: T201  # this is the terminal's floor

    return show
