"""Where a worker tells Prometheus what it counted: a port of its own, since it serves nothing else."""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING, Any

from cueweave.errors import SetupError

if TYPE_CHECKING:
    from cueweave.settings import Settings

PATH = "/metrics"
MOST_AT_ONCE = 16
"""Connections; further ones are closed at once."""
PATIENCE_SECONDS = 5.0
"""Longer than this nobody may keep a thread waiting."""


@contextmanager
def metrics_port(settings: Settings) -> Iterator[None]:
    """Answer on the port that is set, if one is, while the block lasts. Raises SetupError."""
    port, host = settings.worker_metrics_port, settings.worker_metrics_host
    if port is None:
        yield
        return
    token = settings.operator_token.get_secret_value() if settings.operator_token else ""
    server = _server(host, port, token)
    thread = Thread(target=server.serve_forever, name="metrics", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _server(host: str, port: int, token: str) -> _Server:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError):
        raise SetupError(f"CUEWEAVE_WORKER_METRICS_HOST is {host}, which is no address of this machine.") from None
    if not token and not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_loopback:
        raise SetupError(
            f"CUEWEAVE_WORKER_METRICS_HOST is {host}, which others can reach: set CUEWEAVE_OPERATOR_TOKEN, which "
            "Prometheus then sends, or leave the host at 127.0.0.1."
        )
    try:
        return _Server(family, address, token)
    except OSError as error:
        raise SetupError(
            f"A worker can't tell its metrics on {host} port {port}: {error.strerror}. Each worker of a machine needs "
            "a CUEWEAVE_WORKER_METRICS_PORT of its own."
        ) from None


class _Server(ThreadingMixIn, TCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, family: socket.AddressFamily, address: tuple[Any, ...], token: str) -> None:
        self.address_family = family
        self.token = token
        self._room = BoundedSemaphore(MOST_AT_ONCE)
        super().__init__((str(address[0]), int(address[1])), _Answer)

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, if there is one."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """In that thread."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as `socketserver` calls it
        """A client that went is no news."""
        from cueweave.telemetry import get_logger

        if not isinstance(sys.exc_info()[1], OSError):
            get_logger(__name__).exception("metrics could not be told")


class _Answer(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE_SECONDS
    protocol_version = "HTTP/1.1"
    error_content_type = "application/json"
    error_message_format = '{"detail": "Ask GET /metrics."}'

    def do_GET(self) -> None:
        """As `http.server` names it."""
        from prometheus_client import CONTENT_TYPE_LATEST

        from cueweave.telemetry.metrics import metrics_text

        if self.path != PATH:
            self._tell(404, b'{"detail": "There is only /metrics here."}', "application/json")
        elif self._by_operator():
            self._tell(200, metrics_text(), CONTENT_TYPE_LATEST)
        else:
            told = b'{"detail": "Only the operator may ask this: from the machine itself, or with the token."}'
            self._tell(401, told, "application/json")

    def _by_operator(self) -> bool:
        """By the same rule as the API's."""
        from cueweave.api.operators import is_operator

        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in self.headers.items()
        ]
        scope = {"type": "http", "client": self.client_address, "server": self.request.getsockname()}
        return is_operator({**scope, "headers": headers}, self.server.token)

    def _tell(self, status: int, body: bytes, kind: str) -> None:
        self.send_response_only(status)
        if status == 401:
            self.send_header("WWW-Authenticate", "Bearer")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:
        """A scrape every few seconds is no news, and what a client sent is no line of ours."""
