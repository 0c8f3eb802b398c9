"""Resumable uploads, as a caller may ask for them, and tasks made of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from cueweave.domain.tasks import Task
from cueweave.errors import TooLarge, UploadBusy, UploadConflict, UploadNotFound
from cueweave.store.held import HeldUpload
from cueweave.store.incoming import Incoming
from cueweave.store.resumable import Most, Resumable, Resumables
from cueweave.work import repeats
from cueweave.work.config import WorkConfig
from cueweave.work.wishes import Wishes

if TYPE_CHECKING:
    from cueweave.work.desk import Desk

__all__ = ["HeldUpload", "Resumable", "Uploads", "resumables", "submit_upload"]

WAIT_STEP = 0.1
PATIENCE = 90.0
"""Seconds for which a repeated hand-in waits for the first one, which looks at the medium for 60 s at most."""


def resumables(config: WorkConfig) -> Resumables:
    """Where they are kept."""
    return Resumables(config.data_dir / "blobs", seconds=config.upload_ttl)


class Uploads:
    """Each raises UploadNotFound where the user has no such upload, StoreUnavailable where the storage is full."""

    def __init__(self, kept: Resumables, config: WorkConfig) -> None:
        self._kept = kept
        self._config = config

    async def create(self, user: str, length: int, *, name: str, metadata: str) -> Resumable:
        """Room for so many bytes. Raises TooLarge, TooManyUploads."""
        config = self._config
        if length > config.max_media_bytes:
            raise TooLarge(f"The upload is larger than the limit of {config.max_media_bytes} bytes.")
        most = Most(config.max_uploads_per_user, config.max_upload_bytes_per_user)
        upload_id = await asyncio.to_thread(self._kept.create, user, length, name=name, metadata=metadata, most=most)
        return await self.look(user, upload_id)

    async def look(self, user: str, upload_id: str) -> Resumable:
        """The upload, as it stands."""
        return await asyncio.to_thread(self._kept.look, user, upload_id)

    @asynccontextmanager
    async def held(self, user: str, upload_id: str, *, within: float = 0.0) -> AsyncIterator[HeldUpload]:
        """The upload for oneself. Raises UploadBusy where others have it for longer than that."""
        upload = await self._hold(user, upload_id, within)
        try:
            yield upload
        finally:
            upload.close()

    async def _hold(self, user: str, upload_id: str, within: float) -> HeldUpload:
        clock = asyncio.get_running_loop().time
        until = clock() + within
        while True:
            try:
                return self._kept.hold(user, upload_id)
            except UploadBusy:
                if clock() >= until:
                    raise
            await asyncio.sleep(WAIT_STEP)

    async def remove(self, user: str, upload: HeldUpload) -> None:
        """Remove the upload that one holds."""
        await asyncio.to_thread(self._kept.remove, user, upload)


async def submit_upload(
    desk: Desk, user: str, upload_id: str, incoming: Incoming, *, wishes: Wishes, once_key: str | None
) -> Task:
    """Make a task of an upload that is whole, and of what came along; the upload is gone then, and stays otherwise.

    Raises UploadNotFound, UploadBusy, UploadConflict beside what `Desk.submit` raises. Under a `once_key` the same
    upload gives the same task, also when it is gone.
    """
    incoming.lent = upload_id
    try:
        async with desk.uploads.held(user, upload_id, within=PATIENCE if once_key else 0.0) as upload:
            if not upload.is_whole:
                raise UploadConflict(
                    f"media_upload: {upload.offset} of {upload.about.length} bytes have arrived; send the rest first."
                )
            await asyncio.to_thread(upload.lend, incoming)
            task = await desk.submit(user, incoming, media_name=upload.about.name, wishes=wishes, once_key=once_key)
            await desk.uploads.remove(user, upload)
    except UploadNotFound:
        task = await _earlier(desk, user, incoming, wishes, once_key)
    except BaseException:
        await incoming.discard()
        raise
    return task


async def _earlier(desk: Desk, user: str, incoming: Incoming, wishes: Wishes, once_key: str | None) -> Task:
    """The task that was made of the upload before. Raises UploadNotFound."""
    try:
        once = await repeats.once(user, once_key, incoming, wishes) if once_key else None
        earlier = await desk.repeats.earlier(once) if once else None
    finally:
        await incoming.discard()
    if earlier is None:
        raise UploadNotFound("media_upload: no such upload, or it has expired, or a task was made of it.")
    return earlier
