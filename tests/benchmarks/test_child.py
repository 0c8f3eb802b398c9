"""A measured command runs in a process of its own, and its children's memory counts."""

import subprocess
import sys

import child
import pytest

HOLD = "sum(b'x' * 80_000_000)"


def test_memory_of_children_counts() -> None:
    code = f"import subprocess, sys; print('hi'); subprocess.run([sys.executable, '-c', \"{HOLD}\"])"
    printed, peak = child.run([sys.executable, "-c", code])
    assert printed == "hi\n"
    assert 80_000_000 < peak < 400_000_000


def test_a_command_that_fails_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        child.run([sys.executable, "-c", "raise SystemExit(3)"])
