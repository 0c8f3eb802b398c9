"""What a task is and which moves it can make."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from cueweave.errors import BadUserId, TaskNotFound

ORIGINAL = "1"
"""The edition of a result as the work made it."""
USER = re.compile(r"[A-Za-z0-9._@|+-]{1,128}", re.ASCII)
ANY_UUID = re.compile(r"[0-9A-Fa-f-]{32,36}", re.ASCII)
OUR_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
"""As ids are given out."""


class Status(StrEnum):
    """Where a task stands."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing will happen any more."""
        return self in (Status.COMPLETED, Status.FAILED, Status.CANCELLED)


class Stage(StrEnum):
    """What is being done; the stages come in this order."""

    QUEUED = "queued"
    TRANSCRIBING = "transcribing"
    PROCESSING_LLM = "processing_llm"
    ALIGNING = "aligning"
    COMPLETED = "completed"

    @property
    def rank(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)


@dataclass(frozen=True, slots=True)
class TaskId:
    """`USER:UUID`; the user has no colon, so that it splits in one way."""

    user: str
    key: str
    """The UUID, lower case, with dashes."""

    def __str__(self) -> str:
        return f"{self.user}:{self.key}"

    @classmethod
    def new(cls, user: str) -> TaskId:
        """A fresh id for a task of this user."""
        return cls(user=user, key=str(uuid.uuid4()))

    @classmethod
    def parse(cls, text: str) -> TaskId:
        """Read an id as a client wrote it. Raises TaskNotFound: what is no id names no task."""
        user, _, key = text.rpartition(":")
        if not USER.fullmatch(user) or not ANY_UUID.fullmatch(key):
            raise TaskNotFound("Task not found")
        if OUR_UUID.fullmatch(key):
            return cls(user=user, key=key)
        try:
            return cls(user=user, key=str(uuid.UUID(key)))
        except ValueError:
            raise TaskNotFound("Task not found") from None


def check_user(user: str) -> str:
    """The user id itself. Raises BadUserId where it breaks the rules."""
    if USER.fullmatch(user):
        return user
    raise BadUserId("Invalid X-User-ID header: use 1 to 128 characters of A-Z a-z 0-9 . _ - @ | +")


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it is kept; times are UTC, ISO 8601, ending in Z."""

    task_id: str
    status: Status
    stage: Stage
    progress: int
    created_at: str
    updated_at: str
    attempt: int = 0
    """How often a worker has taken it; a write of an older attempt is refused."""
    error_message: str | None = None
    media_name: str = ""
    """What the user called the medium; display text only."""
    has_subtitles: bool = True
    language: str | None = None
    """What the user said is spoken, as a tag of BCP 47."""
    media_seconds: float = 0.0
    """How long the medium is."""
    version: int = 1
    """Of this record's shape."""
    edition: str = ORIGINAL
    """Which edition of the result is the current one: its number and, after edits, a mark that no other has."""
    callback_url: str = field(default="", repr=False)
    """Who is told that it is over; empty: nobody. It may hold secrets of the user's."""
    media_url: str = field(default="", repr=False)
    """Where its medium is fetched; empty: it was handed in. It may hold secrets, too."""
    content: str = ""
    """A digest of all that decides what comes out; empty where results aren't reused."""
    trace: str = ""
    """The span that made it, as W3C's Trace Context names it; empty where nothing is traced."""
