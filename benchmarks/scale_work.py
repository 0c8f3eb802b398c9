"""What media of several lengths cost a worker, in seconds of a processor: a busy machine changes those little."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from child import run
from long_medium import repeat_medium, repeat_subtitles
from row import Row

ROUNDS = (1, 4, 12)
"""How often the sample is repeated."""


def work_rows(folder: Path) -> list[Row]:
    """The sample lecture and what is made of it by repeating it, each through `cueweave process` with its subtitles."""
    return [_row(folder, times) for times in ROUNDS]


def _row(folder: Path, times: int) -> Row:
    media, subtitles = folder / f"{times}.mp4", folder / f"{times}.srt"
    length = repeat_medium(times, media)
    repeat_subtitles(times, length, subtitles)
    before = _spent()
    command = [sys.executable, "-m", "cueweave", "process", str(media), "--srt", str(subtitles)]
    _, peak = run([*command, "-o", str(folder / f"out-{times}")])
    spent = _spent() - before
    kept = sum(path.stat().st_size for path in (folder / f"out-{times}").rglob("*") if path.is_file())
    seconds = times * length
    return Row(
        f"{seconds:.0f} s of lecture, {media.stat().st_size / seconds / 1000:.0f} kB a second",
        f"{spent:.1f} s of processor, {peak / 1024**2:.0f} MiB",
        f"{1000 * spent / seconds:.1f} ms a second of it; result and pictures {kept / 1024:.0f} KiB",
    )


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
