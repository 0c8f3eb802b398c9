"""Work on this machine: `cueweave process` in a process of its own for each recording."""

from __future__ import annotations

import asyncio
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from cueweave.cli.batch.jobs import Job, Show, Work
from cueweave.errors import TaskFailed

PROGRESS = re.compile(r"(\S+)\s+(\d+)%")
ERROR = "cueweave: "
LAST_LINES = 5
"""They hold the sentence with which it ends."""
LINE_BYTES = 2**20
"""Of its longest line; asyncio's own 64 KiB might be passed by an error that names many files."""


def work_here(transcriber: str | None) -> Work:
    """The work, with what hears where there are no subtitles."""

    async def work(job: Job, part: Path, show: Show) -> None:
        media, subtitles = job.pair.media.absolute(), job.pair.subtitles
        options = {
            "--srt": str(subtitles.absolute()) if subtitles else None,
            "--language": job.language,
            "--transcriber": None if subtitles else transcriber,
        }
        told = [word for name, value in options.items() if value for word in (name, value)]
        # a session of its own: Ctrl-C on the terminal reaches us alone, and we pass it on once
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "cueweave", "process", str(media)),
            *("-o", str(part), "--format", "json", *told),
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
            start_new_session=True,
            limit=LINE_BYTES,
        )
        try:
            last = await _follow(child, show)
        finally:
            await _end(child)
        if child.returncode:
            raise TaskFailed(_reason(last, child.returncode))

    return work


async def _follow(child: Process, show: Show) -> list[str]:
    """Tell its progress; gives its last lines when it is over."""
    assert child.stderr  # noqa: S101 - for mypy
    last: list[str] = []
    async for line in child.stderr:
        text = line.decode(errors="replace").rstrip()
        if found := PROGRESS.fullmatch(text):
            show(found[1], float(found[2]))
        else:
            last = [*last[-LAST_LINES:], text]
    await child.wait()
    return last


async def _end(child: Process) -> None:
    """It cleans up after itself."""
    if child.returncode is None:
        child.terminate()
        await child.wait()


def _reason(last: list[str], code: int) -> str:
    """The sentence with which it ended."""
    told = next((line.removeprefix(ERROR) for line in reversed(last) if line.startswith(ERROR)), None)
    return told or f"The process that worked on it ended with code {code}."
