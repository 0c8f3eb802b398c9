"""The files of tasks: uploads on their way in, the media that is worked on, results and assets.

incoming/{uuid}/media|subtitles|slides|result    an upload that is not accepted yet
tasks/{uuid}/owner                        the whole task id, since the uuid alone names no record
tasks/{uuid}/media                        what was handed in; goes with the task's record, or when the task ends
tasks/{uuid}/subtitles, slides            what was handed in; goes when the task ends
tasks/{uuid}/kept/...                     what an interrupted attempt leaves for the next; goes when the task ends
tasks/{uuid}/result.json, assets/{name}   go with the task's record
tasks/{uuid}/result-{edition}.json        an edited result; goes some time after the next edit took its place
"""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore

from cueweave.domain.tasks import ORIGINAL, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store import space
from cueweave.store.incoming import PARTS, Incoming
from cueweave.store.reach import reaching_files

HEARD = re.compile(r"[0-9a-f]{64}\.json")
REPLACED_SECONDS = 120.0
"""For so long a replaced edition stays, for whoever is about to read it or was about to make it the current one."""


class Blobs:
    """The files below one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        with reaching_files():
            self._store = LocalStore(root, mkdir=True)
            for name in ("incoming", "tasks"):
                (root / name).mkdir(exist_ok=True)

    def receive(self) -> Incoming:
        """Room for an upload."""
        return Incoming(self._root / "incoming" / str(uuid.uuid4()))

    def _folder(self, task_id: TaskId) -> Path:
        return self._root / "tasks" / task_id.key

    def accept(self, incoming: Incoming, task_id: TaskId) -> None:
        """Make the upload the task's, in one step."""
        with reaching_files():
            (incoming.folder / "owner").write_text(str(task_id))
            incoming.folder.rename(self._folder(task_id))

    def upload(self, task_id: TaskId) -> tuple[Path, Path | None] | None:
        """The medium and the subtitles, if some came; None when they have gone."""
        media, subtitles, _ = (self._folder(task_id) / part for part in PARTS)
        if not media.exists():
            return None
        return media, subtitles if subtitles.exists() else None

    def subtitles(self, task_id: TaskId) -> Path | None:
        """The subtitles alone, if some came."""
        path = self._folder(task_id) / "subtitles"
        return path if path.exists() else None

    def take_medium(self, incoming: Incoming, task_id: TaskId) -> bool:
        """Make a medium that was fetched the task's; False where the task's files are gone."""
        try:
            with reaching_files():
                incoming.media.rename(self._folder(task_id) / "media")
        except FileNotFoundError:
            return False
        return True

    def slides(self, task_id: TaskId) -> Path | None:
        """The slides, if some came and haven't gone."""
        path = self._folder(task_id) / "slides"
        return path if path.exists() else None

    def kept(self, task_id: TaskId) -> Path:
        """The folder for what an interrupted attempt leaves for the next one; whoever leaves something makes it."""
        return self._folder(task_id) / "kept"

    def keep_heard(self, task_id: TaskId, folder: Path) -> None:
        """Keep what a helper heard and left in its folder; nothing happens where the task's attempts keep no more."""
        kept = self.kept(task_id) / "heard"
        for file in folder.glob("heard/*.json") if folder.exists() else ():
            if not HEARD.fullmatch(file.name):
                continue  # a process that opens what strangers made left it
            part = kept / f"{file.stem}.{os.getpid()}.part"
            try:
                with suppress(FileNotFoundError), reaching_files():
                    shutil.copyfile(file, part)
                    _sync(part)
                    part.rename(kept / file.name)
            finally:
                part.unlink(missing_ok=True)
            file.unlink()

    def keep(self, task_id: TaskId, result: Path, assets: Path) -> None:
        """Keep result and assets; on return they survive a power cut."""
        folder = f"tasks/{task_id.key}"
        with reaching_files():
            for file in sorted(assets.iterdir()) if assets.exists() else ():
                self._put(f"{folder}/assets/{file.name}", file)
            self._put(f"{folder}/result.json", result)

    def _put(self, key: str, file: Path) -> None:
        obstore.put(self._store, key, file)
        path = self._root / key
        _sync(path)
        _sync(path.parent)

    async def result(self, task_id: TaskId, edition: str = ORIGINAL) -> bytes | None:
        """This edition of the result document, if there is one."""
        return await self._get(f"tasks/{task_id.key}/{_name(edition)}")

    def keep_edition(self, task_id: TaskId, edition: str, document: bytes) -> bool:
        """Keep an edited result; on return it survives a power cut. False where the task's files are gone."""
        whole = self._folder(task_id) / _name(edition)
        part = whole.with_suffix(".part")
        try:
            with reaching_files():
                part.write_bytes(document)
                _sync(part)
                part.rename(whole)
                _sync(whole.parent)
        except FileNotFoundError:
            return False
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return True

    def drop_edition(self, task_id: TaskId, edition: str) -> None:
        """Remove an edition that did not become the current one."""
        folder = self._folder(task_id)
        (folder / _name(edition)).unlink(missing_ok=True)
        if not (folder / "owner").exists():
            shutil.rmtree(folder, ignore_errors=True)  # the task went while its folder was written to

    def retire_edition(self, task_id: TaskId, edition: str) -> None:
        """Another edition has taken this one's place, from now on: it goes later, the first one never."""
        path = self._folder(task_id) / _name(edition)
        if edition != ORIGINAL and path.exists():
            path.touch()

    def remove_editions(self, task_id: TaskId, *, but: str) -> None:
        """Remove what is left of edits, but the first and the current edition and what is recent."""
        for path in self._folder(task_id).glob("result-*"):
            if path.name != _name(but) and _age(path) > REPLACED_SECONDS:
                path.unlink(missing_ok=True)

    def assets(self, task_id: TaskId) -> frozenset[str]:
        """The names of the files that the result may refer to."""
        folder = self._folder(task_id) / "assets"
        return frozenset(path.name for path in folder.iterdir()) if folder.exists() else frozenset()

    async def asset(self, task_id: TaskId, name: str) -> bytes | None:
        """A file of the result; a name with a path in it names none."""
        if name in (".", "..") or not name.isprintable() or any(mark in name for mark in "/\\%"):
            return None
        return await self._get(f"tasks/{task_id.key}/assets/{name}")

    async def _get(self, key: str) -> bytes | None:
        try:
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())
        except (NotFoundError, FileNotFoundError):
            return None

    def remove_aids(self, task_id: TaskId) -> None:
        """Remove what only the work needs: subtitles, slides, and what attempts left for one another."""
        shutil.rmtree(self._folder(task_id) / "kept", ignore_errors=True)
        for part in ("subtitles", "slides"):
            (self._folder(task_id) / part).unlink(missing_ok=True)

    def remove_medium(self, task_id: TaskId) -> None:
        """Remove what was handed in; the result stays."""
        (self._folder(task_id) / "media").unlink(missing_ok=True)

    def medium(self, task_id: TaskId) -> tuple[int, float] | None:
        """The bytes of what was handed in, and when the last of them came, in seconds since 1970; None: it has gone."""
        try:
            found = (self._folder(task_id) / "media").stat()
        except FileNotFoundError:
            return None
        return found.st_size, found.st_mtime

    def remove(self, task_id: TaskId) -> None:
        """Remove all files of the task."""
        shutil.rmtree(self._folder(task_id), ignore_errors=True)

    def remove_forgotten(self, *, older_than: float) -> int:
        """Remove what belongs to no task and nobody has written to for so many seconds; how many folders that were."""
        of_nobody = [path for path in (self._root / "tasks").iterdir() if not (path / "owner").exists()]
        old = [path for path in (*(self._root / "incoming").iterdir(), *of_nobody) if _age(path) > older_than]
        for path in old:
            shutil.rmtree(path, ignore_errors=True)
        return len(old)

    def owners(self, *, older_than: float) -> Iterator[TaskId]:
        """The tasks that have had files for at least so many seconds."""
        for folder in list((self._root / "tasks").iterdir()):
            owner = folder / "owner"
            if owner.exists() and _age(owner) >= older_than:
                yield TaskId.parse(owner.read_text())

    def used(self) -> int:
        """Bytes of all files; every one of them is looked at."""
        return space.used(self._root)

    def disk(self) -> space.Disk | None:
        """Where the files lie; None where that can't be told."""
        try:
            return space.disk(self._root)
        except OSError:
            return None

    def check(self) -> None:
        """Write and remove a small file. Raises StoreUnavailable where that doesn't work."""
        name = f"incoming/.check-{uuid.uuid4()}"
        try:
            obstore.put(self._store, name, b"works")
            obstore.delete(self._store, name)
        except (OSError, obstore.exceptions.BaseError) as error:
            raise StoreUnavailable("The storage can't be written right now; please try again later.") from error


def _name(edition: str) -> str:
    return "result.json" if edition == ORIGINAL else f"result-{edition}.json"


def _age(path: Path) -> float:
    """Seconds since the last write to the path or, of a folder, to a file in it."""
    try:
        times = [path.stat().st_mtime, *(file.stat().st_mtime for file in path.glob("*"))]
    except FileNotFoundError:
        return 0.0
    return time.time() - max(times)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
