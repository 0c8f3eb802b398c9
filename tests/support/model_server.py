"""A server on loopback that speaks as OpenAI's and Anthropic's do, in whatever state a test wants it to be."""

from __future__ import annotations

import json
import re
import select
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any, cast

from support.loopback import Loopback

Json = dict[str, Any]
LINE = re.compile(r"^\[(\d+)((?: speaker| slide)*)\] (.*)$", re.MULTILINE)
TOKENS = (1000, 200)
"""What each answer claims to have cost: in, out."""


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    number: int
    """Counted from 0."""
    path: str
    headers: dict[str, str]
    body: Json

    @property
    def messages(self) -> list[Json]:
        return cast("list[Json]", self.body["messages"])

    @property
    def user_text(self) -> str:
        """The first message of the user."""
        content = next(message["content"] for message in self.messages if message["role"] == "user")
        return content if isinstance(content, str) else "".join(part["text"] for part in content)

    @property
    def sentences(self) -> dict[int, str]:
        """By their numbers."""
        return {int(number): text for number, _, text in LINE.findall(self.user_text)}

    @property
    def is_correction(self) -> bool:
        """Whether an earlier answer came back with its faults."""
        return any(message["role"] == "assistant" for message in self.messages)


@dataclass(frozen=True)
class Act:
    """What the server does with a request."""

    content: str | None = None
    """The model's answer."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    refusal: str | None = None
    raw: bytes | None = None
    """The whole body, as it is."""
    hang: bool = False
    """Say nothing until the caller has gone."""


Script = Callable[[Seen], Act]


def good_answer(sentences: dict[int, str]) -> Json:
    """What a sensible model says: the same about a sentence, whatever window it stands in."""
    numbers = sorted(sentences)
    paragraphs = [number for number in numbers if number == numbers[0] or number % 3 == 1]
    chapters = [number for number in numbers if number % 15 == 1]
    return {
        "paragraphs": paragraphs,
        "chapters": [{"sentence": number, "title": f"{_longest(sentences[number])}"} for number in chapters],
        "keywords": [
            {"sentence": number, "phrase": _longest(sentences[number]).upper(), "type": "main"} for number in paragraphs
        ],
        "charts": [],
        "tables": [],
    }


def _longest(sentence: str) -> str:
    return max((word.strip(".,;:!?") for word in sentence.split()), key=len)


def good(seen: Seen) -> Act:
    """Answers sensibly."""
    return Act(json.dumps(good_answer(seen.sentences)))


def says(answer: Json) -> Script:
    """Answers always this."""
    return lambda _: Act(json.dumps(answer))


def fails(**how: Any) -> Script:
    """Does always this."""
    return lambda _: Act(**how)


def first(script: Script, times: int) -> Script:
    """Does so for the first requests, and well afterwards."""
    return lambda seen: script(seen) if seen.number < times else good(seen)


class ModelServer:
    """Runs while its block lasts."""

    def __init__(self, script: Script = good) -> None:
        self.script = script
        self.seen: list[Seen] = []
        self.models: list[str] = []
        """What it lists."""
        self.looked_at = 200
        """The status with which it does."""
        self.looks: list[dict[str, str]] = []
        """The headers of those who asked for the list."""
        self.gone = 0
        """How many callers went away while they waited."""
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Condition()
        self._closing = threading.Event()

    @property
    def url(self) -> str:
        """As an operator would set it."""
        return f"{self._loopback.address}/v1"

    def __enter__(self) -> ModelServer:
        self._loopback = Loopback(self._handler())
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._loopback.close()

    def wait_for(self, *, gone: int) -> None:
        """Until so many callers went away; fails a test in which they don't."""
        with self._lock:
            assert self._lock.wait_for(lambda: self.gone >= gone, timeout=5), self.gone

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.looks.append({name.lower(): value for name, value in self.headers.items()})
                listed = {"object": "list", "data": [{"id": name} for name in server.models]}
                _send(self, server.looked_at, {}, json.dumps(listed).encode())

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server._take(self, body)

            def log_message(self, *_: object) -> None:
                """Nothing on stderr."""

        return Handler

    def _take(self, handler: BaseHTTPRequestHandler, body: Json) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        with self._lock:
            seen = Seen(len(self.seen), handler.path, headers, body)
            self.seen.append(seen)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            act = self.script(seen)
            if act.hang:
                self._wait_until_gone(handler.connection)
                handler.close_connection = True
            else:
                data = act.raw if act.raw is not None else json.dumps(_body(seen, act)).encode()
                _send(handler, act.status, act.headers, data)
        finally:
            with self._lock:
                self._at_once -= 1

    def _wait_until_gone(self, connection: socket.socket) -> None:
        while not self._closing.is_set():
            if select.select([connection], [], [], 0.02)[0] and not connection.recv(1, socket.MSG_PEEK):
                with self._lock:
                    self.gone += 1
                    self._lock.notify_all()
                return


def _send(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], data: bytes) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def _body(seen: Seen, act: Act) -> Json:
    if act.status != 200:
        # a careless server tells back what it was sent
        message = f"wrong: {seen.headers.get('authorization') or seen.headers.get('x-api-key')} {seen.user_text}"
        return {"error": {"message": message, "type": "error", "code": None}}
    return _anthropic(seen, act) if seen.path.endswith("/messages") else _openai(seen, act)


def _openai(seen: Seen, act: Act) -> Json:
    message: Json = {"role": "assistant", "content": act.content, "refusal": act.refusal}
    if "tools" in seen.body and act.content is not None:
        call = {"name": seen.body["tools"][0]["function"]["name"], "arguments": act.content}
        message |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": call}]}
    return {
        "id": f"chatcmpl-{seen.number}",
        "object": "chat.completion",
        "created": 1700000000,
        "model": seen.body["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": act.finish}],
        "usage": {"prompt_tokens": TOKENS[0], "completion_tokens": TOKENS[1], "total_tokens": sum(TOKENS)},
    }


def _anthropic(seen: Seen, act: Act) -> Json:
    content: Json = {"type": "text", "text": act.content}
    if "tools" in seen.body:
        name = seen.body["tools"][0]["name"]
        content = {"type": "tool_use", "id": "toolu_1", "name": name, "input": json.loads(act.content or "{}")}
    return {
        "id": f"msg_{seen.number}",
        "type": "message",
        "role": "assistant",
        "model": seen.body["model"],
        "content": [content],
        "stop_reason": "tool_use" if "tools" in seen.body else "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": TOKENS[0], "output_tokens": TOKENS[1]},
    }
