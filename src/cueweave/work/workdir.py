"""The folder in which one attempt works, locked for as long as its worker lives."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cueweave.domain.tasks import TaskId
from cueweave.store.full import reaching_files

LOCK = ".lock"
JUST_MADE_SECONDS = 10.0


@contextmanager
def work_dir(root: Path, task_id: TaskId, attempt: int | str) -> Iterator[Path]:
    """An empty folder for this attempt, or for this helper of one; gone afterwards.

    Raises StoreUnavailable where the storage is full.
    """
    folder = root / f"{task_id.key}-{attempt}"
    shutil.rmtree(folder, ignore_errors=True)
    with reaching_files():
        folder.mkdir(parents=True)
        lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def remove_abandoned(root: Path) -> int:
    """Remove the folders of workers that died: those whose lock nobody holds. How many those were."""
    if not root.exists():
        return 0
    abandoned = [folder for folder in root.iterdir() if _is_abandoned(folder)]
    for folder in abandoned:
        shutil.rmtree(folder, ignore_errors=True)
    return len(abandoned)


def _is_abandoned(folder: Path) -> bool:
    try:
        if time.time() - folder.stat().st_mtime < JUST_MADE_SECONDS:
            return False
        lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
