"""One recording of a folder: where its result goes, whether it is done, and how it is put there whole or not at all."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cueweave.cli.batch.pairs import Pair
from cueweave.cli.export import OWN_ENDING, assets_of
from cueweave.errors import CueweaveError, NotExportable, PlayerNotBuilt

if TYPE_CHECKING:
    from cueweave.formats import Format

RESULT, ASSETS = "result.json", "assets"
PART = ".part"
"""Of the folder in which a result comes about."""


class End(StrEnum):
    """What became of a recording."""

    DONE = "done"
    ALREADY = "already done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Job:
    """A recording and where its result goes."""

    pair: Pair
    name: str
    """For people: the path below the folder."""
    folder: Path
    language: str | None

    @property
    def inputs(self) -> list[Path]:
        """The files that the result comes from."""
        return [path for path in (self.pair.media, self.pair.subtitles) if path]

    @property
    def is_done(self) -> bool:
        """Whether there is a result that is newer than what it comes from."""
        try:
            made = (self.folder / RESULT).stat().st_mtime_ns
            return all(path.stat().st_mtime_ns < made for path in self.inputs)
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a recording; the reason where it failed."""

    job: Job
    end: End
    seconds: float = 0.0
    words: int | None = None
    reason: str = ""


Show = Callable[[str, float], None]
"""Takes what is being done and how much of it is, in percent."""
Work = Callable[[Job, Path, Show], Awaitable[None]]
"""Makes `result.json` and `assets` in a folder. Raises CueweaveError."""


def job_of(pair: Pair, folder: Path, out: Path | None, language: str | None) -> Job:
    """The result lies beside its recording, or at the same place below `out`."""
    below = pair.media.relative_to(folder)
    name = pair.media.stem if pair.is_alone else pair.media.name
    return Job(pair, str(below), (out or folder) / below.parent / f"{name}{OWN_ENDING}", language or pair.language)


async def do(job: Job, work: Work, wanted: Sequence[Format], show: Show) -> Outcome:
    """Work on it unless it is done; formats that are missing are written in any case."""
    started = time.monotonic()
    try:
        end = End.ALREADY if job.is_done else await _done(job, work, show)
        words = await asyncio.to_thread(_write_formats, job, wanted)
    except CueweaveError as error:
        return Outcome(job, End.FAILED, time.monotonic() - started, reason=error.message)
    except OSError as error:
        return Outcome(job, End.FAILED, time.monotonic() - started, reason=_said(error))
    return Outcome(job, end, time.monotonic() - started, words)


async def _done(job: Job, work: Work, show: Show) -> End:
    with _part(job.folder) as part:
        await work(job, part, show)
        _put(part, job.folder)
    return End.DONE


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """An empty folder beside the one that is meant, gone after the block, as are folders made for it that are empty."""
    part = folder.absolute().with_name(f".{folder.name}{PART}")
    made = [path for path in part.parents if not path.exists()]
    shutil.rmtree(part, ignore_errors=True)  # of a run that was killed
    part.mkdir(parents=True)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)
        for path in made:
            if not any(path.iterdir()):
                path.rmdir()


def _put(part: Path, folder: Path) -> None:
    """The result itself last: what has it is done. Formats of an older result go, others' files stay."""
    from cueweave.formats import FORMATS

    folder.mkdir(exist_ok=True)
    for each in FORMATS.values():
        (folder / f"result.{each.ending}").unlink(missing_ok=True)
    shutil.rmtree(folder / ASSETS, ignore_errors=True)
    for name in (ASSETS, RESULT):
        if (part / name).exists():
            (part / name).replace(folder / name)


def _write_formats(job: Job, wanted: Sequence[Format]) -> int:
    """Those that are not there yet, from the result; gives its words. Raises the first refusal when all were tried."""
    from cueweave.formats import read_result, talk_of

    result = read_result((job.folder / RESULT).read_bytes())
    missing = [each for each in wanted if not (job.folder / f"result.{each.ending}").exists()]
    refused: list[CueweaveError] = []
    medium = os.path.relpath(job.pair.media, job.folder)
    for each in missing:
        try:
            talk = talk_of(result, title=job.pair.media.stem, medium=medium, asset=assets_of(job.folder / ASSETS))
            _write(job.folder / f"result.{each.ending}", each.write(talk))
        except (NotExportable, PlayerNotBuilt) as error:
            refused.append(error)
    if refused:
        raise refused[0]
    return sum(len(each["words"]) for each in result["paragraphs"])


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(f".{path.name}{PART}")
    part.write_bytes(data)
    part.replace(path)


def _said(error: OSError) -> str:
    return f"Can't use {error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
