"""What a fenced process may have and touch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ground:
    """The space inside the fences."""

    home: Path
    """The working directory."""
    seconds: float
    """How long whoever started it will wait for it."""
    memory_bytes: float
    """Of addresses, used or not; infinite: as much as there is."""
    reads: tuple[Path, ...] = ()
    """Files and folders, besides those of the libraries."""
    devices: tuple[Path, ...] = ()
    """Device files that it may read and write."""
    writes: tuple[Path, ...] = ()
    """Folders, made where they don't exist."""
    file_bytes: float = 0
    """The largest file that it may write."""
    forks: bool = False
    """Whether it may start processes; none may start programs."""
    ports: tuple[int, ...] = ()
    """TCP ports that it may connect to, and look up names for; without any there is no network at all."""
