"""Who speaks when, told by voices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceTurn:
    """One person speaks from `start` to `end`, in seconds."""

    start: float
    end: float
    speaker: str
    """A label: the same voice has the same one throughout the recording."""
