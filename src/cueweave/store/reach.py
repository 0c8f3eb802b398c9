"""What goes wrong between us and the stores, in words for a person."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from redis import exceptions

from cueweave.errors import StoreUnavailable

UNREACHABLE = (
    exceptions.ConnectionError,
    exceptions.TimeoutError,
    exceptions.OutOfMemoryError,
    exceptions.ReadOnlyError,
)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def reaching_redis() -> Iterator[None]:
    """Raises StoreUnavailable where Redis can't be reached or can't take a write."""
    try:
        yield
    except UNREACHABLE as error:
        raise StoreUnavailable("The task store can't be reached right now; please try again later.") from error


@contextmanager
def reaching_files() -> Iterator[None]:
    """Raises StoreUnavailable where the storage is full."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise StoreUnavailable("The storage is full; please try again later.") from error
