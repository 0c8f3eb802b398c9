"""A hub of models on loopback: what of Hugging Face's protocol a download needs, and its bad days."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.loopback import Loopback

REVISION = "0123456789abcdef0123456789abcdef01234567"


class _Server(ThreadingHTTPServer):
    """Takes no notice of callers that were killed."""

    def handle_error(self, *_: object) -> None:
        """Nothing on stderr."""


@dataclass
class Hub:
    """Has one repository while its block lasts, with the files of a folder; the large one as LFS keeps it."""

    folder: Path
    repository: str = "Systran/faster-whisper-tiny"
    corrupt: bool = False
    """Send another byte at the end of the large file than what is announced."""
    stalls_after: int | None = None
    """Send so many bytes of the large file, then nothing until the block ends."""
    status: int = 200
    """With which it describes the repository."""
    asked: list[str] = field(default_factory=list)
    """The names of files that were fetched."""

    def __post_init__(self) -> None:
        self.stalled = threading.Event()
        self._closing = threading.Event()

    @property
    def url(self) -> str:
        """What HF_ENDPOINT is to be."""
        return self._loopback.address

    def __enter__(self) -> Hub:
        self._loopback = Loopback(self._handler(), _Server)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._loopback.close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                hub._answer(self, with_body=True)

            def do_HEAD(self) -> None:
                hub._answer(self, with_body=False)

            def log_message(self, *_: object) -> None:
                """Nothing on stderr."""

        return Handler

    def _answer(self, handler: BaseHTTPRequestHandler, *, with_body: bool) -> None:
        path = handler.path.partition("?")[0]
        file = self.folder / path.rpartition("/")[2]
        if path == f"/api/models/{self.repository}":
            _send(handler, self.status, {"Content-Type": "application/json"}, json.dumps(self._about()).encode())
        elif path.startswith(f"/{self.repository}/resolve/{REVISION}/") and file.is_file():
            self._send_file(handler, file, with_body=with_body)
        else:
            _send(handler, 404, {"X-Error-Code": "RepoNotFound"}, b"")

    def _about(self) -> dict[str, object]:
        files = []
        for file in sorted(self.folder.iterdir()):
            data = file.read_bytes()
            about: dict[str, object] = {"rfilename": file.name, "size": len(data), "blobId": _blob(data)}
            if file.name == "model.bin":
                about["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
            files.append(about)
        return {"id": self.repository, "modelId": self.repository, "sha": REVISION, "siblings": files}

    def _send_file(self, handler: BaseHTTPRequestHandler, file: Path, *, with_body: bool) -> None:
        data = file.read_bytes()
        is_large = file.name == "model.bin"
        etag = hashlib.sha256(data).hexdigest() if is_large else _blob(data)
        if is_large and self.corrupt:
            data = data[:-1] + bytes([data[-1] ^ 1])
        handler.send_response(200)
        for name, value in {"ETag": f'"{etag}"', "X-Repo-Commit": REVISION, "Content-Length": str(len(data))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        if not with_body:
            return
        self.asked.append(file.name)
        if is_large and self.stalls_after is not None:
            handler.wfile.write(data[: self.stalls_after])
            handler.wfile.flush()
            self.stalled.set()
            self._closing.wait()
            return
        handler.wfile.write(data)


def _send(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes) -> None:
    handler.send_response(status)
    for name, value in {**headers, "Content-Length": str(len(body))}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def _blob(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
