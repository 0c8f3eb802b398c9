"""How long a server wants to be left alone."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime


def told_wait(retry_after: str) -> float | None:
    """Seconds from now, of a `Retry-After` that is a number or a date (RFC 9110, 10.2.3); None where it is neither."""
    told = retry_after.strip()
    if told.isascii() and told.replace(".", "", 1).isdigit():
        return float(told)
    try:
        return max(parsedate_to_datetime(told).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
