"""A host of media on loopback, with its bad days."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from support.loopback import Loopback


@dataclass
class MediaHost:
    """Has one file while its block lasts."""

    data: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    """Besides the length of the file, which one that is named here replaces."""
    stalls_after: int | None = None
    """Send so many bytes, then nothing until `go_on`."""
    endless: bool = False
    """Go on with zeros behind the file."""
    asked: int = 0

    def __post_init__(self) -> None:
        self.stalled = threading.Event()
        self.go_on = threading.Event()

    @property
    def url(self) -> str:
        """Where the file is, with something secret in it."""
        return f"{self._loopback.address}/lectures/glaciers.wav?key=hush"

    def __enter__(self) -> MediaHost:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.asked += 1
                self.send_response(host.status)
                for name, value in ({"Content-Length": str(len(host.data))} | host.headers).items():
                    if value:
                        self.send_header(name, value)
                self.end_headers()
                try:
                    host._send(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Nothing on stderr."""

        self._loopback = Loopback(Handler)
        return self

    def __exit__(self, *_: object) -> None:
        self.endless = False
        self.go_on.set()
        self._loopback.close()

    def _send(self, handler: BaseHTTPRequestHandler) -> None:
        at = len(self.data) if self.stalls_after is None else self.stalls_after
        handler.wfile.write(self.data[:at])
        if at < len(self.data):
            handler.wfile.flush()
            self.stalled.set()
            self.go_on.wait(60)
            handler.wfile.write(self.data[at:])
        while self.endless:
            handler.wfile.write(bytes(65536))
