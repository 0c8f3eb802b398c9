"""How long it takes a cancelled task to be gone, a killed worker's task to run again, everything to come back."""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
import wave
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from chaos import SENTENCE
from chaos_system import System, task_processes
from row import Row, print_machine, print_table

SECONDS = 900
"""Of a recording that keeps its process busy for longer than any measurement."""
ROUNDS = 6
PATIENCE = 60.0


def recovery_rows() -> list[Row]:
    """One system for all."""
    with tempfile.TemporaryDirectory(prefix="cueweave-recovery-") as name:
        system = System(Path(name), workers=2, limits=(20, 40))
        try:
            client = Client(system, Path(name))
            cancels = [_cancel(client) for _ in range(ROUNDS)]
            kills = [_kill_worker(client) for _ in range(ROUNDS)]
            everything = _kill_everything(client)
        finally:
            system.close()
    return [
        Row("cancel to no process of the task alive, median / worst", _both(cancels), "at most 2 s"),
        Row("worker kill -9 to the task running again, median / worst", _both(kills), "at most 10 / 20 s"),
        Row("everything kill -9, started again: all tasks run", f"{everything:.1f} s", "at most 15 s"),
    ]


class Client:
    """Submits recordings that take long, and sees what becomes of them."""

    def __init__(self, system: System, folder: Path) -> None:
        self.system = system
        (self.url, _), *_ = system.apis
        self._media = _noise(folder / "long.wav")
        self._subtitles = f"1\n00:00:00,100 --> 00:00:01,900\n{SENTENCE}\n".encode()
        _until(self.answers)

    def answers(self) -> bool:
        """Whether all workers are there."""
        try:
            return bool(httpx.get(f"{self.url}/readyz").json().get("workers", 0) >= len(self.system.workers))
        except (httpx.HTTPError, ValueError):
            return False

    def submit(self) -> str:
        """The id of a task that is running."""
        files = {"media_file": ("long.wav", self._media), "srt_file": ("long.srt", self._subtitles)}
        answer = httpx.post(f"{self.url}/process/srt_media/", headers=USER, files=files, timeout=60)
        task: str = answer.raise_for_status().json()["task_id"]
        _until(lambda: self.attempt(task) == 1 and bool(self.children()))
        return task

    def attempt(self, task: str) -> int:
        """How often it was begun."""
        data = self.system.redis.hget(f"task:{task}", "data")
        return int(json.loads(data)["attempt"]) if data else 0

    def cancel(self, task: str) -> None:
        """Until the answer."""
        httpx.delete(f"{self.url}/tasks/{task}", headers=USER, timeout=60).raise_for_status()

    def children(self) -> list[psutil.Process]:
        """The processes in which tasks run."""
        return [each for worker in self.system.workers for each in task_processes(worker)]


USER = {"X-User-ID": "ada"}


def _cancel(client: Client) -> float:
    task = client.submit()
    begun = time.perf_counter()
    client.cancel(task)
    _until(lambda: not client.children())
    return time.perf_counter() - begun


def _kill_worker(client: Client) -> float:
    task = client.submit()
    (worker,) = (each for each in client.system.workers if task_processes(each))
    begun = time.perf_counter()
    worker.kill()
    _until(lambda: client.attempt(task) == 2)
    took = time.perf_counter() - begun
    client.cancel(task)
    worker.start()
    _until(lambda: not client.children() and worker.alive())
    return took


def _kill_everything(client: Client) -> float:
    tasks = [client.submit() for _ in range(4)]
    for member in client.system.members():
        member.kill()
    begun = time.perf_counter()
    client.system.store.start()
    client.system.wait_for_store()
    for member in client.system.members()[1:]:
        member.start()
    _until(lambda: all(client.attempt(task) == 2 for task in tasks))
    took = time.perf_counter() - begun
    _until(client.answers)
    for task in tasks:
        client.cancel(task)
    return took


def _until(fact: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not fact():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.01)


def _both(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} / {max(seconds):.2f} s"


def _noise(path: Path) -> bytes:
    chance = random.Random(2)  # noqa: S311 - any noise will do
    second = b"".join(chance.randrange(-3000, 3000).to_bytes(2, "little", signed=True) for _ in range(16000))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(second * SECONDS)
    return path.read_bytes()


if __name__ == "__main__":
    print_machine()
    print_table(recovery_rows())
