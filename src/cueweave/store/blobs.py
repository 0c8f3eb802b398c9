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

import errno
import os
import shutil
import uuid
from asyncio import to_thread
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from cueweave.domain.media_types import HEAD
from cueweave.domain.tasks import ORIGINAL, TaskId
from cueweave.errors import StoreUnavailable
from cueweave.store import space
from cueweave.store.durable import put
from cueweave.store.full import reaching_files
from cueweave.store.incoming import PARTS, Incoming, age, remove_unfinished
from cueweave.store.kept import InPlace
from cueweave.store.names import HEARD, REPLACED_SECONDS, is_plain, result_name
from cueweave.store.storage import FileSource, Holding


class Blobs:
    """The files below one folder."""

    clean_seconds = 60.0

    def __init__(self, root: Path) -> None:
        self._root = root
        with reaching_files():
            for name in ("incoming", "tasks"):
                (root / name).mkdir(parents=True, exist_ok=True)

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

    async def fetch(self, task_id: TaskId, folder: Path) -> Mapping[str, Path] | None:  # noqa: ARG002 - they are here
        """What was handed in, by the names of PARTS; None when the medium has gone."""
        paths = {part: self._folder(task_id) / part for part in PARTS}
        found = {part: path for part, path in paths.items() if path.exists()}
        return found if "media" in found else None

    async def has_medium(self, task_id: TaskId) -> bool:
        """Whether it has come and not gone."""
        return (self._folder(task_id) / "media").exists()

    async def subtitles(self, task_id: TaskId, folder: Path) -> Path | None:  # noqa: ARG002 - they are here
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

    async def open_kept(self, task_id: TaskId, folder: Path) -> InPlace:  # noqa: ARG002 - as above
        """The folder for what an interrupted attempt leaves for the next one; whoever leaves something makes it."""
        return InPlace(self._kept(task_id))

    def _kept(self, task_id: TaskId) -> Path:
        return self._folder(task_id) / "kept"

    def keeps(self, task_id: TaskId, name: str) -> bool:
        """Whether an attempt has left this for the others."""
        return (self._kept(task_id) / name).exists()

    def keep_heard(self, task_id: TaskId, folder: Path) -> None:
        """Keep what a helper heard and left in its folder; nothing happens where the task's attempts keep no more."""
        kept = self._kept(task_id) / "heard"
        for file in folder.glob("heard/*.json") if folder.exists() else ():
            if not HEARD.fullmatch(file.name):
                continue  # a process that opens what strangers made left it
            part = kept / f"{file.stem}.{os.getpid()}.part"
            with suppress(FileNotFoundError), reaching_files():
                put(kept / file.name, part, partial(shutil.copyfile, file))
            file.unlink()

    def keep(self, task_id: TaskId, result: Path, assets: Path) -> None:
        """Keep result and assets; on return they survive a power cut."""
        folder = self._folder(task_id)
        with reaching_files():
            for file in sorted(assets.iterdir()) if assets.exists() else ():
                _copy(file, folder / "assets" / file.name)
            _copy(result, folder / "result.json")

    async def result(self, task_id: TaskId, edition: str = ORIGINAL) -> bytes | None:
        """This edition of the result document, if there is one."""
        return await to_thread(_read, self._folder(task_id) / result_name(edition))

    def keep_edition(self, task_id: TaskId, edition: str, document: bytes) -> bool:
        """Keep an edited result; on return it survives a power cut. False where the task's files are gone."""
        path = self._folder(task_id) / result_name(edition)
        try:
            with reaching_files():
                put(path, path.with_suffix(".part"), lambda part: part.write_bytes(document))
        except FileNotFoundError:
            return False
        return True

    def drop_edition(self, task_id: TaskId, edition: str) -> None:
        """Remove an edition that did not become the current one."""
        folder = self._folder(task_id)
        (folder / result_name(edition)).unlink(missing_ok=True)
        if not (folder / "owner").exists():
            shutil.rmtree(folder, ignore_errors=True)  # the task went while its folder was written to

    def retire_edition(self, task_id: TaskId, edition: str) -> None:
        """Another edition has taken this one's place, from now on: it goes later, the first one never."""
        path = self._folder(task_id) / result_name(edition)
        if edition != ORIGINAL and path.exists():
            path.touch()

    def remove_editions(self, task_id: TaskId, *, but: str) -> None:
        """Remove what is left of edits, but the first and the current edition and what is recent."""
        for path in self._folder(task_id).glob("result-*"):
            if path.name != result_name(but) and age(path) > REPLACED_SECONDS:
                path.unlink(missing_ok=True)

    def assets(self, task_id: TaskId) -> frozenset[str]:
        """The names of the files that the result may refer to."""
        folder = self._folder(task_id) / "assets"
        return frozenset(path.name for path in folder.iterdir()) if folder.exists() else frozenset()

    async def asset(self, task_id: TaskId, name: str) -> bytes | None:
        """A file of the result; a name with a path in it names none."""
        return await to_thread(_read, self._folder(task_id) / "assets" / name) if is_plain(name) else None

    def remove_aids(self, task_id: TaskId) -> None:
        """Remove what only the work needs: all that was handed in but the medium, and what attempts left."""
        shutil.rmtree(self._kept(task_id), ignore_errors=True)
        for part in PARTS[1:]:
            (self._folder(task_id) / part).unlink(missing_ok=True)

    def remove_medium(self, task_id: TaskId) -> None:
        """Remove what was handed in; the result stays."""
        (self._folder(task_id) / "media").unlink(missing_ok=True)

    async def medium(self, task_id: TaskId) -> FileSource | None:
        """What was handed in, to be read by a client; None when it has gone."""
        return await to_thread(_source, self._folder(task_id) / "media")

    def remove(self, task_id: TaskId) -> None:
        """Remove all files of the task."""
        shutil.rmtree(self._folder(task_id), ignore_errors=True)

    def remove_forgotten(self, *, older_than: float) -> int:
        """Remove what belongs to no task and nobody has written to for so many seconds; how many folders that were."""
        of_nobody = [path for path in (self._root / "tasks").iterdir() if not (path / "owner").exists()]
        old = [path for path in of_nobody if age(path) > older_than]
        for path in old:
            shutil.rmtree(path, ignore_errors=True)
        return len(old) + remove_unfinished(self._root / "incoming", older_than=older_than)

    def holdings(self, *, older_than: float) -> Iterator[Holding]:
        """What there is of the tasks that have had files for at least so many seconds."""
        for folder in list((self._root / "tasks").iterdir()):
            owner = folder / "owner"
            if owner.exists() and age(owner) >= older_than:
                yield _holding(TaskId.parse(owner.read_text()), folder)

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
        file = self._root / "incoming" / f".check-{uuid.uuid4()}"
        try:
            file.write_bytes(b"works")
            file.unlink()
        except OSError as error:
            raise StoreUnavailable("The storage can't be written right now; please try again later.") from error


def _copy(file: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, path.with_name(f".{path.name}-{uuid.uuid4()}"), partial(shutil.copyfile, file))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENAMETOOLONG):  # a stranger may ask for any name
            raise
        return None


def _source(path: Path) -> FileSource | None:
    try:
        with path.open("rb") as file:
            return FileSource(path, os.fstat(file.fileno()), file.read(HEAD))
    except FileNotFoundError:
        return None


def _holding(task_id: TaskId, folder: Path) -> Holding:
    medium = None
    with suppress(FileNotFoundError):
        found = (folder / "media").stat()
        medium = (found.st_size, found.st_mtime)
    return Holding(
        task_id=task_id,
        medium=medium,
        has_aids=any((folder / name).exists() for name in (*PARTS[1:], "kept")),
        editions=frozenset(path.name for path in folder.glob("result-*")),
    )
