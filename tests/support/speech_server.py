"""A server on loopback that hears as OpenAI's does, in whatever state a test wants it to be."""

from __future__ import annotations

import io
import json
import select
import socket
import threading
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from multipart import MultipartParser, parse_options_header

from support.loopback import Loopback

Json = dict[str, Any]
TEXT = "Hello, brave new world. Here we are!"


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    number: int
    """Counted from 0."""
    path: str
    headers: dict[str, str]
    fields: dict[str, list[str]]
    seconds: float
    """Of the sound that was sent."""
    size: int
    """Of the body in bytes."""


@dataclass(frozen=True)
class Act:
    """What the server does with a request."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    """Say nothing until the caller has gone."""
    drips: bool = False
    """Send a byte of a body without end ten times a second."""


Script = Callable[[Asked], Act]


def answers(answer: Json) -> Act:
    """That JSON."""
    return Act(json.dumps(answer).encode())


def good(asked: Asked) -> Act:
    """As OpenAI's server does: words with times and without punctuation, half a second each from 0.5 s on."""
    words = [word.strip(",.!") for word in TEXT.split()]
    timed = [{"word": word, "start": 0.5 * at, "end": 0.5 * at + 0.4} for at, word in enumerate(words, start=1)]
    segment = {"id": 0, "start": 0.5, "end": 4.0, "text": f" {TEXT}", "avg_logprob": -0.1, "no_speech_prob": 0.01}
    answer: Json = {"task": "transcribe", "language": "english", "duration": asked.seconds, "text": TEXT}
    if asked.fields.get("response_format") != ["verbose_json"]:
        return answers({"text": TEXT})
    if "word" in asked.fields.get("timestamp_granularities[]", []):
        answer["words"] = timed
    return answers(answer | {"segments": [segment]})


def fails(**how: Any) -> Script:
    """Does always this."""
    return lambda _: Act(**how)


def first(script: Script, times: int) -> Script:
    """Does so for the first requests, and well afterwards."""
    return lambda asked: script(asked) if asked.number < times else good(asked)


class SpeechServer:
    """Runs while its block lasts."""

    def __init__(self, script: Script = good) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self.gone = threading.Event()
        """Set when a caller went away while it waited."""
        self.looked_at = 200
        """The status with which it lists its models."""
        self._lock = threading.Lock()
        self._closing = threading.Event()

    @property
    def url(self) -> str:
        """As an operator would set it."""
        return f"{self._loopback.address}/v1"

    def __enter__(self) -> SpeechServer:
        self._loopback = Loopback(self._handler())
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._loopback.close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server._send(self, Act(b'{"object": "list", "data": []}', server.looked_at))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with server._lock:
                    asked = _read(len(server.asked), self.path, dict(self.headers.items()), body)
                    server.asked.append(asked)
                server._send(self, server.script(asked))

            def log_message(self, *_: object) -> None:
                """Nothing on stderr."""

        return Handler

    def _send(self, handler: BaseHTTPRequestHandler, act: Act) -> None:
        if act.hang:
            self._wait_until_gone(handler.connection)
            handler.close_connection = True
            return
        length = 10**9 if act.drips else len(act.body)
        handler.send_response(act.status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(length), **act.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        try:
            handler.wfile.write(act.body)
            while act.drips and not self._closing.wait(0.1):
                handler.wfile.write(b" ")
        except OSError:
            self.gone.set()
            handler.close_connection = True

    def _wait_until_gone(self, connection: socket.socket) -> None:
        while not self._closing.is_set():
            if select.select([connection], [], [], 0.02)[0] and not connection.recv(1, socket.MSG_PEEK):
                self.gone.set()
                return


def _read(number: int, path: str, headers: dict[str, str], body: bytes) -> Asked:
    lower = {name.lower(): value for name, value in headers.items()}
    _, options = parse_options_header(lower["content-type"])
    fields: dict[str, list[str]] = {}
    seconds = 0.0
    for part in MultipartParser(io.BytesIO(body), options["boundary"], memfile_limit=2**26):
        if part.name == "file":
            with wave.open(io.BytesIO(part.raw)) as file:
                assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
                seconds = file.getnframes() / file.getframerate()
        else:
            fields.setdefault(part.name, []).append(part.value)
    return Asked(number, path, lower, fields, seconds, len(body))
