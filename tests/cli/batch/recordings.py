"""Folders of short recordings, and commands that work on them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from support import media
from support.commands import COMMAND, environment


def recorded(folder: Path, *names: str, seconds: float = 2.0) -> Path:
    """Recordings with subtitles of the same name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        media.noise(folder / f"{name}.wav", seconds)
        (folder / f"{name}.srt").write_bytes(media.subtitles(max(seconds, 6)))
    return folder


def not_recorded(folder: Path, name: str) -> None:
    """A file that only looks like a recording."""
    (folder / name).write_text("This is no video. " * 100)


@contextmanager
def running(*arguments: str | Path, env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """A command under way; killed where the test forgets it."""
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(env)
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def read_until(process: subprocess.Popen[str], *texts: str) -> str:
    """All that it tells up to a line with one of these."""
    assert process.stderr
    told = ""
    for line in process.stderr:
        told += line
        if any(text in line for text in texts):
            return told
    raise AssertionError(f"{texts} was never told:\n{told}")


def rows(stdout: str) -> list[tuple[str, str]]:
    """Files and outcomes of the table."""
    cells = [[cell for cell in line.split("  ") if cell] for line in stdout.splitlines()[1:-1]]
    return [(each[0].strip(), each[1].strip()) for each in cells]
