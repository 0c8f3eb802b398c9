"""Files in folders into which a process writes that a stranger's medium may have taken over.

Such a process can put a link where a file or a folder should be; what the link leads to is never read or written.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

TO_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a folder, as it was when it was found."""

    name: str
    """With the folders above it, from the one that was looked through, between slashes."""
    state: tuple[int, int, int]
    """Differs where the file was written anew: its number, size and time."""


def found_in(folder: Path) -> list[Found]:
    """The files in the folder and below, by name; those that are still being written, `*.part`, are none."""
    found = []
    for root, _, files, here in os.fwalk(folder, follow_symlinks=False) if folder.is_dir() else ():
        for name in files:
            with suppress(FileNotFoundError):
                facts = os.stat(name, dir_fd=here, follow_symlinks=False)
                if stat.S_ISREG(facts.st_mode) and not name.endswith(".part"):
                    path = (Path(root) / name).relative_to(folder)
                    found.append(Found(str(path), (facts.st_ino, facts.st_size, facts.st_mtime_ns)))
    return sorted(found, key=lambda each: each.name)


@contextmanager
def opened(folder: Path, name: str) -> Iterator[BinaryIO]:
    """The file of this name, to be read. Raises OSError where it, or a folder above it, is none."""
    with _at(folder, name) as (parent, last), os.fdopen(os.open(last, TO_READ, dir_fd=parent), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError(name)
        yield file


@contextmanager
def placed(folder: Path, name: str) -> Iterator[BinaryIO]:
    """A new file, to be written; it gets this name when it is whole, in folders that are made if need be.

    Raises OSError where a folder above it is none.
    """
    with _at(folder, name, make=True) as (parent, last):
        part = f"{last}.{os.urandom(8).hex()}.part"
        try:
            with os.fdopen(os.open(part, TO_WRITE, 0o600, dir_fd=parent), "wb") as file:
                yield file
            os.rename(part, last, src_dir_fd=parent, dst_dir_fd=parent)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(part, dir_fd=parent)
            raise


@contextmanager
def _at(folder: Path, name: str, *, make: bool = False) -> Iterator[tuple[int, str]]:
    """The folder that the file is in, opened step by step, and the last part of its name."""
    *above, last = name.split("/")
    here = os.open(folder, FOLDER)
    try:
        for step in above:
            if make:
                with suppress(FileExistsError):
                    os.mkdir(step, dir_fd=here)
            below = os.open(step, FOLDER, dir_fd=here)
            os.close(here)
            here = below
        yield here, last
    finally:
        os.close(here)
