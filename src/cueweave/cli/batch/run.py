"""A whole folder: several recordings at once, until all are over or somebody stops it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import typer

from cueweave.cli.batch.board import board, facts, table, tell
from cueweave.cli.batch.folder import Folder
from cueweave.cli.batch.jobs import End, Job, Outcome, Work, do
from cueweave.cli.show import show_json
from cueweave.errors import BadInput

FAILED_FROM, FAILED_MOST = 10, 90
"""The exit code is 10 and the number of those that failed, so that it is no other command's; 100 means 90 or more."""
Workplace = Callable[[], AbstractAsyncContextManager[tuple[Work, int]]]
"""Opens what works, and says how many at once it takes."""


def run_folder(folder: Folder, workplace: Workplace, *, as_json: bool) -> None:
    """All of it, with a table at the end. Raises BadInput where there is nothing, typer.Exit with what failed."""
    jobs = folder.jobs()
    if not jobs:
        deeper = "" if folder.recursive else ", or look into the folders below with --recursive"
        raise BadInput(f"No recording in {folder.path}: name a folder with video or audio files{deeper}.")
    for note in filter(None, (job.pair.note for job in jobs)):
        tell(note)
    outcomes: dict[str, Outcome] = {}
    try:
        until_stopped(_all(folder, jobs, workplace, outcomes))
    except (KeyboardInterrupt, SystemExit):
        _report(jobs, outcomes, as_json=as_json)
        raise
    _report(jobs, outcomes, as_json=as_json)
    failed = sum(each.end is End.FAILED for each in outcomes.values())
    if failed:
        raise typer.Exit(FAILED_FROM + min(failed, FAILED_MOST))


async def _all(folder: Folder, jobs: Sequence[Job], workplace: Workplace, outcomes: dict[str, Outcome]) -> None:
    async with workplace() as (work, suit):
        places = asyncio.Semaphore(folder.places(suit))
        with board(len(jobs)) as (show_of, ended):

            async def one(job: Job) -> None:
                async with places:
                    outcome = outcomes[job.name] = await do(job, work, folder.formats, show_of(job))
                    ended(outcome)

            async with asyncio.TaskGroup() as group:
                for job in jobs:
                    group.create_task(one(job))


def _report(jobs: Sequence[Job], outcomes: Mapping[str, Outcome], *, as_json: bool) -> None:
    all_of_them = [outcomes.get(job.name) or Outcome(job, End.STOPPED) for job in jobs]
    if as_json:
        show_json([facts(each) for each in all_of_them])
        return
    for line in table(all_of_them):
        typer.echo(line)


def until_stopped(doing: Coroutine[None, None, None]) -> None:
    """Carry it out, and end in order what it began. Raises KeyboardInterrupt on SIGINT, SystemExit on SIGTERM."""
    stopped: list[int] = []

    async def stoppable() -> None:
        loop, running = asyncio.get_running_loop(), asyncio.current_task()

        def stop(number: int) -> None:
            stopped.append(number)
            if running:
                running.cancel()

        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, stop, number)
        await doing

    try:
        asyncio.run(stoppable())
    except asyncio.CancelledError:
        if not stopped:
            raise
        raise SystemExit(128 + stopped[0]) from None


def on_this_machine(transcriber: str | None) -> Workplace:
    """As many at once as there are processors."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[tuple[Work, int]]:
        from cueweave.cli.batch.here import work_here
        from cueweave.cli.serve import processors

        yield work_here(transcriber), processors()

    return opened


def at_server(url: str, user: str | None, token: str | None, remembers: Path) -> Workplace:
    """As many at once as the server allows a user; what is under way is kept in a file of that folder."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[tuple[Work, int]]:
        from cueweave.cli.asking import in_options_words, who
        from cueweave.cli.batch.memory import Memory
        from cueweave.cli.batch.there import work_there
        from cueweave.client import AsyncClient

        with in_options_words():
            asked = who(user, token)
            async with AsyncClient(url, **asked) as server:
                limits = await server.limits()
                await server.page()  # whoever may not ask learns it before anything is uploaded
                memory = Memory(remembers, f"{url} {asked['user']}")
                yield work_there(server, memory), limits.max_active_tasks

    return opened
