"""How much room files take, and how much is left."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Disk:
    """The file system on which a folder lies, in bytes."""

    size: int
    free: int
    """For us; the system may keep some for itself."""


def used(folder: Path) -> int:
    """Bytes of all files below the folder; those that go meanwhile count as none."""
    total, folders = 0, [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        total += _size(entry)
        except FileNotFoundError:
            continue
    return total


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except FileNotFoundError:
        return 0


def disk(folder: Path) -> Disk:
    """The one on which the folder lies."""
    found = shutil.disk_usage(folder)
    return Disk(found.total, found.free)
