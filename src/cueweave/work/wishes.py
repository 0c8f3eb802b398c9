"""What a user asks for beside the files of an upload."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """All of it decides what becomes of the upload."""

    language: str | None = None
    """What is spoken, as a tag of BCP 47."""
    callback_url: str = ""
    """Who is told that the task is over, as `Deliveries.address` gave it; empty: whom the server always tells."""
