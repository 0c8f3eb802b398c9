"""A web server for files, as any host has one: with ranges, so that media can be sought in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


class _Files(SimpleHTTPRequestHandler):
    """One range a request; whatever else is asked gets the whole file."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".mp4": "video/mp4",
        ".m4a": "audio/mp4",
        ".js": "text/javascript",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """A file, or a part of it."""
        path = Path(self.translate_path(self.path))
        wanted = RANGE.match(self.headers.get("Range", ""))
        if not wanted or not path.is_file():
            super().do_GET()
            return
        size = path.stat().st_size
        start = int(wanted[1])
        end = min(int(wanted[2] or size - 1), size - 1)
        if start > end:
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
        self.send_header("Content-Length", str(end - start + 1))
        self.end_headers()
        self._send(path, start, end + 1 - start)

    def _send(self, path: Path, start: int, length: int) -> None:
        with path.open("rb") as file:
            file.seek(start)
            try:
                while length > 0 and (part := file.read(min(length, 1 << 16))):
                    self.wfile.write(part)
                    length -= len(part)
            except ConnectionError:
                return  # browsers stop reading when they have enough


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Browsers break off connections as they like; that is nothing to report."""


@contextmanager
def serve_files(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields its address without a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
