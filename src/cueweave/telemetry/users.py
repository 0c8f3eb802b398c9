"""How users are named in logs: as they are, by a hash that stays the same, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Literal

from structlog.typing import EventDict, WrappedLogger

Naming = Literal["plain", "hashed", "none"]
NOBODY = "-"
"""Stands for the user in a task's id where users are not named."""
HASH_BYTES, LONGEST_KEY = 6, 64
FIELD = "user"
PATH = "path"
"""As a client wrote it: anything may stand in it, and `route` and `task_id` say what matters."""
OWNER = re.compile(
    r"(?i)(?<![A-Z0-9._@|+%-])[A-Z0-9._@|+%-]{1,384}?(?=(?::|%3A)[0-9A-F]{8}-?[0-9A-F]{4}-?[0-9A-F]{4}-?[0-9A-F]{4})",
    re.ASCII,
)
"""The user in any task's id, encoded for an address or not."""


class Users:
    """A step before lines are written: users stand in them as the operator wants it."""

    def __init__(self, naming: Naming, *, key: str = "") -> None:
        """`key`: who doesn't know it can't find a user by hashing all names that there may be."""
        self._naming = naming
        self._key = key.encode()[:LONGEST_KEY]

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        """As structlog wants it."""
        if self._naming == "plain":
            return event
        kept = {name: value for name, value in event.items() if name != PATH}
        if FIELD in kept:
            user = str(kept.pop(FIELD))
            if self._naming == "hashed":
                kept[FIELD] = self.hashed(user)
        return {name: value if name == FIELD else _in_texts(value, self.text) for name, value in kept.items()}

    def text(self, text: str) -> str:
        """The text, in which no task's id names its user."""
        return OWNER.sub(lambda found: NOBODY if self._naming == "none" else self.hashed(found[0]), text)

    def hashed(self, user: str) -> str:
        """The same for the same user and key, in all processes."""
        return "u-" + blake2b(user.encode(), key=self._key, digest_size=HASH_BYTES).hexdigest()


def _in_texts(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: _in_texts(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_texts(each, change) for each in value]
    return value
