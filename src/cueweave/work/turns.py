"""Turns as a child gets them: it asks over its line, and its parent, who knows the other workers, answers."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Sequence

from cueweave.domain.turns import Turn
from cueweave.errors import TaskFailed


class LineTurns:
    """As `cueweave.domain.turns.Turns` promises."""

    def __init__(self, line: socket.socket, send: Callable[[dict[str, object]], None], chunk_seconds: float) -> None:
        self.chunk_seconds = chunk_seconds
        self._answers = line.makefile("rb")
        self._send = send

    def begin(self, seconds: Sequence[float], heard: Sequence[bool]) -> None:
        """As `Turns` promises."""
        self._send({"kind": "plan", "seconds": [round(each, 2) for each in seconds], "heard": list(heard)})

    def ask(self, *, idle: bool) -> Turn:
        """As `Turns` promises. Raises TaskFailed where the parent gives the task up."""
        self._send({"kind": "turn", "idle": idle})
        answer = json.loads(self._answers.readline())
        if answer["stop"]:
            raise TaskFailed(answer["stop"])
        return Turn(answer["chunk"], answer["done"], answer["over"])

    def heard(self, chunk: int) -> None:
        """As `Turns` promises."""
        self._send({"kind": "heard", "chunk": chunk})
