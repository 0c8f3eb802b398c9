"""Results that a user has already, which may stand in for work on the same content again."""

from __future__ import annotations

import asyncio
import hashlib

import cueweave
from cueweave.domain.tasks import ORIGINAL, Status, Task, TaskId
from cueweave.errors import BadInput
from cueweave.store.incoming import PARTS, Incoming
from cueweave.store.once import Once
from cueweave.store.storage import Storage
from cueweave.store.tasks import TaskStore
from cueweave.telemetry import get_logger, task_context
from cueweave.work.config import WorkConfig
from cueweave.work.repeats import Repeats
from cueweave.work.wishes import Wishes

FIELD = "reuse_result"
WORDS = {"true": True, "false": False}
log = get_logger(__name__)


class Reuse:
    """Of one user's own tasks only. Raises StoreUnavailable as the desk."""

    def __init__(self, store: TaskStore, blobs: Storage, config: WorkConfig, repeats: Repeats) -> None:
        self._store = store
        self._blobs = blobs
        self._config = config
        self._repeats = repeats

    @property
    def is_possible(self) -> bool:
        """Whether the operator allows it; where not, nothing is remembered of what comes."""
        return self._config.reuse_results != "off"

    def wanted(self, told: str) -> bool:
        """What a user says in the form's field, or else the operator. Raises BadInput."""
        if told and told not in WORDS:
            raise BadInput(f"{FIELD}: write true or false, or leave the field out.")
        return self.is_possible and WORDS.get(told, self._config.reuse_results == "always")

    async def content(self, incoming: Incoming, wishes: Wishes) -> str:
        """A digest of all that decides what comes out; empty where none is wanted, or the medium is still to come."""
        if not self.is_possible or incoming.media_url:
            return ""
        return await asyncio.to_thread(_digest, incoming, wishes, self._made_by())

    def _made_by(self) -> tuple[str, ...]:
        """What others would perhaps make something else of."""
        config = self._config
        llm = f"{config.llm.model} at {config.llm.address}" if config.llm else ""
        return cueweave.__version__, config.engine.name, llm, str(config.diarizer or "")

    async def earlier(self, user: str, once: Once | None, content: str) -> Task | None:
        """The task that the same key brought before, or the same content did; the key stands for it then, too.

        Raises KeyReused.
        """
        if once and (repeated := await self._repeats.earlier(once)):
            return repeated
        made = await self._made_of(user, content)
        if made is None:
            return None
        with task_context(made.task_id):
            log.info("earlier result named again")
        return await self._repeats.claim(once, made) if once else made

    async def _made_of(self, user: str, content: str) -> Task | None:
        """The user's last completed task of this content, if a new one would have nothing that it hasn't."""
        task = await self._store.made_of(user, content) if content else None
        if task is None or task.status is not Status.COMPLETED or task.edition != ORIGINAL:
            return None
        is_whole = not self._config.keep_media or await self._blobs.has_medium(TaskId.parse(task.task_id))
        return task if is_whole else None


def _digest(incoming: Incoming, wishes: Wishes, made_by: tuple[str, ...]) -> str:
    whole = hashlib.sha256(repr((made_by, wishes.language)).encode())
    for name in PARTS:
        whole.update(f"\n{name} ".encode() + (incoming.digest(name) or b""))
    return whole.hexdigest()
