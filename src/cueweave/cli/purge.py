"""`purge`: deletes tasks for good, for those who must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.cli.config import read_settings, start_logging, store_config
from cueweave.errors import BadInput, SetupError

if TYPE_CHECKING:
    from cueweave.domain.tasks import TaskId
    from cueweave.settings import Settings
    from cueweave.work.config import WorkConfig
    from cueweave.work.purge import Purge

AGE = re.compile(r"(\d+)([smhdw])")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}


def purge(
    *,
    task: Annotated[str | None, typer.Option(metavar="ID", help="This task.")] = None,
    user: Annotated[
        str | None,
        typer.Option(metavar="USER", help="All tasks of this user, active ones too, and unfinished uploads."),
    ] = None,
    older_than: Annotated[
        str | None, typer.Option(metavar="AGE", help="All that ended so long ago: 90s, 30m, 12h, 7d, 4w.")
    ] = None,
    data_dir: Annotated[Path | None, typer.Option(help="The data directory of `cueweave up`.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Delete tasks with their results and files, before their time is up; active ones are cancelled first."""
    if sum(choice is not None for choice in (task, user, older_than)) != 1:
        raise BadInput("Say what to delete: one of --task, --user and --older-than.")
    age = _seconds(older_than) if older_than is not None else None
    settings = read_settings(data_dir=data_dir)
    start_logging(settings)
    with _store(settings) as url:
        import asyncio

        deleted = asyncio.run(_purge(store_config(settings, url), (task, user, age), ask=not yes))
    typer.echo(f"{deleted} {'task' if deleted == 1 else 'tasks'} deleted.")


async def _purge(config: WorkConfig, choice: tuple[str | None, str | None, float | None], *, ask: bool) -> int:
    from cueweave.work.purge import open_purge

    async with open_purge(config) as purge:
        tasks = await _chosen(purge, *choice)
        if tasks and ask:
            count = f"{len(tasks)} {'task' if len(tasks) == 1 else 'tasks'}"
            typer.confirm(f"Delete {count} with results and files, for good?", abort=True, err=True)
        if choice[1] is not None:
            await purge.delete_uploads(choice[1])
        return await purge.delete(tasks)


async def _chosen(purge: Purge, task: str | None, user: str | None, age: float | None) -> list[TaskId]:
    from cueweave.domain.tasks import TaskId, check_user

    if task is not None:
        return [TaskId.parse(task)]
    if user is not None:
        return await purge.of_user(check_user(user))
    return await purge.older_than(age or 0.0)


def _seconds(age: str) -> float:
    found = AGE.fullmatch(age)
    if not found:
        raise BadInput(f"{age!r} is no age: write it like 90s, 30m, 12h, 7d or 4w.")
    return float(int(found[1]) * SECONDS[found[2]])


@contextmanager
def _store(settings: Settings) -> Iterator[str]:
    """The one that REDIS_URL names, that of a running `cueweave up`, or else the private one, started for the while."""
    from cueweave.cli.valkey import embedded_store, running_store

    url = settings.redis_url or running_store(settings.data_dir)
    if url:
        yield url
        return
    if not (settings.data_dir / "valkey").exists():
        raise SetupError(f"No tasks in {settings.data_dir}: name the data directory, or set REDIS_URL.")
    with embedded_store(settings.data_dir) as store:
        yield store.url
