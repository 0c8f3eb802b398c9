"""`submit`, `status`, `result`, `cancel`, `tasks`: clients of a running server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cueweave.cli.asking import as_dict, connected
from cueweave.cli.batch.folder import Folder, check_single, checked_folder
from cueweave.cli.export import formats_named
from cueweave.cli.options import (
    FORMATS,
    LOCAL_SERVER,
    CallbackOption,
    FormatsOption,
    JobsOption,
    JsonOption,
    LanguageOption,
    MaybeMediaArgument,
    MediaUrlOption,
    OutOption,
    RecursiveOption,
    ReuseOption,
    ServerOption,
    SlidesOption,
    SubtitlesOption,
    TaskArgument,
    TokenOption,
    UserOption,
    checked_language,
)
from cueweave.cli.progress import Show, progress
from cueweave.cli.show import paragraph_lines, show_json, task_line
from cueweave.errors import BadInput, SetupError, TaskFailed

if TYPE_CHECKING:
    from cueweave.client import Client, TaskState
    from cueweave.formats import Result


def submit(  # noqa: PLR0913 - one for each option of the command
    media: MaybeMediaArgument = None,
    *,
    media_url: MediaUrlOption = None,
    srt: SubtitlesOption = None,
    slides: SlidesOption = None,
    language: LanguageOption = None,
    callback_url: CallbackOption = None,
    reuse: ReuseOption = None,
    wait: Annotated[bool, typer.Option("--wait", help="Show progress until it is done.")] = False,
    out: OutOption = None,
    formats: FormatsOption = FORMATS,
    jobs: JobsOption = None,
    recursive: RecursiveOption = False,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hand a recording to a running server; prints the task's id. Of a folder, each, and fetches what comes out."""
    told = Upload(media, media_url, srt, slides, checked_language(language), callback_url, reuse)
    _check_recording(told)
    if media and media.is_dir():
        from cueweave.cli.batch.run import at_server, run_folder

        folder = checked_folder(Folder(media, out, formats_named(formats), told.language, recursive, jobs), srt, slides)
        run_folder(folder, at_server(server, user, token, out or media), as_json=as_json)
        return
    check_single(jobs, recursive=recursive, fetches=out is not None or formats != FORMATS)
    with connected(server, user, token) as asked:
        _submit(asked, told, wait=wait, as_json=as_json)


@dataclass(frozen=True, slots=True)
class Upload:
    """What is handed in."""

    media: Path | None
    media_url: str | None
    srt: Path | None
    slides: Path | None
    language: str | None
    callback_url: str | None
    reuse: bool | None


def _check_recording(told: Upload) -> None:
    """Raises BadInput where there is none, or two, or a folder with what only one recording can have."""
    if not told.media and not told.media_url:
        raise BadInput("Name the recording: a file, a folder, or an address with --media-url.")
    if told.media and told.media_url:
        subtitles = " Subtitles go in --srt." if told.media.is_file() else ""
        raise BadInput(f"{told.media} and --media-url are two recordings: give one of them.{subtitles}")
    if told.media and told.media.is_dir():
        if told.callback_url:
            raise BadInput("--callback-url is for one recording: a folder's tasks are waited for and fetched here.")
        if told.reuse is not None:
            raise BadInput("--reuse is for one recording: of a folder, what is done already is left alone anyway.")


def _submit(asked: Client, told: Upload, *, wait: bool, as_json: bool) -> None:
    with progress() as show:
        doing = "uploading" if told.media else "handing in"
        receipt = asked.submit(
            told.media,
            told.srt,
            media_url=told.media_url,
            slides=told.slides,
            language=told.language,
            callback_url=told.callback_url,
            reuse_result=told.reuse,
            on_progress=lambda percent: show(doing, percent),
        )
        task = as_dict(receipt)
        if not as_json:
            typer.echo(receipt.task_id)
        if receipt.status == "completed":
            typer.echo(receipt.message, err=True)
        if wait:
            task = as_dict(_wait(asked, receipt.task_id, show))
    if as_json:
        show_json(task)
    if task["status"] in ("failed", "cancelled"):
        raise TaskFailed(task.get("error_message") or f"The task was {task['status']}.")


def _wait(server: Client, task_id: str, show: Show) -> TaskState:
    """How it ended, well or not; an interrupt leaves it running."""
    from cueweave.client import WorkFailed

    try:
        return server.wait(task_id, on_progress=lambda task: show(task.stage, task.progress))
    except WorkFailed as failed:
        return failed.task


def status(
    task_id: TaskArgument,
    *,
    server: ServerOption = LOCAL_SERVER,
    user: UserOption = None,
    token: TokenOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say where a task stands."""
    with connected(server, user, token) as asked:
        task = as_dict(asked.status(task_id))
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

    with connected(server, user, token) as asked:
        document = asked.document(task_id)
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
    with connected(server, user, token) as asked:
        answer = as_dict(asked.cancel(task_id))
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
    with connected(server, user, token) as asked:
        answer = as_dict(asked.page())
    if as_json:
        show_json(answer)
        return
    for task in [*answer["active_tasks"], *answer["completed_tasks"]]:
        typer.echo(task_line(task))
    typer.echo(f"{answer['total_active']} active, {answer['total_completed']} finished")
