"""The real command in a real process, and a real `cueweave up`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import httpx
import psutil

from support.tls import TLS

Done = subprocess.CompletedProcess[str]
COMMAND = (sys.executable, "-m", "cueweave")
QUICK = {
    "CUEWEAVE_LEASE_SECONDS": "2",
    "CUEWEAVE_DRAIN_SECONDS": "10",
    "CUEWEAVE_RATE_LIMITS": "off",
    "CUEWEAVE_MODELS_DIR": "/no/models",
}
"""Tests wait by asking every 20 ms; those that mean the rates set them."""


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Ours, without any setting that whoever runs the tests has made."""
    ours = ("CUEWEAVE_", "REDIS_", "MAX_", "AWS_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, **QUICK, **(more or {})}


def cueweave(*arguments: str | Path, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Run one command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, cwd=folder, env=environment(env), timeout=120
    )


class Up:
    """A running `cueweave up` with everything that it started."""

    def __init__(self, data_dir: Path, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self.data_dir = data_dir
        data_dir.mkdir(parents=True, exist_ok=True)
        self.log = data_dir.parent / f"{data_dir.name}.log"
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "up", "--port", "0", "--data-dir", str(data_dir), *arguments],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment(env),
                cwd=data_dir,
            )

    def wait_until_ready(self) -> Up:
        """Its one line on stdout, or a failure with its log."""
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        assert "ready on http://" in self.line, self.log.read_text()
        self.url = next(word for word in self.line.split() if word.startswith("http://"))
        return self

    def run(self, *arguments: str | Path, user: str = "ada") -> Done:
        """A client command against it."""
        return cueweave(*arguments, env={"CUEWEAVE_SERVER": self.url, "CUEWEAVE_USER": user}, folder=self.data_dir)

    def status(self, task_id: str, user: str = "ada") -> dict[str, Any]:
        """Where a task stands, asked without the price of a new process."""
        answer = httpx.get(f"{self.url}/tasks/{task_id}/status", headers={"X-User-ID": user}, timeout=10, verify=TLS)
        return cast("dict[str, Any]", answer.json())

    def family(self) -> list[psutil.Process]:
        """Itself and all processes below it."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; gives its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(60)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def are_gone(processes: Sequence[psutil.Process]) -> bool:
    """Whether none of them works any more."""
    return not any(_works(each) for each in processes)


def _works(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
