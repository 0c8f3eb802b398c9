"""A disk that is full, in words for a person."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from cueweave.errors import StoreUnavailable

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def reaching_files() -> Iterator[None]:
    """Raises StoreUnavailable where the storage is full."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise StoreUnavailable("The storage is full; please try again later.") from error
