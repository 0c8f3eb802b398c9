"""Which recordings were handed in already: a small file, so that a stopped run goes on with its tasks."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TypedDict

from cueweave.cli.batch.jobs import PART, Job
from cueweave.errors import SetupError

NAME = ".cueweave-tasks.json"


class Entry(TypedDict):
    """What is known of one recording."""

    media: str
    task_id: str | None
    attempt: int
    """Goes up when its task has ended badly: an Idempotency-Key stands for one task only."""


class Memory:
    """The file, written anew with each change. It goes with its last entry."""

    def __init__(self, folder: Path, asked: str) -> None:
        """`asked`: the server and as whom; another one knows nothing of these tasks. Raises SetupError."""
        self._file = folder / NAME
        self._asked = asked
        try:
            self._entries = _read(self._file.read_bytes())
        except FileNotFoundError:
            self._entries = {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise SetupError(f"Can't read {self._file}: delete it to hand everything in anew.") from None

    def task_id(self, job: Job) -> str | None:
        """Of the task that is under way."""
        return self._entry(job)["task_id"]

    def key(self, job: Job) -> str:
        """The Idempotency-Key: who is stopped before the answer came gets the same task by it."""
        return f"{self._digest(job)}-{self._entry(job)['attempt']}"

    def handed_in(self, job: Job, task_id: str) -> None:
        """A task is under way."""
        self._keep(job, {**self._entry(job), "task_id": task_id})

    def ended_badly(self, job: Job) -> None:
        """It failed, was cancelled, or is gone: next time it is handed in anew."""
        entry = self._entry(job)
        self._keep(job, {**entry, "task_id": None, "attempt": entry["attempt"] + 1})

    def done(self, job: Job) -> None:
        """Nothing is left to remember."""
        if self._entries.pop(self._digest(job), None):
            self._save()

    def _entry(self, job: Job) -> Entry:
        return self._entries.get(self._digest(job), {"media": job.name, "task_id": None, "attempt": 1})

    def _keep(self, job: Job, entry: Entry) -> None:
        self._entries[self._digest(job)] = entry
        self._save()

    def _save(self) -> None:
        part = self._file.with_name(NAME + PART)
        try:
            if not self._entries:
                self._file.unlink(missing_ok=True)
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._entries, indent=2))
            part.replace(self._file)
        except OSError as error:
            raise SetupError(f"Can't write {self._file}: {error.strerror}.") from None

    def _digest(self, job: Job) -> str:
        """Of the names, sizes and times of what is handed in: gigabytes are not read for it."""
        facts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in job.inputs]
        return hashlib.sha256(repr((self._asked, job.name, facts, job.language)).encode()).hexdigest()[:32]


def _read(data: bytes) -> dict[str, Entry]:
    """Raises ValueError, KeyError, TypeError or AttributeError where somebody else has written it."""
    return {
        str(digest): Entry(media=str(each["media"]), task_id=each["task_id"], attempt=int(each["attempt"]))
        for digest, each in json.loads(data).items()
    }
