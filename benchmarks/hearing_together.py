"""One long recording without subtitles, heard by 1, 2 and 4 workers, each bound to one core.

`python benchmarks/hearing_together.py [--minutes 20] [--workers 1 2 4]`. With more workers than cores some share one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from chaos_system import Member, System
from row import Row, print_machine, print_table

from cueweave.stages.media import decode_sound

SAMPLE = Path(__file__).parents[1] / "samples/out/lecture.mp4"
USER = {"X-User-ID": "ada"}
PROMISED = 1.7
"""So many times as fast as one worker are two."""
MEMORY_LIMIT = 1000
"""MB of one worker with all its processes."""
LOOK_SECONDS = 1.0
PATIENCE = 300.0
"""Seconds until all workers are there, on a machine that does other things, too."""


@dataclass(frozen=True)
class Run:
    """What one run came to."""

    heard: float
    """Seconds from the first chunk that was begun to the last one that was heard."""
    whole: float
    """Seconds of the whole task."""
    memory: float
    """MB, the most that one worker and all its processes had, shared pages counted once."""
    shares: list[int]
    """Chunks that each worker heard."""
    again: int
    """Chunks that were begun more than once."""


def together_rows(minutes: float, crowds: Sequence[int]) -> list[Row]:
    """A row for each number of workers, and one for memory."""
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="cueweave-together-") as name:
        medium = _repeated(Path(name), minutes)
        runs = {count: _run(medium, count, cores) for count in crowds}
    alone = runs[crowds[0]]
    on = f"each on one of {len(cores)} cores"
    return [_row(count, run, alone, minutes, on) for count, run in runs.items()] + [
        Row(
            "peak memory of a worker", f"{max(run.memory for run in runs.values()):.0f} MB", f"limit: {MEMORY_LIMIT} MB"
        )
    ]


def _row(count: int, run: Run, alone: Run, minutes: float, on: str) -> Row:
    limit = f"at least {PROMISED} x; " if count == 2 else ""
    return Row(
        f"hear {minutes:.0f} min by {count} worker{'s' * (count > 1)}, {on}",
        f"{run.heard:.0f} s, {alone.heard / run.heard:.2f} x; whole task {run.whole:.0f} s",
        f"{limit}chunks by worker {run.shares}, {run.again} begun twice",
    )


def _run(medium: Path, count: int, cores: Sequence[int]) -> Run:
    with tempfile.TemporaryDirectory(prefix="cueweave-together-") as name:
        system = System(Path(name), workers=0, limits=(5, 20))
        try:
            for number in range(count):
                system.workers.append(_bound_worker(system, number, cores[number % len(cores)]))
            url, _ = system.apis[0]
            _until_ready(url, count)
            task = _hand_in(url, medium)
            begun = time.perf_counter()
            memory = max(_memory_until_over(system, task))
            whole = time.perf_counter() - begun
        finally:
            system.close()
        return _told(Path(name), whole, memory)


def _bound_worker(system: System, number: int, core: int) -> Member:
    """A worker that does one thing at a time, and all its processes, on one core."""
    command = ["taskset", "-c", str(core), *system.command("worker", "--concurrency", "1")]
    return Member(f"worker-{number}", command, system.env, system.log(f"worker-{number}"))


def _until_ready(url: str, workers: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if httpx.get(f"{url}/readyz").json().get("workers", 0) >= workers:
                return
        except (httpx.HTTPError, ValueError):
            pass
        time.sleep(0.1)
    raise TimeoutError


def _hand_in(url: str, medium: Path) -> str:
    with medium.open("rb") as file:
        files = {"media_file": (medium.name, file)}
        answer = httpx.post(f"{url}/process/srt_media/", headers=USER, files=files, timeout=120)
    task: str = answer.raise_for_status().json()["task_id"]
    return task


def _memory_until_over(system: System, task: str) -> Iterator[float]:
    """The largest worker at each look, in MB. Raises RuntimeError where the task fails."""
    while True:
        record = json.loads(system.redis.hget(f"task:{task}", "data"))
        if record["status"] == "failed":
            raise RuntimeError(record["error_message"])
        yield max(_megabytes(worker) for worker in system.workers)
        if record["status"] == "completed":
            return
        time.sleep(LOOK_SECONDS)


def _megabytes(worker: Member) -> float:
    total = 0
    process = psutil.Process(worker.pid)
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_full_info().pss
        except psutil.NoSuchProcess:  # it ended by itself just now
            continue
    return total / 1024**2


def _told(folder: Path, whole: float, memory: float) -> Run:
    """From what the workers wrote into their logs."""
    logs = [_lines(log) for log in sorted(folder.glob("worker-*.log"))]
    taken = [line for log in logs for line in log if line["event"] == "chunk taken"]
    heard = [[line for line in log if line["event"] == "chunk heard"] for log in logs]
    first = min(datetime.fromisoformat(line["timestamp"]) for line in taken)
    last = max(datetime.fromisoformat(line["timestamp"]) for lines in heard for line in lines)
    again = len(taken) - len({line["chunk"] for line in taken})
    return Run((last - first).total_seconds(), whole, memory, [len(lines) for lines in heard], again)


def _lines(log: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def _repeated(folder: Path, minutes: float) -> Path:
    """The sample's sound over and over."""
    sound = decode_sound(SAMPLE, folder / "sound.raw", lambda _: None)
    samples = sound.path.read_bytes()
    path = folder / "long.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, sound.rate, 0, "NONE", ""))
        for _ in range(max(round(60 * minutes / sound.duration), 1)):
            file.writeframes(samples)
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    arguments = parser.parse_args()
    print_machine()
    print_table(together_rows(arguments.minutes, arguments.workers))
