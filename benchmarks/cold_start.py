"""How long one waits before anything happens: help, a whole system of one's own, an installation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from chaos_system import HOST, free_port
from row import Row, compared, limited, print_machine, print_table

ROOT = Path(__file__).parents[1]
ROUNDS = 7
CUEWEAVE = [sys.executable, "-m", "cueweave"]
MIB = 1024**2


def cold_start_rows() -> list[Row]:
    """Everything is in the disk's cache, as it is for whoever has run it once."""
    help_times = [_seconds([*CUEWEAVE, "--help"]) for _ in range(ROUNDS)]
    bare = [_seconds([sys.executable, "-c", "pass"]) for _ in range(ROUNDS)]
    ups = [_up() for _ in range(ROUNDS)]
    ready = [seconds for seconds, _ in ups]
    idle = [found for _, found in ups]
    return [
        limited("`cueweave --help`", help_times, 0.3, "s"),
        compared("the same", help_times, bare, "s", peer="python -c pass"),
        limited("`cueweave up` to ready, with its own store", ready, 3.0, "s"),
        limited("memory of the API, idle", [found["api"] for found in idle], 90, "MiB"),
        limited("memory of a worker, idle, its processes included", [found["worker"] for found in idle], 120, "MiB"),
        _wheel(),
    ]


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _up() -> tuple[float, dict[str, float]]:
    """Seconds until its page and a worker are there, and the memory (PSS, MiB) that each part then holds."""
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        port = free_port()
        env = {name: value for name, value in os.environ.items() if not name.startswith(("CUEWEAVE_", "REDIS_"))}
        command = [*CUEWEAVE, "up", "--port", str(port), "--data-dir", folder, "--workers", "1"]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not _ready(port):
                time.sleep(0.01)
            took = time.perf_counter() - began
            time.sleep(2)  # what is started ahead has loaded its modules
            return took, {name: _memory(process.pid, name) for name in ("api", "worker")}
        finally:
            process.terminate()
            process.wait()


def _ready(port: int) -> bool:
    try:
        answer = httpx.get(f"http://{HOST}:{port}/readyz")
    except httpx.TransportError:
        return False
    return answer.status_code == 200 and answer.json()["workers"] == 1


def _memory(pid: int, name: str) -> float:
    """Of the part that is called so: its own process, and for a worker those that it has started."""
    parts = [each for each in psutil.Process(pid).children() if name in each.cmdline()]
    below = [child for part in parts for child in part.children(recursive=True)] if name == "worker" else []
    return sum(each.memory_full_info().pss for each in (*parts, *below)) / MIB


def _wheel() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip"]
        subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, str(ROOT)], check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        size = wheel.stat().st_size / MIB
        place = Path(folder) / "environment"
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        install = [str(place / "bin/python"), "-m", "pip", "install", "--quiet"]
        for more in (["--require-hashes", "-r", str(ROOT / "requirements.lock")], ["--no-deps", str(wheel)]):
            subprocess.run([*install, *more], check=True, capture_output=True)
        took = time.perf_counter() - began
        shutil.rmtree(ROOT / "build", ignore_errors=True)
    return Row(
        "the wheel; an installation with all it needs", f"{size:.1f} MiB; {took:.0f} s", "the network's part included"
    )


if __name__ == "__main__":
    print_machine()
    print_table(cold_start_rows())
