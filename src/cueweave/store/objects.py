"""The files of tasks in a bucket of an S3-compatible store.

incoming/{anything}                       of our own checks only: uploads on their way in are on the API's disk
tasks/{uuid}/owner-{user}                 empty; the user, in base64, since the uuid alone names no record
tasks/{uuid}/...                          the rest as in a folder: see store/blobs.py

There are no folders and no locks. A task has files when it has an owner, which is written last of an upload; what
has none and is old is of a process that died.
"""

from __future__ import annotations

import shutil
import uuid
from asyncio import to_thread
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import obstore
from obstore.store import S3Store

from cueweave.domain.media_types import HEAD, media_type
from cueweave.domain.tasks import ORIGINAL, TaskId
from cueweave.domain.turns import PLAN
from cueweave.errors import StoreUnavailable
from cueweave.store import carrying
from cueweave.store.bucket_client import reaching_bucket
from cueweave.store.full import reaching_files
from cueweave.store.incoming import PARTS, Incoming, remove_unfinished
from cueweave.store.kept import Carried, Carrier
from cueweave.store.listed import age, holding, idle, is_edit, is_owner, last, owner, owner_of
from cueweave.store.names import HEARD, REPLACED_SECONDS, is_plain, result_name
from cueweave.store.plain_files import found_in
from cueweave.store.sources import source_of
from cueweave.store.storage import Holding, ObjectSource

if TYPE_CHECKING:
    from obstore import ObjectMeta  # a name in its stubs only


