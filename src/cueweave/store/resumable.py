"""Uploads that come in pieces, over connections that break, until a task is made of them.

resumable/{owner}/.lock           taken while the owner's uploads are counted, and while the folder goes
resumable/{owner}/{uuid}/about    what was said of the upload when it began
resumable/{owner}/{uuid}/media    what has arrived; locked by whoever writes, takes or removes it
resumable/{owner}/{uuid}/sure     there while bytes come that may turn out wrong: how many before them are right

The owner is a digest of the user, so that nobody's id leads into another's folder. The locks are the kernel's (flock):
they hold between processes, and end with the process that has them, however it ends.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cueweave.domain.tasks import OUR_UUID
from cueweave.errors import StoreUnavailable, TooManyUploads, UploadBusy, UploadNotFound
from cueweave.store import space
from cueweave.store.durable import sync
from cueweave.store.full import reaching_files
from cueweave.store.held import About, HeldUpload, about_of, certain

LOCK = ".lock"
ROOM = "make tasks of them, delete some, or wait until they expire."
GONE = "No such upload, or it has expired, or a task was made of it; begin a new one."


@dataclass(frozen=True, slots=True)
class Most:
    """What one user's unfinished uploads may be together."""

    uploads: int
    bytes: int
    """Of what they will be, not of what has arrived."""


@dataclass(frozen=True, slots=True)
class Resumable:
    """An upload, as it stands."""

    upload_id: str
    length: int
    offset: int
    """How many of the bytes are here to stay."""
    metadata: str
    """As the client wrote it."""
    expires: float
    """Seconds since 1970; each piece that arrives puts it off."""


class Resumables:
    """The uploads below one folder."""

    def __init__(self, root: Path, *, seconds: float) -> None:
        """`seconds`: for how long an upload to which nothing is added is kept."""
        self._root = root / "resumable"
        self._seconds = seconds
        with reaching_files():
            self._root.mkdir(parents=True, exist_ok=True)

    def create(self, user: str, length: int, *, name: str, metadata: str, most: Most) -> str:
        """The id of a new upload of so many bytes. Raises TooManyUploads, StoreUnavailable."""
        owner, upload_id = self._owner(user), str(uuid.uuid4())
        try:
            with reaching_files(), _alone(owner):
                lengths = [about.length for each in self._living(owner) if (about := about_of(each))]
                self._check_room(lengths, length, most)
                _make(owner / upload_id, About(length, name, metadata))
        except BaseException:
            self._sweep(owner)
            raise
        return upload_id

    def _check_room(self, lengths: list[int], length: int, most: Most) -> None:
        if len(lengths) >= most.uploads:
            raise TooManyUploads(f"Maximum {most.uploads} unfinished uploads per user exceeded: {ROOM}")
        if sum(lengths) + length > most.bytes:
            raise TooManyUploads(f"Maximum {most.bytes} bytes of unfinished uploads per user exceeded: {ROOM}")
        if length > space.disk(self._root).free:
            raise StoreUnavailable("The storage is full; please try again later.")

    def look(self, user: str, upload_id: str) -> Resumable:
        """The upload; on return what its offset says survives a power cut. Raises UploadNotFound."""
        folder = self._folder(user, upload_id)
        about = about_of(folder)
        try:
            handle = os.open(folder / "media", os.O_RDONLY)
        except FileNotFoundError:
            raise UploadNotFound(GONE) from None
        try:
            found = os.fstat(handle)
            with reaching_files():
                os.fsync(handle)
        finally:
            os.close(handle)
        if about is None:
            raise UploadNotFound(GONE)
        expires = found.st_mtime + self._seconds
        return Resumable(upload_id, about.length, certain(folder, found.st_size), about.metadata, expires)

    def hold(self, user: str, upload_id: str) -> HeldUpload:
        """The upload for oneself, until it is closed. Raises UploadNotFound, UploadBusy."""
        folder = self._folder(user, upload_id)
        about = about_of(folder)
        try:
            handle = os.open(folder / "media", os.O_RDWR)
        except FileNotFoundError:
            raise UploadNotFound(GONE) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if about is None or not _is_at(handle, folder / "media"):
                raise UploadNotFound(GONE)
            return HeldUpload(folder, handle, about)
        except BlockingIOError:
            os.close(handle)
            raise UploadBusy("Another request is at work on this upload; ask for its offset and try again.") from None
        except BaseException:
            os.close(handle)
            raise

    def remove(self, user: str, held: HeldUpload) -> None:
        """Remove the upload that one holds."""
        held.remove()
        self._sweep(self._owner(user))

    def remove_of(self, user: str) -> int:
        """Remove all uploads of the user; how many there were."""
        owner = self._owner(user)
        folders = list(_uploads(owner))
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        self._sweep(owner)
        return len(folders)

    def remove_expired(self) -> int:
        """Remove what nobody has added to for too long and nobody is at work on; how many uploads that were."""
        count = 0
        for owner in list(self._root.iterdir()):
            before = len(list(_uploads(owner)))
            count += before - len(list(self._living(owner)))
            self._sweep(owner)
        return count

    def _living(self, owner: Path) -> Iterator[Path]:
        """The owner's uploads; those that have expired go."""
        for folder in list(_uploads(owner)):
            if self._has_expired(folder) and _is_free(folder):
                shutil.rmtree(folder, ignore_errors=True)
            else:
                yield folder

    def _has_expired(self, folder: Path) -> bool:
        """By the last bytes; of an upload whose creation broke off, by the folder."""
        for path in (folder / "media", folder):
            with suppress(FileNotFoundError):
                return time.time() - path.stat().st_mtime > self._seconds
        return False

    def _sweep(self, owner: Path) -> None:
        """Remove the owner's folder where nothing is in it any more."""
        if not owner.exists():
            return
        with _alone(owner):
            if not any(_uploads(owner)):
                shutil.rmtree(owner, ignore_errors=True)

    def _owner(self, user: str) -> Path:
        return self._root / hashlib.sha256(user.encode()).hexdigest()[:32]

    def _folder(self, user: str, upload_id: str) -> Path:
        """Raises UploadNotFound for what is no id or has expired; what expired is as good as gone, removed or not."""
        if not OUR_UUID.fullmatch(upload_id):
            raise UploadNotFound(GONE)
        folder = self._owner(user) / upload_id
        if self._has_expired(folder):
            raise UploadNotFound(GONE)
        return folder


def _make(folder: Path, about: About) -> None:
    """An empty upload, which survives a power cut on return; where it can't be made nothing is left."""
    folder.mkdir()
    try:
        (folder / "about").write_text(json.dumps(asdict(about)))
        (folder / "media").touch()
        for each in (folder / "about", folder, folder.parent, folder.parent.parent):
            sync(each)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _uploads(owner: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield from (path for path in owner.iterdir() if path.name != LOCK)


@contextmanager
def _alone(owner: Path) -> Iterator[None]:
    """The owner's folder, made if need be, for oneself among all processes."""
    handle = _locked(owner / LOCK)
    while not _is_at(handle, owner / LOCK):  # it went while we waited
        os.close(handle)
        handle = _locked(owner / LOCK)
    try:
        yield
    finally:
        os.close(handle)


def _locked(path: Path) -> int:
    while True:
        path.parent.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):  # another removes the folder just now
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(handle, fcntl.LOCK_EX)
            return handle


def _is_at(handle: int, path: Path) -> bool:
    """Whether the open file still is the one at this path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _is_free(folder: Path) -> bool:
    """Whether nobody is at work on the upload."""
    try:
        handle = os.open(folder / "media", os.O_RDWR)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True
