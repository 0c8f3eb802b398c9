"""How far each recording of a folder is: bars on a terminal, plain lines in a pipe; and the table at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from cueweave.cli.batch.jobs import End, Job, Outcome, Show
from cueweave.cli.progress import lines

ShowOf = Callable[[Job], Show]
"""Gives each recording its place."""


@contextmanager
def board(total: int | None) -> Iterator[tuple[ShowOf, Callable[[Outcome], None]]]:
    """Show progress until the block ends: where a recording tells it, and what hears how one ended.

    `total`: how many recordings there are, which a table will list; None: nobody knows, and each end is told.
    """
    if sys.stderr.isatty():
        with _bars(total) as both:
            yield both
    else:
        yield _plain()


@contextmanager
def _bars(total: int | None) -> Iterator[tuple[ShowOf, Callable[[Outcome], None]]]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        whole = bars.add_task("all", total=total)
        shown: dict[str, TaskID] = {}

        def show_of(job: Job) -> Show:
            bar = shown[job.name] = bars.add_task("", total=100)
            name = escape(_spelled(job.name))
            return lambda what, percent: bars.update(bar, description=f"{name}  {what}", completed=percent)

        def ended(outcome: Outcome) -> None:
            bars.remove_task(shown.pop(outcome.job.name))
            bars.advance(whole)
            if total is None:
                bars.console.print(_spelled(_ended(outcome)), markup=False, highlight=False)

        yield show_of, ended


def _plain() -> tuple[ShowOf, Callable[[Outcome], None]]:
    def show_of(job: Job) -> Show:
        return lines(f"{_spelled(job.name)}: ")

    def ended(outcome: Outcome) -> None:
        tell(_ended(outcome))

    return show_of, ended


def _ended(outcome: Outcome) -> str:
    return f"{outcome.job.name}: {outcome.end}" + (f": {outcome.reason}" if outcome.reason else "")


def tell(sentence: str) -> None:
    """On stderr, where it is in nobody's way."""
    typer.echo(_spelled(sentence), err=True)


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each, and what it comes to."""
    rows = [("FILE", "OUTCOME", "TIME", "WORDS", ""), *map(_row, outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        name, end, time, words = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield f"{name}  {end}  {time}  {words}  {row[4]}".rstrip()
    counts = Counter(outcome.end for outcome in outcomes)
    told = ", ".join(f"{counts[end]} {end}" for end in End if counts[end])
    yield f"{len(outcomes)} {'recording' if len(outcomes) == 1 else 'recordings'}: {told}"


def facts(outcome: Outcome) -> dict[str, object]:
    """The same for scripts."""
    return {
        "media": str(outcome.job.pair.media),
        "subtitles": str(outcome.job.pair.subtitles) if outcome.job.pair.subtitles else None,
        "folder": str(outcome.job.folder),
        "outcome": outcome.end,
        "seconds": round(outcome.seconds, 1),
        "words": outcome.words,
        "reason": outcome.reason or None,
    }


def _row(outcome: Outcome) -> tuple[str, str, str, str, str]:
    words = "-" if outcome.words is None else str(outcome.words)
    return (_spelled(outcome.job.name), outcome.end, _span(outcome.seconds), words, _spelled(outcome.reason))


def _span(seconds: float) -> str:
    """`0:07`, `12:30`, `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


def _spelled(text: str) -> str:
    """The name of a file, or what a server says, rules no terminal."""
    from cueweave.telemetry.safe_lines import spelled_out

    return spelled_out(text)
