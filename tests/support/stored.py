"""What tests put into a storage."""

from __future__ import annotations

from pathlib import Path

from cueweave.domain.tasks import TaskId
from cueweave.store.incoming import Incoming
from cueweave.store.storage import Storage


def received(storage: Storage, media: bytes = b"media", subtitles: bytes | None = b"subtitles") -> Incoming:
    """An upload that has arrived."""
    incoming = storage.receive()
    for name, data in (("media", media), ("subtitles", subtitles)):
        if data is not None:
            incoming.open(name).write(data)
    incoming.close()
    return incoming


def accepted(storage: Storage, user: str = "ada", media: bytes = b"media") -> TaskId:
    """A task whose upload is there."""
    task_id = TaskId.new(user)
    storage.accept(received(storage, media), task_id)
    return task_id


def edited(storage: Storage) -> TaskId:
    """A task whose original result and two edits are there."""
    task_id = accepted(storage)
    for edition in ("1", "2-a", "3-b"):
        assert storage.keep_edition(task_id, edition, f"edition {edition}".encode())
    return task_id


def made(folder: Path) -> tuple[Path, Path]:
    """A result and a folder of one picture, as a process leaves them."""
    (folder / "assets").mkdir(parents=True)
    (folder / "result.json").write_bytes(b"{}")
    (folder / "assets" / "slide-1.jpg").write_bytes(b"picture")
    return folder / "result.json", folder / "assets"


def files(root: Path) -> set[str]:
    """The files below the folder."""
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
