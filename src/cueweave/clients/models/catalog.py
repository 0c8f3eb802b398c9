"""Names of Whisper models in the form that faster-whisper loads, and which of them suits a machine."""

from __future__ import annotations

import re

GIB = 1024**3
REPOSITORIES = {
    "tiny": "Systran/faster-whisper-tiny",
    "tiny.en": "Systran/faster-whisper-tiny.en",
    "base": "Systran/faster-whisper-base",
    "base.en": "Systran/faster-whisper-base.en",
    "small": "Systran/faster-whisper-small",
    "small.en": "Systran/faster-whisper-small.en",
    "medium": "Systran/faster-whisper-medium",
    "medium.en": "Systran/faster-whisper-medium.en",
    "large-v2": "Systran/faster-whisper-large-v2",
    "distil-large-v3": "Systran/faster-distil-whisper-large-v3",
    "large-v3-turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
    "large-v3": "Systran/faster-whisper-large-v3",
}
"""From the quickest to the best, nearly; all under the MIT licence."""
OF_THE_HUB = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
BY_MACHINE = (
    # at least so many processors and so much memory
    (16, 8 * GIB, "large-v3-turbo"),
    (4, 4 * GIB, "small"),
    (2, 2 * GIB, "base"),
)
"""Chosen so that a CPU hears faster than people speak, with room for the alignment that follows."""


def repository(name: str) -> str | None:
    """Where the hub has that model; None for a name that is none."""
    return REPOSITORIES.get(name) or (name if OF_THE_HUB.fullmatch(name) else None)


def suited_to(*, processors: int, memory: int, cuda: bool) -> str:
    """The best model for a machine of several languages' speech; `memory` in bytes is what one task may have."""
    if cuda:
        return "large-v3-turbo"
    fits = (name for least, room, name in BY_MACHINE if processors >= least and memory >= room)
    return next(fits, "tiny")


def best_of(names: list[str], wanted: str) -> str | None:
    """What to take of those that are there: the one that suits, else the next better one below it, else any."""
    if wanted in names or not names:
        return wanted if names else None
    ranks = list(REPOSITORIES)
    smaller = [name for name in ranks[: ranks.index(wanted)] if name in names]
    return smaller[-1] if smaller else min(names, key=lambda name: (ranks.index(name) if name in ranks else 99, name))
