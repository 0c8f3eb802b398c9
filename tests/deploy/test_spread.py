"""A short slice of what `make spread` asks of two APIs and four workers behind nginx, with files in a bucket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.nginx import MISSING, NGINX

ROOT = Path(__file__).parents[2]
SUITES = ("tests/api/test_limits.py", "tests/api/test_openapi.py")
SLICE = ("limits_are_told", "srt_media/]", "status]")
"""Tests by parts of their names."""
pytestmark = [pytest.mark.skipif(NGINX is None, reason=MISSING), pytest.mark.xdist_group("nginx")]


def test_limits_and_contract_hold_on_a_system_that_is_spread_out() -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:randomly", *SUITES, "-k", " or ".join(SLICE)],
        env=env | {"CUEWEAVE_TEST_SYSTEM": "spread", "CONTRACT_EXAMPLES": "3"},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert f"{len(SLICE)} passed" in done.stdout, done.stdout[-5000:]
