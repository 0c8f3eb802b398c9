"""`submit`, `status`, `result`, `cancel`, `tasks`: clients of a running server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cueweave.cli.options import (
    LOCAL_SERVER,
    JsonOption,
    LanguageOption,
    MediaArgument,
    ServerOption,
    SlidesOption,
    SubtitlesOption,
    TaskArgument,
    TokenOption,
    UserOption,
    checked_language,
    login_name,
)
from cueweave.cli.progress import Show, progress
from cueweave.cli.show import paragraph_lines, show_json, task_line
from cueweave.errors import SetupError, TaskFailed

if TYPE_CHECKING:
    from cueweave.cli.http import Answer, Server
    from cueweave.formats import Result

ASK_EVERY = 0.5


@contextmanager
def _server(url: str, user: str | None, token: str | None) -> Iterator[Server]:
    from cueweave.cli.http import connect, identity

    with connect(url, identity(url, user or login_name(), token)) as server:
        yield server


def submit(  # noqa: PLR0913 - one for each option of the command
    media: MediaArgument,
    *,
    srt: SubtitlesOption = None,
    slides: SlidesOption = None,
    language: LanguageOption = None,
    wait: Annotated[bool, typer.Option("--wait", help="Show progress until it is done.")] = False,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hand a recording to a running server; prints the task's id."""
    spoken = checked_language(language)
    with _server(server, user, token) as asked, progress() as show:
        task = asked.submit(media, srt, spoken, lambda percent: show("uploading", percent), slides=slides)
        if not as_json:
            typer.echo(task["task_id"])
        if wait:
            task = _wait(asked, task["task_id"], show)
    if as_json:
        show_json(task)
    if task["status"] in ("failed", "cancelled"):
        raise TaskFailed(task.get("error_message") or f"The task was {task['status']}.")


def _wait(server: Server, task_id: str, show: Show) -> Answer:
    """Ask until the task is over; an interrupt leaves it running."""
    while True:
        task = server.status(task_id)
        show(task["stage"], task["progress"])
        if task["status"] not in ("pending", "processing"):
            return task
        time.sleep(ASK_EVERY)


def status(
    task_id: TaskArgument,
    *,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say where a task stands."""
    with _server(server, user, token) as asked:
        task = asked.status(task_id)
    if as_json:
        show_json(task)
    else:
        typer.echo(task_line(task))


def result(
    task_id: TaskArgument,
    *,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write it as JSON to this file.")] = None,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch a result: paragraphs to read, or JSON."""
    from cueweave.formats import to_json

    with _server(server, user, token) as asked:
        document = asked.result(task_id)
    if as_json:
        show_json(document)
    elif out is None:
        typer.echo("\n".join(paragraph_lines(document)).rstrip())
    if out is not None:
        try:
            out.write_text(to_json(cast("Result", document)), encoding="utf-8")
        except OSError as error:
            raise SetupError(f"Can't write {out}: {error.strerror}.") from None


def cancel(
    task_id: TaskArgument,
    *,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Stop a task; its files go."""
    with _server(server, user, token) as asked:
        answer = asked.cancel(task_id)
    if as_json:
        show_json(answer)
    else:
        typer.echo(f"{answer['task_id']}  {answer['status']}")


def tasks(
    *,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """List your tasks, newest first."""
    with _server(server, user, token) as asked:
        answer = asked.tasks()
    if as_json:
        show_json(answer)
        return
    for task in [*answer["active_tasks"], *answer["completed_tasks"]]:
        typer.echo(task_line(task))
    typer.echo(f"{answer['total_active']} active, {answer['total_completed']} finished")
