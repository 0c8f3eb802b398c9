"""A resumable upload in the hands of the one who may write to it, take it or remove it."""

from __future__ import annotations

import json
import os
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path

from cueweave.store.durable import sync
from cueweave.store.full import reaching_files
from cueweave.store.incoming import Incoming


@dataclass(frozen=True, slots=True)
class About:
    """What was said of an upload when it began."""

    length: int
    name: str
    """Of the file, for display only."""
    metadata: str


def about_of(folder: Path) -> About | None:
    """None where there is no upload, or its creation broke off."""
    try:
        told = json.loads((folder / "about").read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    return About(told["length"], told["name"], told["metadata"])


def certain(folder: Path, size: int) -> int:
    """How many of so many bytes are known to be right."""
    try:
        return int((folder / "sure").read_text())
    except FileNotFoundError:
        return size


class HeldUpload:
    """Locked as long as it is open. Its methods raise StoreUnavailable where the storage is full."""

    def __init__(self, folder: Path, handle: int, about: About) -> None:
        """Takes over the open, locked file; what a dead process left half checked goes."""
        self._folder = folder
        self._handle = handle
        self._at_work = threading.RLock()
        """No thread may find another file under the number of one that was closed."""
        self.about = about
        self.offset = certain(folder, os.fstat(handle).st_size)
        self._drop_unsure()
        os.lseek(handle, self.offset, os.SEEK_SET)

    @property
    def is_whole(self) -> bool:
        """Whether all has arrived."""
        return self.offset == self.about.length

    def write(self, data: bytes) -> None:
        """Append the bytes."""
        left = memoryview(data)
        with reaching_files():
            while left:
                written = os.write(self._handle, left)
                self.offset += written
                left = left[written:]

    def doubt(self) -> None:
        """What comes from now on counts only after `believe`, whatever becomes of this process."""
        with reaching_files():
            part = self._folder / "sure.part"
            part.write_text(str(self.offset))
            sync(part)
            part.rename(self._folder / "sure")
            sync(self._folder)

    def believe(self) -> None:
        """What came since `doubt` is right."""
        with self._at_work:
            self.sync()
            (self._folder / "sure").unlink()
            sync(self._folder)

    def sync(self) -> None:
        """On return what has come survives a power cut."""
        with self._at_work, reaching_files():
            os.fsync(self._handle)

    def settle(self) -> None:
        """Keep what counts, and nothing else."""
        with self._at_work:
            self._drop_unsure()
            self.sync()

    def _drop_unsure(self) -> None:
        size = os.fstat(self._handle).st_size
        self.offset = certain(self._folder, size)
        if self.offset < size:
            os.truncate(self._handle, self.offset)
            self.sync()
        (self._folder / "sure").unlink(missing_ok=True)

    def lend(self, incoming: Incoming) -> None:
        """Let the medium be that of a hand-in, too; what becomes of that one does nothing to the upload.

        It is the same file under a second name; only where the storage knows no such names it is copied.
        """
        try:
            os.link(self._folder / "media", incoming.media)
        except OSError:
            with reaching_files():
                shutil.copyfile(self._folder / "media", incoming.media)

    def remove(self) -> None:
        """Remove the upload; a second name that its medium has stays."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """Let others have it."""
        with self._at_work:
            os.close(self._handle)
            self._handle = -1
