"""What a server can be asked, as values."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import httpx

from cueweave.errors import BadInput

TellPercent = Callable[[float], None]
"""Takes how much of an upload has gone, in percent."""
ANSWERS_WITHIN = 120.0
"""Seconds of silence; an upload's answer waits until the medium has been looked at."""
CONNECTS_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Upload:
    """A recording to hand in."""

    media: Path | None
    media_url: str | None
    """Where the server finds it; one of these two is there."""
    subtitles: Path | None
    slides: Path | None
    language: str | None
    callback_url: str | None
    reuse_result: bool | None
    tell_percent: TellPercent


@dataclass(frozen=True, slots=True)
class Question:
    """One request. All of them may be repeated: an upload has an Idempotency-Key, the others change nothing twice."""

    method: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None
    answers_within: float = ANSWERS_WITHIN


def submit(upload: Upload, key: str) -> Question:
    """Hand in a recording; the key stands for this hand-in."""
    return Question("POST", "/process/srt_media/", headers={"Idempotency-Key": key}, upload=upload)


def status(task_id: str, *, wait: int = 0) -> Question:
    """Where the task stands; with `wait` as soon as that changes, and after so many seconds at the latest."""
    params = {"wait": str(wait)} if wait else {}
    return Question("GET", f"{_task(task_id)}/status", params=params, answers_within=wait + 30.0)


def result(task_id: str) -> Question:
    """The result document, in its envelope."""
    return Question("GET", f"{_task(task_id)}/result")


def export(task_id: str, format_name: str, media: str | None) -> Question:
    """The result in another format."""
    more = {"media": media} if media else {}
    return Question("GET", f"{_task(task_id)}/result", params={"format": format_name, **more})


def asset(task_id: str, name: str) -> Question:
    """A picture of the result."""
    return Question("GET", f"{_task(task_id)}/assets/{quote(name, safe='')}")


def cancel(task_id: str) -> Question:
    """Stop the task."""
    return Question("DELETE", _task(task_id))


def page(cursor: str | None) -> Question:
    """A page of the user's tasks; the first without a cursor."""
    return Question("GET", "/users/me/tasks", params={"cursor": cursor} if cursor else {})


def limits() -> Question:
    """What a hand-in may be."""
    return Question("GET", "/limits")


def _task(task_id: str) -> str:
    return f"/tasks/{quote(task_id, safe=':@')}"


@contextmanager
def request_of(http: httpx.Client | httpx.AsyncClient, question: Question) -> Iterator[httpx.Request]:
    """The question as a request, with its files open meanwhile; none is ever whole in memory. Raises BadInput."""
    with ExitStack() as files:
        upload = question.upload
        request = http.build_request(
            question.method,
            question.path,
            params=dict(question.params),
            headers=dict(question.headers),
            timeout=httpx.Timeout(question.answers_within, connect=CONNECTS_WITHIN),
            **(_form(upload, files) if upload else {}),
        )
        if upload and isinstance(request.stream, httpx.SyncByteStream):
            size = int(request.headers["Content-Length"])
            request.stream = Counted(request.stream, size, upload.tell_percent)
        yield request


def _form(upload: Upload, files: ExitStack) -> dict[str, Any]:
    """The medium goes last: what else there is is small. Without a file it is multipart all the same."""
    fields = {
        "language": upload.language,
        "callback_url": upload.callback_url,
        "media_url": upload.media_url,
        "reuse_result": None if upload.reuse_result is None else str(upload.reuse_result).lower(),
    }
    parts = {"srt_file": upload.subtitles, "slides_file": upload.slides, "media_file": upload.media}
    texts = {name: (None, value) for name, value in fields.items() if value}
    opened = {name: (path.name, files.enter_context(_open(path))) for name, path in parts.items() if path}
    return {"files": texts | opened}


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise BadInput(f"Can't read {path}: {error.strerror}.") from None


class Counted(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that tells how much of it has gone; on an event loop, files are read in a thread beside it."""

    def __init__(self, body: httpx.SyncByteStream, size: int, tell_percent: TellPercent) -> None:
        self._body = body
        self._size = size
        self._tell_percent = tell_percent
        self._gone = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._body:
            yield piece
            self._count(piece)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self._body)
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece
            self._count(piece)

    def _count(self, piece: bytes) -> None:
        self._gone += len(piece)
        self._tell_percent(100 * self._gone / self._size)
