"""An upload on its way in, in a folder of its own."""

from __future__ import annotations

import hashlib
import shutil
import time
from asyncio import to_thread
from pathlib import Path

from cueweave.store.full import reaching_files

PARTS = ("media", "subtitles", "slides")


class Writer:
    """Takes one part of an upload as it arrives. Raises StoreUnavailable where the storage is full."""

    def __init__(self, path: Path, *, digests: bool = False) -> None:
        with reaching_files():
            self._file = path.open("wb", buffering=0)
        self._digest = hashlib.sha256() if digests else None

    @property
    def digest(self) -> bytes | None:
        """The SHA-256 of what has come, where it was to be made."""
        return self._digest.digest() if self._digest else None

    def write(self, data: bytes) -> None:
        """Append the bytes."""
        if self._digest:
            self._digest.update(data)
        left = memoryview(data)
        with reaching_files():
            while left:
                left = left[self._file.write(left) :]

    def close(self) -> None:
        """No more bytes come."""
        self._file.close()


class Incoming:
    """An upload on its way in. Plain files: an upload is written by one process, in order, and only once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lent: str | None = None
        """The id of the resumable upload whose medium this one's is, too."""
        self._writers: dict[str, Writer] = {}
        self.media_url = ""
        """Where the medium is, if it doesn't come with the rest."""
        self.digests = False
        """Whether a digest is made of each part as it arrives, so that nothing need be read again for one."""
        self.reuses = False
        """Whether an earlier result of the same content will do."""
        with reaching_files():
            folder.mkdir(parents=True)

    def open(self, name: str) -> Writer:
        """Where the bytes of this part go: `media`, `subtitles`, `slides`, or `result` for an edited one."""
        if name not in (*PARTS, "result"):
            raise ValueError(name)
        self._writers[name] = Writer(self.folder / name, digests=self.digests)
        return self._writers[name]

    def digest(self, name: str) -> bytes | None:
        """The SHA-256 of a part, None where it didn't come; one that arrived in another way is read for it."""
        writer, path = self._writers.get(name), self.folder / name
        if writer and writer.digest:
            return writer.digest
        if not path.exists():
            return None
        with reaching_files(), path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()

    @property
    def media(self) -> Path:
        """The file of the medium."""
        return self.folder / "media"

    @property
    def result(self) -> Path:
        """The file of an edited result."""
        return self.folder / "result"

    def parts(self) -> list[Path]:
        """The files that have arrived, the medium first."""
        return [path for name in PARTS if (path := self.folder / name).exists()]

    @property
    def subtitles(self) -> Path | None:
        """The file of the subtitles, if some came."""
        return self._part("subtitles")

    @property
    def slides(self) -> Path | None:
        """The file of the slides, if some came."""
        return self._part("slides")

    def _part(self, name: str) -> Path | None:
        path = self.folder / name
        return path if path.exists() else None

    def close(self) -> None:
        """No more bytes come."""
        for writer in self._writers.values():
            writer.close()

    async def discard(self) -> None:
        """Remove what has arrived."""
        self.close()
        await to_thread(shutil.rmtree, self.folder, ignore_errors=True)


def remove_unfinished(root: Path, *, older_than: float) -> int:
    """Remove the uploads below the folder that nobody has written to for so many seconds; how many those were."""
    old = [folder for folder in root.iterdir() if age(folder) > older_than] if root.exists() else []
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


def age(path: Path) -> float:
    """Seconds since the last write to the path or, of a folder, to a file in it."""
    try:
        times = [path.stat().st_mtime, *(file.stat().st_mtime for file in path.glob("*"))]
    except FileNotFoundError:
        return 0.0
    return time.time() - max(times)
