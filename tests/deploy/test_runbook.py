"""Each command of the runbook does what it says, on a running service."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from deploy.conftest import Watched
from support.commands import COMMAND, environment
from support.eventually import eventually_sync

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNBOOK = (Path(__file__).parents[2] / "docs/runbook.md").read_text()
COMMANDS = sorted({line for block in BLOCK.findall(RUNBOOK) for line in block.splitlines()})


@pytest.fixture
def spare(watched: Watched) -> Iterator[subprocess.Popen[bytes]]:
    """A second worker, for the runbook to drain."""
    told = {"REDIS_URL": watched.service.store.url, "CUEWEAVE_DATA_DIR": str(watched.service.data_dir)}
    worker = subprocess.Popen(
        [*COMMAND, "worker", "--concurrency", "1"], env=environment(told), stderr=subprocess.DEVNULL
    )
    yield worker
    worker.kill()
    worker.wait()


def name_of(watched: Watched, worker: subprocess.Popen[bytes]) -> str:
    """As soon as it is listed."""
    names = [line.split()[0] for line in watched.service.run("workers").stdout.decode().splitlines()]
    return next((name for name in names if name.endswith(f"#{worker.pid}")), "")


def surroundings(watched: Watched, worker: str) -> dict[str, str]:
    """What the runbook expects to be set."""
    service = watched.service
    return environment(
        {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "CUEWEAVE_API": service.url,
            "REDIS_URL": service.store.url,
            "CUEWEAVE_DATA_DIR": str(service.data_dir),
            "CUEWEAVE_LOG": str(service.log),
            "WORKER": worker,
        }
    )


@pytest.mark.skipif(not shutil.which("curl"), reason="curl isn't here")
def test_each_command_does_what_it_says(watched: Watched, spare: subprocess.Popen[bytes]) -> None:
    env = surroundings(watched, eventually_sync(lambda: name_of(watched, spare), within=60))
    assert len(COMMANDS) > 15
    for line in COMMANDS:
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", line], env=env, capture_output=True, text=True)
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), (line, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
    assert spare.wait(60) == 0


def test_every_section_says_what_it_means_where_to_look_and_what_to_do() -> None:
    sections = re.split(r"^## ", RUNBOOK, flags=re.MULTILINE)[1:]
    for section in sections:
        assert re.findall(r"\*\*(Means|Look|Do):\*\*", section) == ["Means", "Look", "Do"], section.splitlines()[0]
