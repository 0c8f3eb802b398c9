"""`top`, `workers` and `drain`: what goes on, for whoever operates the service."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.cli.config import read_settings, store_config
from cueweave.cli.options import JsonOption
from cueweave.cli.show import crew_line, show_json, state_of
from cueweave.errors import StoreUnavailable

if TYPE_CHECKING:
    from cueweave.store.crew import Member
    from cueweave.work.overview import Lookout, Overview

LOOK_EVERY = 1.0
WIDE = 160
"""Columns of a frame that no terminal limits."""
DataDirOption = Annotated[
    Path | None, typer.Option(help="The data directory of a running `cueweave up`, where REDIS_URL is not set.")
]
OnceOption = Annotated[bool, typer.Option("--once", help="Print one frame and end, for scripts.")]
WorkerArgument = Annotated[str, typer.Argument(metavar="WORKER", help="Its name, as `workers` prints it.")]


def top(*, once: OnceOption = False, data_dir: DataDirOption = None) -> None:
    """Watch workers, running tasks, queue and limits; Ctrl-C ends it."""
    import asyncio

    with suppress(KeyboardInterrupt):
        asyncio.run(_top(data_dir, once=once))


def workers(*, data_dir: DataDirOption = None, as_json: JsonOption = False) -> None:
    """List the workers that live, and what they do."""
    import asyncio

    found = asyncio.run(_workers(data_dir))
    if as_json:
        show_json([asdict(worker) for worker in found])
        return
    for worker in found:
        typer.echo(worker_line(worker))
    typer.echo(crew_line(found))


def drain(worker: WorkerArgument, *, data_dir: DataDirOption = None) -> None:
    """Let a worker take no more tasks, finish or hand back what it runs, and end: as SIGTERM does."""
    import asyncio

    was = asyncio.run(_drain(worker, data_dir))
    doing = f"it runs {len(was.tasks)}" if was.tasks else "it runs none"
    typer.echo(f"{was.name} takes no more tasks and ends; {doing}.")


def worker_line(worker: Member) -> str:
    """One worker on one line."""
    return f"{worker.name}  {state_of(worker):<6}  {len(worker.tasks)}/{worker.concurrency}  since {worker.since}"


@asynccontextmanager
async def _lookout(data_dir: Path | None) -> AsyncIterator[Lookout]:
    """On the store that REDIS_URL names, or that of a running `cueweave up`. Raises SetupError where there is none."""
    from cueweave.cli.valkey import running_store
    from cueweave.work.overview import open_lookout

    settings = read_settings(data_dir=data_dir)
    url = settings.redis_url or running_store(settings.data_dir)
    async with open_lookout(store_config(settings, url)) as lookout:
        yield lookout


async def _workers(data_dir: Path | None) -> list[Member]:
    async with _lookout(data_dir) as lookout:
        return await lookout.workers()


async def _drain(name: str, data_dir: Path | None) -> Member:
    async with _lookout(data_dir) as lookout:
        return await lookout.drain(name)


async def _top(data_dir: Path | None, *, once: bool) -> None:
    import asyncio

    from rich.console import Console
    from rich.live import Live

    from cueweave.cli.frame import frame

    console = Console(width=None if os.isatty(1) else WIDE, highlight=False)
    async with _lookout(data_dir) as lookout:
        seen = await lookout.overview()
        if once:
            console.print(frame(seen))
            return
        with Live(frame(seen), console=console, screen=console.is_terminal, auto_refresh=False) as live:
            while True:
                await asyncio.sleep(LOOK_EVERY)
                trouble, seen = await _look_again(lookout, seen)
                live.update(frame(seen, trouble), refresh=True)


async def _look_again(lookout: Lookout, seen: Overview) -> tuple[str, Overview]:
    """What is seen now; during an outage of the store, a sentence and what was seen last."""
    try:
        return "", await lookout.overview()
    except StoreUnavailable as error:
        return error.message, seen
