"""A receiver of messages about tasks, on loopback: it checks them by the text of the standard, and has bad days."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from support.loopback import Loopback

SECRET = "whsec_" + base64.b64encode(b"a secret of tests, 32 bytes long").decode()


def is_signed(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """Whether one of the signatures is this secret's; by the text of Standard Webhooks 1.0, with no library."""
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mine = "v1," + base64.b64encode(hmac.digest(key, said, hashlib.sha256)).decode()
    return any(hmac.compare_digest(each, mine) for each in headers["webhook-signature"].split(" "))


@dataclass(frozen=True)
class Message:
    """One request that came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        """The same for every try."""
        return self.headers["webhook-id"]

    @property
    def told(self) -> Any:
        """What it says."""
        return json.loads(self.body)


@dataclass
class Receiver:
    """Takes messages while its block lasts, and answers as `answer` says, which knows all that came so far."""

    answer: Callable[[Sequence[Message]], int] = lambda _: 204
    headers: dict[str, str] = field(default_factory=dict)
    """Of its answers."""
    messages: list[Message] = field(default_factory=list)
    taken: list[Message] = field(default_factory=list)
    """Those that it answered with a status of the 200s."""

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        """Its address, with something secret in it."""
        return f"{self._loopback.address}/hook?token=hush"

    def __enter__(self) -> Receiver:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                status = receiver._take(Message(self.path, headers, body))
                self.send_response(status)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing on stderr."""

        self._loopback = Loopback(Handler)
        return self

    def __exit__(self, *_: object) -> None:
        self._loopback.close()

    def _take(self, message: Message) -> int:
        with self._lock:
            self.messages.append(message)
            status = self.answer(self.messages)
            if 200 <= status < 300:
                self.taken.append(message)
        return status
