"""The command `cueweave`: its commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from cueweave.cli.client import cancel, result, status, submit, tasks
from cueweave.cli.crew import drain, top, workers
from cueweave.cli.doctor import doctor
from cueweave.cli.errors import BAD_USAGE, INTERRUPTED, exit_code
from cueweave.cli.export import export
from cueweave.cli.models import models
from cueweave.cli.process import process
from cueweave.cli.purge import purge
from cueweave.cli.serve import api, worker
from cueweave.cli.up import up
from cueweave.cli.watch import watch
from cueweave.errors import CueweaveError

EPILOG = """\b
Exit codes:
  0    done
  1    the work failed, or `doctor` found something missing
  2    wrong usage, settings or input
  3    the server or store can't be reached, or refused
  10+n of a folder, n recordings failed; 100 says 90 or more
  130  interrupted

\b
Example:
  cueweave process lecture.mp4 --srt lecture.srt
"""

COMMANDS: dict[Callable[..., None], str] = {
    up: "cueweave up --port 8000 --data-dir cueweave-data",
    api: "REDIS_URL=redis://localhost:6379 cueweave api --port 8000",
    worker: "REDIS_URL=redis://localhost:6379 cueweave worker --concurrency 2",
    process: "cueweave process lecture.mp4 --srt lecture.srt -o lecture",
    watch: "cueweave watch recordings --server http://127.0.0.1:8000",
    submit: "cueweave submit lecture.mp4 --srt lecture.srt --wait",
    status: "cueweave status ada:0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11",
    result: "cueweave result ada:0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11 -o lecture.json",
    cancel: "cueweave cancel ada:0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11",
    tasks: "cueweave tasks --json",
    export: "cueweave export lecture.json --format vtt -o lecture.vtt",
    purge: "cueweave purge --older-than 30d",
    doctor: "cueweave doctor",
    top: "cueweave top",
    workers: "cueweave workers --json",
    drain: "cueweave drain media-1#4711",
}

app = typer.Typer(
    name="cueweave",
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command, example in COMMANDS.items():
    app.command(epilog=f"\b\nExample:\n  {example}")(command)
app.add_typer(models, name="models")


def _show_version(asked: bool) -> None:  # noqa: FBT001  # typer calls it so
    if asked:
        from cueweave import __version__

        typer.echo(f"cueweave {__version__}")
        raise typer.Exit


@app.callback()
def cueweave(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn a recording and its subtitles into an interactive transcript."""


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit code. Errors are a sentence on stderr."""
    try:
        return app(arguments or ["--help"], prog_name="cueweave", standalone_mode=False) or 0
    except CueweaveError as error:
        return _fail(error.message, exit_code(error))
    except typer.TyperException as error:
        sentence = error.format_message().rstrip(".")
        return _fail(f"{sentence}. See `cueweave --help`.", BAD_USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Interrupted.", INTERRUPTED)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _fail(sentence: str, code: int) -> int:
    typer.echo(f"cueweave: {sentence}", err=True)
    return code


def main() -> None:
    """The entry point."""
    sys.exit(run(sys.argv[1:]))
