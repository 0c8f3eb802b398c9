"""`process`: a result as files, with no server and no store."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cueweave.cli.batch.folder import Folder, check_single, checked_folder
from cueweave.cli.config import read_settings
from cueweave.cli.diarizer import voice_model
from cueweave.cli.export import assets_of, formats_named
from cueweave.cli.llm import language_model
from cueweave.cli.options import (
    FORMATS,
    FormatsOption,
    JobsOption,
    JsonOption,
    LanguageOption,
    MediaOrFolderArgument,
    OutOption,
    RecursiveOption,
    SlidesOption,
    SubtitlesOption,
    TranscriberOption,
    checked_language,
)
from cueweave.cli.progress import progress
from cueweave.cli.show import show_json
from cueweave.cli.signals import stoppable
from cueweave.errors import CueweaveError, NotExportable, PlayerNotBuilt, SetupError, TooLarge

if TYPE_CHECKING:
    from cueweave.cli.transcriber import Choice
    from cueweave.domain.progress import Progress
    from cueweave.domain.transcript import Transcript
    from cueweave.domain.usage import Usage
    from cueweave.formats import Format
    from cueweave.pipeline.job import Job, Limits
    from cueweave.settings import Settings


@dataclass(frozen=True, slots=True)
class Written:
    """What came of the formats that were asked for."""

    files: list[Path]
    refused: CueweaveError | None
    """Why the first one that couldn't be written couldn't."""


def process(  # noqa: PLR0913 - one for each option of the command
    media: MediaOrFolderArgument,
    *,
    srt: SubtitlesOption = None,
    slides: SlidesOption = None,
    language: LanguageOption = None,
    transcriber: TranscriberOption = None,
    out: OutOption = None,
    formats: FormatsOption = FORMATS,
    jobs: JobsOption = None,
    recursive: RecursiveOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make a transcript here and now, in one process, with no server and no store; of a folder, of each recording."""
    wanted, spoken = formats_named(formats), checked_language(language)
    if media.is_dir():
        from cueweave.cli.batch.run import on_this_machine, run_folder

        read_settings()  # what is wrong there is wrong for all of them
        folder = checked_folder(Folder(media, out, wanted, spoken, recursive, jobs), srt, slides)
        run_folder(folder, on_this_machine(transcriber), as_json=as_json)
    else:
        check_single(jobs, recursive=recursive)
        _process(Single(media, srt, slides, spoken, transcriber, out, wanted), as_json=as_json)


@dataclass(frozen=True, slots=True)
class Single:
    """One recording, as the options say."""

    media: Path
    srt: Path | None
    slides: Path | None
    language: str | None
    transcriber: str | None
    out: Path | None
    formats: list[Format]


def _process(told: Single, *, as_json: bool) -> None:
    from cueweave.domain.engines import AT_HAND
    from cueweave.pipeline.job import Job, Limits

    media, srt, spoken = told.media, told.srt, told.language
    settings = read_settings()
    hears = None if srt else _choice(settings, told.transcriber, spoken)
    folder = told.out or Path(f"{media.stem}.cueweave")
    with _room(folder), stoppable() as check, tempfile.TemporaryDirectory(prefix="cueweave-") as name:
        work_dir = Path(name)
        if hears:
            _tell(hears)
        job = Job(
            media=media,
            subtitles=_read_subtitles(srt, settings.max_subtitle_bytes) if srt else None,
            work_dir=work_dir,
            assets_dir=work_dir / "assets",
            language=spoken,
            llm=language_model(settings),
            engine=hears.engine if hears else AT_HAND,
            diarizer=voice_model(settings),
            slides=_checked_slides(told.slides, settings.max_slides_bytes) if told.slides else None,
        )
        transcript, usage = _run(
            job, Limits(max_seconds=settings.max_media_seconds, max_pixels=settings.max_pixels), check
        )
        written = _write(transcript, media, folder, work_dir / "assets", told.formats)
    if as_json:
        show_json(_facts(transcript, written) | ({"usage": asdict(usage)} if job.llm else {}))
    else:
        for file in written.files:
            typer.echo(file)
    if written.refused:
        raise written.refused


def _facts(transcript: Transcript, written: Written) -> dict[str, object]:
    return {
        "files": [str(file) for file in written.files],
        "paragraphs": len(transcript.paragraphs),
        "words": sum(len(each.words) for each in transcript.paragraphs),
        "language": transcript.language,
        "method": transcript.method,
        "words_aligned": transcript.words_aligned,
        "analysis": transcript.analysis,
    }


def _choice(settings: Settings, told: str | None, spoken: str | None) -> Choice:
    """What hears, where no subtitles say what is spoken. Raises SetupError, LanguageNotHeard."""
    from cueweave.cli.transcriber import chosen
    from cueweave.domain.engines import check_hears

    choice = chosen(settings.model_copy(update={"transcriber": told or settings.transcriber}))
    check_hears(choice.engine, spoken)
    return choice


def _tell(choice: Choice) -> None:
    typer.echo(f"transcriber: {choice.engine.name}, since {choice.because}", err=True)
    if choice.note:
        typer.echo(choice.note, err=True)


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
    from cueweave.pipeline.job import run

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


def _checked_slides(path: Path, limit: int) -> Path:
    if path.stat().st_size > limit:
        raise TooLarge(f"The slides are larger than {limit} bytes (CUEWEAVE_MAX_SLIDES_BYTES).")
    return path


def _write(transcript: Transcript, media: Path, folder: Path, pictures: Path, wanted: list[Format]) -> Written:
    """The result in each format, and its pictures beside it; a format that can't be written leaves the others alone."""
    from cueweave.formats import read_result, talk_of
    from cueweave.pipeline.document import to_document

    document = read_result(to_document(transcript, asset_url=lambda name: f"assets/{name}"))
    medium = Path(os.path.relpath(media, folder)).as_posix()
    talk = talk_of(document, title=media.stem, medium=medium, asset=assets_of(pictures))
    files, refused = [], []
    try:
        for each in wanted:
            try:
                data = each.write(talk)
            except (NotExportable, PlayerNotBuilt) as error:
                refused.append(error)
                continue
            files.append(folder / f"result.{each.ending}")
            files[-1].write_bytes(data)
        files += _copy_pictures(transcript, pictures, folder / "assets")
    except OSError as error:
        raise SetupError(f"Can't write to {folder}: {error.strerror}.") from None
    return Written(files, next(iter(refused), None))


def _copy_pictures(transcript: Transcript, pictures: Path, into: Path) -> list[Path]:
    """Only those that the result refers to; pictures of an earlier run go."""
    from cueweave.domain.visuals import Image

    shutil.rmtree(into, ignore_errors=True)
    contents = (paragraph.visual.content for paragraph in transcript.paragraphs if paragraph.visual)
    names = dict.fromkeys(content.file for content in contents if isinstance(content, Image))
    if names:
        into.mkdir()
    return [Path(shutil.copyfile(pictures / name, into / name)) for name in names]
