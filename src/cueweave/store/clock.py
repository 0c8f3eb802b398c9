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
    return Now(text=_spelled(moment), milliseconds=int(moment.timestamp() * 1000))


def text_of(milliseconds: int) -> str:
    """A moment since 1970, as `Now.text` spells it."""
    return _spelled(datetime.fromtimestamp(milliseconds / 1000, UTC))


def _spelled(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
