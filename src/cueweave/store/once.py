"""What a client wants done once, however often it asks."""

from dataclasses import dataclass

REMEMBERED = 24 * 3600
"""Seconds for which a key stands for its task."""


@dataclass(frozen=True, slots=True)
class Once:
    """One of a client's keys, and what it sent with it."""

    name: str
    """Of the key in Redis."""
    body: str
    """A digest of what was sent."""
