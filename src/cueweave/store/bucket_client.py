"""A client of a bucket: how long it waits, and what goes wrong, in words for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from obstore.exceptions import BaseError
from obstore.store import S3Store

from cueweave.errors import StoreUnavailable
from cueweave.store.bucket import Bucket
from cueweave.telemetry import get_logger

ANSWER_WITHIN = timedelta(seconds=60)
"""Of one request: a piece of 8 MiB needs 140 kB/s."""
CONNECT_WITHIN = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(seconds=5)
FULL = ("507", "QuotaExceeded", "XMinioStorageFull", "XMinioStorageQuotaExceeded", "InsufficientStorage")
DENIED = ("401", "403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken")
CODE = re.compile(r"(?:<Code>|\(code: )(\w{1,64})[<)]")
STATUS = re.compile(r"status code: (\d{3})")
log = get_logger(__name__)


def open_bucket(bucket: Bucket, patience: timedelta) -> S3Store:
    """A client of it; nothing is asked yet."""
    told = {
        "endpoint": bucket.endpoint,
        "aws_endpoint_url_s3": bucket.endpoint,  # or one in the environment would go first
        "region": bucket.region,
        "access_key_id": bucket.access_key_id,
        "secret_access_key": bucket.secret_access_key,
        "session_token": bucket.session_token,
    }
    return S3Store(
        bucket.name,
        prefix=bucket.prefix or None,
        config={name: value for name, value in told.items() if value},  # type: ignore[arg-type] # a dict of that shape
        client_options={
            "allow_http": bucket.endpoint.startswith("http://"),  # whoever made the Bucket has allowed it
            "timeout": ANSWER_WITHIN,
            "connect_timeout": CONNECT_WITHIN,
        },
        retry_config={
            "max_retries": 1000,
            "retry_timeout": patience,
            "backoff": {"init_backoff": timedelta(milliseconds=100), "max_backoff": LONGEST_PAUSE, "base": 2},
        },
    )


@contextmanager
def reaching_bucket() -> Iterator[None]:
    """Raises StoreUnavailable where the bucket can't be reached or refuses us; what isn't there is the caller's."""
    try:
        yield
    except (BaseError, PermissionError) as error:
        reason = reason_of(error)
        log.warning("the bucket can't be used", reason=reason)
        raise StoreUnavailable(sentence(reason)) from error
    except FileNotFoundError as error:
        if reason_of(error) != "NoSuchBucket":
            raise
        log.warning("the bucket can't be used", reason="NoSuchBucket")
        raise StoreUnavailable(sentence("NoSuchBucket")) from error


def reason_of(error: Exception) -> str:
    """The store's own code for it, or the status; names of objects, which hold users' names, aren't told."""
    text = str(error)
    found = CODE.search(text) or STATUS.search(text)
    return found[1] if found else "no answer"


def sentence(reason: str) -> str:
    """The same for a person."""
    if reason in FULL:
        return "The storage is full; please try again later."
    if reason == "NoSuchBucket":
        return "The storage's bucket does not exist; its operator must make it."
    if reason in DENIED:
        return "The storage refuses this server; its operator must mend the keys or their rights."
    return "The storage can't be reached right now; please try again later."
