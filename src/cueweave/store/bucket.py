"""A bucket of an S3-compatible object store: where it is, and how long whoever asks it is patient."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

BRIEF = timedelta(seconds=10)
"""For so long a request that somebody waits for is tried again."""
PATIENT = timedelta(minutes=4)
"""For so long one is whose work would be lost; a signature holds for five minutes."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """Which one, and what lets us in. Without keys, the machine's role does, as with all tools for S3."""

    name: str
    prefix: str = ""
    """What the names of all our objects begin with, without a slash at its ends."""
    endpoint: str = ""
    """Empty: that of AWS in this region."""
    region: str = "us-east-1"
    access_key_id: str = field(default="", repr=False)
    secret_access_key: str = field(default="", repr=False)
    session_token: str = field(default="", repr=False)
    presign: bool = False
    """Whether clients fetch media from the bucket itself, by addresses that we sign."""

    @property
    def address(self) -> str:
        """For people."""
        return f"s3://{self.name}/{self.prefix}".rstrip("/")

    @property
    def origin(self) -> str:
        """Where signed addresses lead, as a content security policy names it."""
        parts = urlsplit(self.endpoint or f"https://s3.{self.region}.amazonaws.com")
        return f"{parts.scheme}://{parts.netloc}"
