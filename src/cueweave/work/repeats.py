"""Hand-ins that a client repeats, since it can't know whether the first one arrived."""

from __future__ import annotations

import asyncio
import hashlib

from cueweave.domain.tasks import Task
from cueweave.errors import KeyReused
from cueweave.store import keys
from cueweave.store.incoming import PARTS, Incoming
from cueweave.store.once import Once
from cueweave.store.tasks import TaskStore
from cueweave.work.wishes import Wishes

CHANGED = "This Idempotency-Key came with another recording, subtitles, slides or other fields before: use a new key."


class Repeats:
    """What came under which of a user's keys. Raises StoreUnavailable where Redis can't be reached."""

    def __init__(self, store: TaskStore) -> None:
        self._store = store

    async def knows(self, user: str, key: str) -> bool:
        """Whether a task stands for this key."""
        return await self._store.earlier(keys.once(user, key)) is not None

    async def earlier(self, once: Once) -> Task | None:
        """The task that the same body made under the same key, if one did. Raises KeyReused for another body."""
        found = await self._store.earlier(once.name)
        if found is None:
            return None
        task, body = found
        if body != once.body:
            raise KeyReused(CHANGED)
        return task

    async def claim(self, once: Once, task: Task) -> Task:
        """The task, for which the key stands from now on; or the one for which it stands by now. Raises KeyReused."""
        verdict = await self._store.move.claim(task, once)
        if verdict == "changed":
            raise KeyReused(CHANGED)
        return (await self.earlier(once) or task) if verdict == "repeated" else task


async def once(user: str, key: str, incoming: Incoming, wishes: Wishes) -> Once:
    """The key, and a digest of all that decides what becomes of the upload. File names don't.

    A medium that came as a resumable upload counts by that one's id: when the request is repeated, the bytes are gone.
    """
    return Once(keys.once(user, key), await asyncio.to_thread(_digest, incoming, wishes))


def _digest(incoming: Incoming, wishes: Wishes) -> str:
    whole = hashlib.sha256(repr((wishes, incoming.media_url)).encode())
    if incoming.lent:
        whole.update(f"upload {incoming.lent}".encode())
    for name in PARTS[1:] if incoming.lent else PARTS:
        if digest := incoming.digest(name):
            # the same bytes as subtitles would be another upload
            whole.update((b"slides" if name == "slides" else b"") + digest)
    return whole.hexdigest()
