"""A medium in a bucket, as clients read it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import obstore
from obstore.store import S3Store

from cueweave.domain.media_types import HEAD
from cueweave.store import carrying
from cueweave.store.bucket_client import reaching_bucket
from cueweave.store.storage import ObjectSource

SIGNED_FOR = timedelta(hours=1)
"""So long an address that a client is sent to holds; browsers go on with it while they play."""


async def source_of(store: S3Store, key: str, *, presigns: bool) -> ObjectSource | None:
    """The object, if there is one. Raises StoreUnavailable."""
    try:
        with reaching_bucket():
            found = await obstore.get_async(store, key, options={"range": (0, HEAD)})
            head = bytes(await found.bytes_async())
    except FileNotFoundError:
        return None
    return ObjectSource(
        size=found.meta["size"],
        etag=found.meta["e_tag"] or "",
        modified=found.meta["last_modified"].timestamp(),
        head=head,
        read=partial(_read, store, key),
        address=partial(_address, store, key) if presigns else None,
    )


async def _read(store: S3Store, key: str, start: int, end: int) -> AsyncIterator[bytes]:
    with reaching_bucket():
        async for piece in carrying.pieces(store, key, start, end):
            yield piece


async def _address(store: S3Store, key: str, method: str) -> str:
    with reaching_bucket():
        return await obstore.sign_async(store, "HEAD" if method == "HEAD" else "GET", key, SIGNED_FOR)
