"""The time, as the store writes it down."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Now:
    """One moment in both spellings."""

    text: str
    """UTC, ISO 8601, ending in Z."""
    milliseconds: int
    """Since 1970, to sort by."""


def now() -> Now:
    """This moment."""
    moment = datetime.now(UTC)
    text = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return Now(text=text, milliseconds=int(moment.timestamp() * 1000))