class Objects:
    """The objects of one bucket, below one prefix."""

    clean_seconds = 600.0
    """Every look through it asks once for each 1000 objects, and each question is paid for."""

    def __init__(self, store: S3Store, scratch: Path, *, presigns: bool) -> None:
        self._store = store
        self._scratch = scratch
        self._presigns = presigns

    def receive(self) -> Incoming:
        """As `Storage` promises."""
        return Incoming(self._scratch / str(uuid.uuid4()))

    def accept(self, incoming: Incoming, task_id: TaskId) -> None:
        """As `Storage` promises. The owner comes last: before, the files are nobody's."""
        folder = _folder(task_id)
        with reaching_bucket():
            try:
                for part in incoming.parts():
                    kind = media_type(_head(part)) if part == incoming.media else carrying.BINARY
                    carrying.put(self._store, f"{folder}/{part.name}", incoming.folder, part.name, kind)
                obstore.put(self._store, f"{folder}/{owner(task_id)}", b"")
            except BaseException:
                with suppress(StoreUnavailable):
                    self.remove(task_id)
                raise
        shutil.rmtree(incoming.folder, ignore_errors=True)

    async def fetch(self, task_id: TaskId, folder: Path) -> Mapping[str, Path] | None:
        """As `Storage` promises."""
        found: dict[str, Path] = {}
        with reaching_files():
            (folder / "fetched").mkdir(parents=True, exist_ok=True)
        for part in PARTS:
            with suppress(FileNotFoundError), reaching_bucket():
                await carrying.fetch(self._store, f"{_folder(task_id)}/{part}", folder / "fetched", part)
                found[part] = folder / "fetched" / part
        return found if "media" in found else None

    async def has_medium(self, task_id: TaskId) -> bool:
        """As `Storage` promises."""
        return await to_thread(self._exists, f"{_folder(task_id)}/media")

    async def subtitles(self, task_id: TaskId, folder: Path) -> Path | None:
        """As `Storage` promises."""
        try:
            with reaching_bucket():
                await carrying.fetch(self._store, f"{_folder(task_id)}/subtitles", folder, "subtitles")
        except FileNotFoundError:
            return None
        return folder / "subtitles"

    def take_medium(self, incoming: Incoming, task_id: TaskId) -> bool:
        """As `Storage` promises."""
        key, mine = f"{_folder(task_id)}/media", f"{_folder(task_id)}/{owner(task_id)}"
        if not self._exists(mine):
            return False
        with reaching_bucket():
            carrying.put(self._store, key, incoming.folder, "media", media_type(_head(incoming.media)))
        if self._exists(mine):
            return True
        self._delete(key)  # the task went while it was put
        return False

    async def open_kept(self, task_id: TaskId, folder: Path) -> Carried:
        """As `Storage` promises."""
        kept = folder / "fetched" / "kept"
        with reaching_files():
            kept.mkdir(parents=True, exist_ok=True)
        prefix = f"{_folder(task_id)}/kept"
        opened = Carried(kept, Carrier(partial(self._put_kept, prefix), partial(self._fetch_kept, prefix)))
        await opened.take()
        return opened

    def _put_kept(self, prefix: str, folder: Path, name: str) -> None:
        with reaching_bucket():
            carrying.put(self._store, f"{prefix}/{name}", folder, name)

    async def _fetch_kept(self, prefix: str, folder: Path) -> None:
        with reaching_bucket():
            await carrying.fetch_missing(self._store, prefix, folder)

    def keeps(self, task_id: TaskId, name: str) -> bool:
        """As `Storage` promises."""
        return self._exists(f"{_folder(task_id)}/kept/{name}")

    def keep_heard(self, task_id: TaskId, folder: Path) -> None:
        """As `Storage` promises."""
        heard = folder / "heard"
        names = [found.name for found in found_in(heard) if HEARD.fullmatch(found.name)]
        if names and self.keeps(task_id, PLAN):
            for name in names:
                with reaching_bucket():
                    carrying.put(self._store, f"{_folder(task_id)}/kept/heard/{name}", heard, name)
        for name in names:
            (heard / name).unlink(missing_ok=True)

    def keep(self, task_id: TaskId, result: Path, assets: Path) -> None:
        """As `Storage` promises."""
        folder = _folder(task_id)
        with reaching_bucket():
            for found in found_in(assets):
                carrying.put(self._store, f"{folder}/assets/{found.name}", assets, found.name)
            carrying.put(self._store, f"{folder}/{result_name(ORIGINAL)}", result.parent, result.name)

    async def result(self, task_id: TaskId, edition: str = ORIGINAL) -> bytes | None:
        """As `Storage` promises."""
        return await self._get(f"{_folder(task_id)}/{result_name(edition)}")

    def keep_edition(self, task_id: TaskId, edition: str, document: bytes) -> bool:
        """As `Storage` promises."""
        if not self._exists(f"{_folder(task_id)}/{owner(task_id)}"):
            return False
        with reaching_bucket():
            obstore.put(self._store, f"{_folder(task_id)}/{result_name(edition)}", document)
        return True

    def drop_edition(self, task_id: TaskId, edition: str) -> None:
        """As `Storage` promises."""
        self._delete(f"{_folder(task_id)}/{result_name(edition)}")
        if not self._exists(f"{_folder(task_id)}/{owner(task_id)}"):
            self.remove(task_id)  # the task went while an edition was written

    def retire_edition(self, task_id: TaskId, edition: str) -> None:
        """As `Storage` promises: written anew, since an object's time can't be set."""
        if edition == ORIGINAL:
            return
        key = f"{_folder(task_id)}/{result_name(edition)}"
        with suppress(FileNotFoundError), reaching_bucket():
            obstore.put(self._store, key, obstore.get(self._store, key).bytes())

    def remove_editions(self, task_id: TaskId, *, but: str) -> None:
        """As `Storage` promises."""
        edits = [each for each in self._directly_in(_folder(task_id)) if is_edit(each)]
        old = [each for each in edits if last(each) != result_name(but) and age(each) > REPLACED_SECONDS]
        self._delete(*(each["path"] for each in old))

    def assets(self, task_id: TaskId) -> frozenset[str]:
        """As `Storage` promises."""
        return frozenset(last(each) for each in self._directly_in(f"{_folder(task_id)}/assets"))

    async def asset(self, task_id: TaskId, name: str) -> bytes | None:
        """As `Storage` promises."""
        return await self._get(f"{_folder(task_id)}/assets/{name}") if is_plain(name) else None

    async def medium(self, task_id: TaskId) -> ObjectSource | None:
        """As `Storage` promises."""
        return await source_of(self._store, f"{_folder(task_id)}/media", presigns=self._presigns)

    def remove_aids(self, task_id: TaskId) -> None:
        """As `Storage` promises."""
        folder = _folder(task_id)
        self._delete(*(f"{folder}/{part}" for part in PARTS[1:]), *self._below(f"{folder}/kept"))

    def remove_medium(self, task_id: TaskId) -> None:
        """As `Storage` promises."""
        self._delete(f"{_folder(task_id)}/media")

    def remove(self, task_id: TaskId) -> None:
        """As `Storage` promises."""
        self._delete(*self._below(_folder(task_id)))

    def remove_forgotten(self, *, older_than: float) -> int:
        """As `Storage` promises."""
        lost = [key for key, objects in self._tasks() if owner_of(key, objects) is None and idle(objects) > older_than]
        # a store that doesn't list in order could have shown a task in two parts
        going = [key for key in lost if not any(is_owner(each) for each in self._directly_in(f"tasks/{key}"))]
        for key in going:
            self._delete(*self._below(f"tasks/{key}"))
        checks = [each["path"] for each in self._directly_in("incoming") if age(each) > older_than]
        self._delete(*checks)
        return len(going) + len(checks) + remove_unfinished(self._scratch, older_than=older_than)

    def holdings(self, *, older_than: float) -> Iterator[Holding]:
        """As `Storage` promises. Of all objects, those of one task are in memory at a time, and a page of the list."""
        for key, objects in self._tasks():
            task_id = owner_of(key, objects)
            if task_id and any(is_owner(each) and age(each) >= older_than for each in objects):
                yield holding(task_id, objects)

    def used(self) -> int:
        """As `Storage` promises."""
        return sum(each["size"] for each in self._all(""))

    def disk(self) -> None:
        """None: a bucket has no end that it tells of."""

    def check(self) -> None:
        """As `Storage` promises."""
        name = f"incoming/check-{uuid.uuid4()}"
        with reaching_bucket():
            obstore.put(self._store, name, b"works")
            obstore.delete(self._store, name)

    async def _get(self, key: str) -> bytes | None:
        try:
            with reaching_bucket():
                found = await obstore.get_async(self._store, key)
                return bytes(await found.bytes_async())
        except FileNotFoundError:
            return None

    def _exists(self, key: str) -> bool:
        try:
            with reaching_bucket():
                obstore.head(self._store, key)
        except FileNotFoundError:
            return False
        return True

    def _delete(self, *keys: str) -> None:
        with suppress(FileNotFoundError), reaching_bucket():
            if keys:
                obstore.delete(self._store, keys)

    def _all(self, prefix: str) -> Iterator[ObjectMeta]:
        with reaching_bucket():
            for page in obstore.list(self._store, prefix or None, chunk_size=1000):
                yield from page

    def _below(self, folder: str) -> list[str]:
        return [each["path"] for each in self._all(folder)]

    def _directly_in(self, folder: str) -> list[ObjectMeta]:
        with reaching_bucket():
            return list(obstore.list_with_delimiter(self._store, folder)["objects"])

    def _tasks(self) -> Iterator[tuple[str, list[ObjectMeta]]]:
        """The objects of each task; those of the next are not looked for before."""
        for key, objects in groupby(self._all("tasks"), key=lambda each: each["path"].split("/")[1]):
            yield key, list(objects)


def try_all(store: S3Store) -> None:
    """Write, list, read and remove something small. Raises what obstore raises where one of them doesn't work."""
    name = f"incoming/check-{uuid.uuid4()}"
    obstore.put(store, name, b"works")
    obstore.list_with_delimiter(store, "incoming")
    obstore.get(store, name).bytes()
    obstore.delete(store, name)


def _folder(task_id: TaskId) -> str:
    return f"tasks/{task_id.key}"


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
