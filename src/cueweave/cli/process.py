"""`process` and `export`: results as files, with no server and no store."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cueweave.cli.config import read_settings
from cueweave.cli.diarizer import voice_model
from cueweave.cli.llm import language_model
from cueweave.cli.options import JsonOption, LanguageOption, MediaArgument, SubtitlesOption, checked_language
from cueweave.cli.progress import progress
from cueweave.cli.show import show_json
from cueweave.cli.signals import stoppable
from cueweave.errors import BadInput, SetupError, TooLarge

if TYPE_CHECKING:
    from cueweave.domain.progress import Progress
    from cueweave.domain.transcript import Transcript
    from cueweave.domain.usage import Usage
    from cueweave.pipeline import Job, Limits


def process(
    media: MediaArgument,
    *,
    srt: SubtitlesOption = None,
    language: LanguageOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="The folder to write to [default: MEDIA's name with .cueweave].",
            file_okay=False,
        ),
    ] = None,
    formats: Annotated[str, typer.Option("--format", help="json, vtt, or several with commas between.")] = "json,vtt",
    as_json: JsonOption = False,
) -> None:
    """Make a transcript here and now, in one process, with no server and no store."""
    from cueweave.pipeline import Job, Limits

    names, spoken = _format_names(formats), checked_language(language)
    settings = read_settings()
    folder = out or Path(f"{media.stem}.cueweave")
    with _room(folder), stoppable() as check, tempfile.TemporaryDirectory(prefix="cueweave-") as name:
        work_dir = Path(name)
        job = Job(
            media=media,
            subtitles=_read_subtitles(srt, settings.max_subtitle_bytes) if srt else None,
            work_dir=work_dir,
            assets_dir=work_dir / "assets",
            language=spoken,
            llm=language_model(settings),
            diarizer=voice_model(settings),
        )
        transcript, usage = _run(
            job, Limits(max_seconds=settings.max_media_seconds, max_pixels=settings.max_pixels), check
        )
        files = _write(transcript, folder, work_dir / "assets", names)
    if as_json:
        show_json(
            {
                "files": [str(file) for file in files],
                "paragraphs": len(transcript.paragraphs),
                "words": sum(len(each.words) for each in transcript.paragraphs),
                "language": transcript.language,
                "method": transcript.method,
                "words_aligned": transcript.words_aligned,
                "analysis": transcript.analysis,
                **({"usage": asdict(usage)} if job.llm else {}),
            }
        )
        return
    for file in files:
        typer.echo(file)


def _format_names(text: str) -> list[str]:
    from cueweave.formats import WRITERS

    names = list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in names if name not in WRITERS]
    if unknown or not names:
        raise BadInput(f"Unknown format {', '.join(unknown) or 'of no name'}: use {' or '.join(WRITERS)}.")
    return names


@contextmanager
def _room(folder: Path) -> Iterator[None]:
    """The folder for what comes out, seen to before hours of work; one made here goes where nothing comes out."""
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"Can't write to {folder}: {error.strerror}.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SetupError(f"Can't write to {folder}: {os.strerror(errno.EACCES)}.")
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError):  # it is not empty
                folder.rmdir()
        raise


def _run(job: Job, limits: Limits, check: Callable[[], None]) -> tuple[Transcript, Usage]:
    from cueweave.domain.usage import Usage
    from cueweave.pipeline import run

    usage = Usage()

    def spend(more: Usage) -> None:
        nonlocal usage
        usage += more

    with progress() as show:
        show("starting", 0)

        def tell(done: Progress) -> None:
            check()
            show(done.stage, done.percent)

        transcript = run(job, limits, tell, spend)
        show("completed", 100)
    if job.llm:
        told = f"{usage.tokens_in} tokens in, {usage.tokens_out} out"
        typer.echo(f"language model: {transcript.analysis}; {told}", err=True)
    return transcript, usage


def _read_subtitles(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"The subtitles are larger than {limit} bytes (CUEWEAVE_MAX_SUBTITLE_BYTES).")
    return data


def _write(transcript: Transcript, folder: Path, pictures: Path, names: list[str]) -> list[Path]:
    """The result in each format, and its pictures beside it; returns what was written."""
    from cueweave.formats import WRITERS, read_result
    from cueweave.formats.document import to_document

    document = read_result(to_document(transcript, asset_url=lambda name: f"assets/{name}"))
    try:
        files = [folder / f"result.{name}" for name in names]
        for name, file in zip(names, files, strict=True):
            file.write_bytes(WRITERS[name](document))
        return files + _copy_pictures(transcript, pictures, folder / "assets")
    except OSError as error:
        raise SetupError(f"Can't write to {folder}: {error.strerror}.") from None


def _copy_pictures(transcript: Transcript, pictures: Path, into: Path) -> list[Path]:
    """Only those that the result refers to; pictures of an earlier run go."""
    from cueweave.domain.visuals import Image

    shutil.rmtree(into, ignore_errors=True)
    contents = (paragraph.visual.content for paragraph in transcript.paragraphs if paragraph.visual)
    names = dict.fromkeys(content.file for content in contents if isinstance(content, Image))
    if names:
        into.mkdir()
    return [Path(shutil.copyfile(pictures / name, into / name)) for name in names]


def export(
    result: Annotated[
        Path, typer.Argument(metavar="RESULT.json", help="A result as JSON.", exists=True, dir_okay=False)
    ],
    *,
    formats: Annotated[str, typer.Option("--format", help="json or vtt.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write [default: stdout].")] = None,
) -> None:
    """Turn a result into another format."""
    from cueweave.formats import WRITERS, read_result

    names = _format_names(formats)
    if len(names) > 1:
        raise BadInput("One format at a time: the export has one output.")
    data = WRITERS[names[0]](read_result(result.read_bytes()))
    if out is None:
        typer.echo(data, nl=False)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise SetupError(f"Can't write {out}: {error.strerror}.") from None
    typer.echo(out)
