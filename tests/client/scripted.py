"""A server that answers as it is told, one answer a question, and remembers the questions."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Told:
    """An answer; status 0: the connection is closed without one."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Scripted:
    """The running server."""

    url: str
    questions: list[tuple[str, dict[str, str]]]
    """Paths and headers."""


@contextmanager
def answering(*script: Told) -> Iterator[Scripted]:
    """Answer so, one after the other; the last one for ever."""
    left = list(script)
    questions: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self._read_through(int(self.headers.get("Content-Length", 0)))
            questions.append((self.path, dict(self.headers)))
            told = left.pop(0) if len(left) > 1 else left[0]
            if not told.status:
                self.close_connection = True
                return
            body = told.body if isinstance(told.body, bytes) else json.dumps(told.body).encode()
            self.send_response(told.status)
            for name, value in {"Content-Length": str(len(body)), **told.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _read_through(self, size: int) -> None:
            while size and (data := self.rfile.read(min(size, 2**20))):
                size -= len(data)

        do_GET = do_POST = do_DELETE = _answer  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Scripted(f"http://127.0.0.1:{server.server_port}", questions)
        finally:
            server.shutdown()
            thread.join()


def task(status: str = "processing", **more: Any) -> dict[str, Any]:
    """What a status answer says."""
    times = {"created_at": "2026-01-17T10:00:00.000Z", "updated_at": "2026-01-17T10:00:00.000Z"}
    return {"task_id": "ada:x", "status": status, "stage": "aligning", "progress": 40, **times, **more}
