"""Each command of the runbook does what it says, on a running service."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from deploy.conftest import Watched
from support.commands import environment

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNBOOK = (Path(__file__).parents[2] / "docs/runbook.md").read_text()
COMMANDS = sorted(
    {line for block in BLOCK.findall(RUNBOOK) for line in block.splitlines()}, key=lambda line: ("drain" in line, line)
)
"""The last one ends the worker."""


def surroundings(watched: Watched) -> dict[str, str]:
    """What the runbook expects to be set."""
    service = watched.service
    worker = service.run("workers").stdout.decode().split()[0]
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
def test_each_command_does_what_it_says(watched: Watched) -> None:
    env = surroundings(watched)
    assert len(COMMANDS) > 15
    for line in COMMANDS:
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", line], env=env, capture_output=True, text=True)
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), (line, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr


def test_every_section_says_what_it_means_where_to_look_and_what_to_do() -> None:
    sections = re.split(r"^## ", RUNBOOK, flags=re.MULTILINE)[1:]
    for section in sections:
        assert re.findall(r"\*\*(Means|Look|Do):\*\*", section) == ["Means", "Look", "Do"], section.splitlines()[0]
