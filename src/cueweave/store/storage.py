"""Where the files of tasks are kept: what every kind of storage promises."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cueweave.domain.tasks import ORIGINAL, TaskId
from cueweave.store.incoming import Incoming
from cueweave.store.space import Disk


@dataclass(frozen=True, slots=True)
class FileSource:
    """A medium that lies in a file."""

    path: Path
    stat: os.stat_result
    head: bytes
    """How it begins, for whoever tells its type."""


@dataclass(frozen=True, slots=True)
class ObjectSource:
    """A medium that lies in a bucket."""

    size: int
    etag: str
    """Strong, in its quotes."""
    modified: float
    """Seconds since 1970."""
    head: bytes
    read: Callable[[int, int], AsyncIterator[bytes]]
    """The bytes from the first place up to the second one, piece by piece."""
    address: Callable[[str], Awaitable[str]] | None
    """Where a client may fetch it by this method for a while; None: it may not."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What there is of one task, as far as clean-up needs to know."""

    task_id: TaskId
    medium: tuple[int, float] | None
    """Its bytes, and when the last of them came, in seconds since 1970."""
    has_aids: bool
    """Whether there is something that only the work needs."""
    editions: frozenset[str]
    """The names of the files of edited results."""


class Kept(Protocol):
    """What attempts at a task leave for one another, at hand while one of them works."""

    @property
    def folder(self) -> Path:
        """For processes; whoever leaves something makes it."""
        ...

    def give(self) -> None:
        """Let others have what is new in the folder. Raises StoreUnavailable."""
        ...

    async def take(self) -> None:
        """Have what others heard since. Raises StoreUnavailable."""
        ...


class Storage(Protocol):
    """Everything that reaches for files raises StoreUnavailable where the storage can't be used or is full."""

    clean_seconds: float
    """How often it may be looked through: what that costs differs."""

    def receive(self) -> Incoming:
        """Room for an upload, in files of this machine."""
        ...

    def accept(self, incoming: Incoming, task_id: TaskId) -> None:
        """Make the upload the task's: all of it or nothing."""
        ...

    async def fetch(self, task_id: TaskId, folder: Path) -> Mapping[str, Path] | None:
        """What was handed in, as files by the names of PARTS, in `folder` if need be; None when the medium has gone."""
        ...

    async def has_medium(self, task_id: TaskId) -> bool:
        """Whether it has come and not gone."""
        ...

    async def subtitles(self, task_id: TaskId, folder: Path) -> Path | None:
        """The subtitles alone, in `folder` if need be; None where none came."""
        ...

    def take_medium(self, incoming: Incoming, task_id: TaskId) -> bool:
        """Make a medium that was fetched the task's; False where the task's files are gone."""
        ...

    async def open_kept(self, task_id: TaskId, folder: Path) -> Kept:
        """What earlier attempts left, at hand in `folder` if need be."""
        ...

    def keeps(self, task_id: TaskId, name: str) -> bool:
        """Whether an attempt has left this for the others."""
        ...

    def keep_heard(self, task_id: TaskId, folder: Path) -> None:
        """Keep what a helper heard and left in its folder; nothing happens where the task's attempts keep no more."""
        ...

    def keep(self, task_id: TaskId, result: Path, assets: Path) -> None:
        """Keep result and assets; on return they survive a power cut."""
        ...

    async def result(self, task_id: TaskId, edition: str = ORIGINAL) -> bytes | None:
        """This edition of the result document, if there is one."""
        ...

    def keep_edition(self, task_id: TaskId, edition: str, document: bytes) -> bool:
        """Keep an edited result; on return it survives a power cut. False where the task's files are gone."""
        ...

    def drop_edition(self, task_id: TaskId, edition: str) -> None:
        """Remove an edition that did not become the current one."""
        ...

    def retire_edition(self, task_id: TaskId, edition: str) -> None:
        """Another edition has taken this one's place, from now on: it goes later, the first one never."""
        ...

    def remove_editions(self, task_id: TaskId, *, but: str) -> None:
        """Remove what is left of edits, but the first and the current edition and what is recent."""
        ...

    def assets(self, task_id: TaskId) -> frozenset[str]:
        """The names of the files that the result may refer to."""
        ...

    async def asset(self, task_id: TaskId, name: str) -> bytes | None:
        """A file of the result; a name with a path in it names none."""
        ...

    async def medium(self, task_id: TaskId) -> FileSource | ObjectSource | None:
        """What was handed in, to be read by a client; None when it has gone."""
        ...

    def remove_aids(self, task_id: TaskId) -> None:
        """Remove what only the work needs: all that was handed in but the medium, and what attempts left."""
        ...

    def remove_medium(self, task_id: TaskId) -> None:
        """Remove what was handed in; the result stays."""
        ...

    def remove(self, task_id: TaskId) -> None:
        """Remove all files of the task."""
        ...

    def remove_forgotten(self, *, older_than: float) -> int:
        """Remove what belongs to no task and nobody has written to for so many seconds; how many that were."""
        ...

    def holdings(self, *, older_than: float) -> Iterator[Holding]:
        """What there is of the tasks that have had files for at least so many seconds."""
        ...

    def used(self) -> int:
        """Bytes of all files; every one of them is looked at."""
        ...

    def disk(self) -> Disk | None:
        """Where the files lie; None where there is no such thing, or it can't be told."""
        ...

    def check(self) -> None:
        """Write and remove something small. Raises StoreUnavailable where that doesn't work."""
        ...
