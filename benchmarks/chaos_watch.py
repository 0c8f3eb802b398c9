"""Watching a system from beside: is the counter the truth, does each result stay what it was."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

LOOK = 0.05
TRUTH = """
local active, sets = 0, 0
for _, name in ipairs(redis.call('KEYS', 'task:*')) do
  local status = cjson.decode(redis.call('HGET', name, 'data')).status
  if status == 'pending' or status == 'processing' then active = active + 1 end
end
for _, name in ipairs(redis.call('KEYS', 'user:*:active_tasks')) do sets = sets + redis.call('SCARD', name) end
return { active, sets, tonumber(redis.call('GET', 'global:active_tasks_count') or '0') }
"""
"""Records, users' sets and counter at one moment."""


@dataclass
class Seen:
    """What was noticed."""

    looks: int = 0
    wrong: list[list[int]] = field(default_factory=list)
    attempts: dict[str, dict[int, float]] = field(default_factory=dict)
    """By task: when each attempt was first seen."""


class Watch:
    """Looks 20 times a second, past the proxy, for as long as the block lasts."""

    def __init__(self, port: int) -> None:
        self.seen = Seen()
        self._redis: Any = Redis("127.0.0.1", port, decode_responses=True, socket_timeout=5)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Seen:
        self._thread.start()
        return self.seen

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._redis.close()

    def _look(self) -> None:
        while not self._stop.wait(LOOK):
            with suppress(RedisError):  # it is being killed: not a look
                numbers: list[int] = self._redis.eval(TRUTH, 0)
                self.seen.looks += 1
                if len(set(numbers)) != 1:
                    self.seen.wrong.append(numbers)
                self._note_attempts()

    def _note_attempts(self) -> None:
        for task_id in self._redis.zrange("cueweave:active", 0, -1):
            data = self._redis.hget(f"task:{task_id}", "data")
            if data:
                attempt = int(json.loads(str(data))["attempt"])
                self.seen.attempts.setdefault(str(task_id), {}).setdefault(attempt, time.monotonic())


def digest(result: bytes) -> str:
    """Of a result, to see whether it changes."""
    return hashlib.sha256(result).hexdigest()
