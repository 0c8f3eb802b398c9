"""The storage that is configured."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from cueweave.store.blobs import Blobs
from cueweave.store.bucket import Bucket
from cueweave.store.storage import Storage


def open_storage(folder: Path, bucket: Bucket | None, patience: timedelta) -> Storage:
    """The bucket, with uploads on their way in below the folder, or else the folder itself.

    `patience`: for how long what a bucket doesn't answer is tried again.
    """
    if bucket is None:
        return Blobs(folder)
    from cueweave.store.bucket_client import open_bucket  # its library: whoever uses a folder has no need of it
    from cueweave.store.objects import Objects

    return Objects(open_bucket(bucket, patience), folder / "incoming", presigns=bucket.presign)
