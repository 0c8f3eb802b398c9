"""Bytes on their way between files and a bucket, some of them in memory at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import obstore
from obstore.store import S3Store

from cueweave.store.full import reaching_files
from cueweave.store.names import is_kept
from cueweave.store.plain_files import found_in, opened, placed

PART_BYTES = 8 * 1024**2
"""Of a file on its way to the bucket; the protocol allows 10,000 of them, 78 GiB."""
PARTS_AT_ONCE = 2
PIECE_BYTES = 2 * 1024**2
"""Of an object on its way to somebody: each is a request of its own, so that nobody's slowness holds one open."""
BINARY = "application/octet-stream"


def put(store: S3Store, key: str, folder: Path, name: str, content_type: str = BINARY) -> None:
    """Put the file of this name below the folder there, whole. Raises FileNotFoundError, and what obstore raises."""
    with opened(folder, name) as file:
        obstore.put(
            store,
            key,
            file,
            attributes={"Content-Type": content_type},
            chunk_size=PART_BYTES,
            max_concurrency=PARTS_AT_ONCE,
        )


async def pieces(store: S3Store, key: str, start: int, end: int) -> AsyncIterator[bytes]:
    """The object's bytes from the first place up to the second one."""
    for at in range(start, end, PIECE_BYTES):
        yield bytes(await obstore.get_range_async(store, key, start=at, end=min(at + PIECE_BYTES, end)))


async def fetch(store: S3Store, key: str, folder: Path, name: str) -> None:
    """Write the object into a new file of this name below the folder. When cancelled, it ends after the piece at hand.

    Raises FileNotFoundError where there is no such object, StoreUnavailable where the file's disk is full.
    """
    size = (await obstore.head_async(store, key))["size"]
    with reaching_files(), placed(folder, name) as file:
        async for piece in pieces(store, key, 0, size):
            await asyncio.to_thread(file.write, piece)


async def fetch_missing(store: S3Store, prefix: str, folder: Path) -> None:
    """Write the objects below the prefix, as far as attempts keep such, into files that the folder hasn't yet."""
    here = {found.name for found in await asyncio.to_thread(found_in, folder)}
    listed = await obstore.list(store, prefix, chunk_size=1000).collect_async()
    names = (each["path"].removeprefix(f"{prefix}/") for each in listed)
    for name in names:
        if name not in here and is_kept(name):
            with suppress(FileNotFoundError):  # it went meanwhile
                await fetch(store, f"{prefix}/{name}", folder, name)
