"""The flow of the document by a client that was generated from it; argv: address, user, subtitles, medium."""

from __future__ import annotations

import io
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

URL, USER = sys.argv[1:3]
SUBTITLES, MEDIUM = map(Path, sys.argv[3:5])
PACKAGE = "cueweave_generated"


def operation(tag: str, name: str) -> Any:
    """A module of the client."""
    return import_module(f"{PACKAGE}.api.{tag}.{name}")


def main() -> None:
    """Submit by both ways, follow one to its result, cancel the other."""
    models, types = import_module(f"{PACKAGE}.models"), import_module(f"{PACKAGE}.types")
    client = import_module(f"{PACKAGE}.client").Client(base_url=URL, headers={"X-User-ID": USER}, timeout=60)

    def file(path: Path) -> Any:
        return types.File(payload=io.BytesIO(path.read_bytes()), file_name=path.name)

    def create(**medium: Any) -> Any:
        body = models.CreateTaskBody(srt_file=file(SUBTITLES), **medium)
        return operation("process", "create_task").sync(client=client, body=body)

    data = MEDIUM.read_bytes()
    version = models.CreateUploadTusResumable.VALUE_0
    begun = operation("uploads", "create_upload").sync_detailed(
        client=client, upload_length=str(len(data)), tus_resumable=version, body=types.UNSET
    )
    upload = begun.headers["location"].rpartition("/")[2]
    added = operation("uploads", "add_to_upload").sync_detailed(
        upload_id=upload,
        client=client,
        body=types.File(payload=data),
        upload_offset="0",
        tus_resumable=models.AddToUploadTusResumable.VALUE_0,
    )
    task = create(media_file=file(MEDIUM))
    status = None
    while status is None or status.status in ("pending", "processing"):
        status = operation("tasks", "get_status").sync(task.task_id, client=client, wait=10)
    result = operation("tasks", "get_result").sync(task.task_id, client=client)
    other = create(media_upload=upload)
    cancelled = operation("tasks", "cancel_task").sync(other.task_id, client=client)
    gone = operation("tasks", "get_status").sync(f"{USER}:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b", client=client)
    told = {
        "added": int(added.status_code),
        "status": status.status,
        "words": [word.word for each in result.result.paragraphs for word in each.words],
        "cancelled": cancelled.status,
        "gone": gone.detail,
    }
    print(json.dumps(told))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main()
