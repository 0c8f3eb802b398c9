"""Where the files of tasks are kept, as the operator has set it; and whether it works."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cueweave.clients.loopback import is_loopback
from cueweave.errors import SetupError

if TYPE_CHECKING:
    from pydantic import SecretStr

    from cueweave.settings import Settings
    from cueweave.store.bucket import Bucket

NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", re.ASCII)
"""Of a bucket, as S3 has it."""
PREFIX = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", re.ASCII)
ENDPOINT = re.compile(r"https?://([A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?", re.ASCII)
"""Its host stands in a content security policy, where a blank or a semicolon would change the rest."""
LOOKING = timedelta(seconds=5)
"""So long `doctor` tries."""


def bucket(settings: Settings) -> Bucket | None:
    """The one of CUEWEAVE_STORAGE; None: files are kept in the data folder. Raises SetupError."""
    if not settings.storage:
        return None
    from cueweave.store.bucket import Bucket

    scheme, _, rest = settings.storage.partition("://")
    name, _, prefix = rest.strip("/").partition("/")
    if scheme != "s3" or not NAME.fullmatch(name) or (prefix and not _is_prefix(prefix)):
        raise SetupError("CUEWEAVE_STORAGE is no bucket: write it like s3://bucket or s3://bucket/prefix.")
    key_id, key = _told(settings.s3_key_id), _told(settings.s3_key)
    if bool(key_id) != bool(key):
        raise SetupError("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY belong together: set both or none.")
    return Bucket(
        name=name,
        prefix=prefix,
        endpoint=_endpoint(settings),
        region=settings.s3_region or "us-east-1",
        access_key_id=key_id,
        secret_access_key=key,
        session_token=_told(settings.s3_session_token),
        presign=settings.s3_presign,
    )


def _is_prefix(text: str) -> bool:
    return PREFIX.fullmatch(text) is not None and not {".", ".."} & set(text.split("/"))


def _told(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _endpoint(settings: Settings) -> str:
    """Raises SetupError where keys and recordings would travel for all to read."""
    address = (settings.s3_endpoint or "").rstrip("/")
    if address and not ENDPOINT.fullmatch(address):
        raise SetupError("AWS_ENDPOINT_URL is no address: write it like https://objects.example.org.")
    parts = urlsplit(address)
    if parts.scheme == "http" and not settings.s3_allow_http and not is_loopback(parts.hostname or ""):
        raise SetupError(
            "AWS_ENDPOINT_URL is http, where everybody on the way can read recordings: use https, or "
            "set CUEWEAVE_S3_ALLOW_HTTP=1 where the way is your own."
        )
    return address


def look(found: Bucket) -> tuple[str, str]:
    """What is wrong with the bucket, and how to mend it; empty where it can be written, read, listed and emptied."""
    from obstore.exceptions import BaseError

    from cueweave.store.bucket_client import open_bucket, reason_of, sentence
    from cueweave.store.objects import try_all

    try:
        try_all(open_bucket(found, LOOKING))
    except (BaseError, OSError) as error:
        reason = reason_of(error)
        return f"{sentence(reason).rstrip('.')} ({reason})", MENDS.get(reason, "Check AWS_ENDPOINT_URL and the bucket.")
    return "", ""


MENDS = {
    "NoSuchBucket": "Make the bucket, or correct CUEWEAVE_STORAGE.",
    "AccessDenied": "Give the keys the rights that docs/object-storage.md lists.",
    "InvalidAccessKeyId": "Correct AWS_ACCESS_KEY_ID.",
    "SignatureDoesNotMatch": "Correct AWS_SECRET_ACCESS_KEY and AWS_REGION.",
    "ExpiredToken": "AWS_SESSION_TOKEN has run out: fetch new keys.",
}
