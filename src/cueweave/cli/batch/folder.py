"""A folder of recordings, and what is to be done with them, as the options of a command say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cueweave.cli.batch.pairs import find_pairs
from cueweave.errors import BadInput

if TYPE_CHECKING:
    from cueweave.cli.batch.jobs import Job
    from cueweave.formats import Format


@dataclass(frozen=True, slots=True)
class Folder:
    """What is to be done with which recordings."""

    path: Path
    out: Path | None
    formats: Sequence[Format]
    language: str | None
    recursive: bool
    at_once: int | None
    """None: as many as suit."""

    def jobs(self) -> list[Job]:
        """What lies there now. Raises SetupError."""
        from cueweave.cli.batch.jobs import job_of

        pairs = find_pairs(self.path, language=self.language, recursive=self.recursive)
        return [job_of(pair, self.path, self.out, self.language) for pair in pairs]

    def places(self, suit: int) -> int:
        """How many at once, where so many suit."""
        return self.at_once or suit


def checked_folder(folder: Folder, srt: Path | None, slides: Path | None) -> Folder:
    """The folder. Raises BadInput for what only one recording can have."""
    if srt:
        raise BadInput("--srt is for one recording: in a folder, subtitles are found by name, as talk.srt by talk.mp4.")
    if slides:
        raise BadInput("--slides is for one recording: hand it in by itself, with its subtitles.")
    return folder


def check_single(jobs: int | None, *, recursive: bool, fetches: bool = False) -> None:
    """Raises BadInput for what only a folder can have; `fetches`: it was told what to fetch, and where to put it."""
    told = {"--jobs": jobs, "--recursive": recursive, "--out and --format": fetches}
    if wrong := " and ".join(name for name, value in told.items() if value):
        raise BadInput(f"For a folder of recordings only: {wrong}. This is one recording.")
