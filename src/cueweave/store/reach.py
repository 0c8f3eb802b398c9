"""What goes wrong between us and Redis, in words for a person."""

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


@contextmanager
def reaching_redis() -> Iterator[None]:
    """Raises StoreUnavailable where Redis can't be reached or can't take a write."""
    try:
        yield
    except UNREACHABLE as error:
        raise StoreUnavailable("The task store can't be reached right now; please try again later.") from error
