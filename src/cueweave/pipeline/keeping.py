"""What an interrupted attempt leaves for the next one: decoded sound, what was heard in it."""

from __future__ import annotations

import os
from math import inf
from pathlib import Path

from cueweave.domain.transcript import Report, Sound
from cueweave.domain.turns import SOUND
from cueweave.stages.media import BYTES_PER_SAMPLE, RATE, decode_sound


def kept_sound(media: Path, folder: Path, report: Report, *, max_seconds: float = inf) -> Sound:
    """The medium's sound, decoded unless an earlier attempt has done so. Raises what `decode_sound` does."""
    whole = folder / SOUND
    if not whole.exists():
        folder.mkdir(exist_ok=True)
        part = folder / f"sound.{os.getpid()}.part"  # of this attempt: an older one may still be writing its own
        decode_sound(media, part, report, max_seconds=max_seconds)
        _set_in_place(part, whole)
    report(1.0)
    return sound_in(folder)


def sound_in(folder: Path) -> Sound:
    """The sound that was decoded into this folder."""
    whole = folder / SOUND
    return Sound(whole, RATE, whole.stat().st_size // BYTES_PER_SAMPLE)


def keep_file(file: Path, data: bytes) -> None:
    """Write a file that is never seen half, its folder too if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    _set_in_place(part, file)


def _set_in_place(part: Path, whole: Path) -> None:
    """In one step, and only what has reached the disk: half of it must never be taken for all."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.rename(whole)
