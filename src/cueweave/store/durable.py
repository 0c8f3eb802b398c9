"""What survives a power cut."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def sync(path: Path) -> None:
    """On return what a file holds, or a folder names, survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, part: Path, write: Callable[[Path], object]) -> None:
    """Have a file written that is seen whole or not at all, and on return survives a power cut.

    `part`: beside it, what it is until it is whole, nobody else's. Raises what `write` raises; then nothing is left.
    """
    try:
        write(part)
        sync(part)
        part.rename(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync(path.parent)
