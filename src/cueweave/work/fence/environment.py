"""The environment without secrets: only what is on a list is inherited."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ALLOWED = frozenset(
    """PATH LANG LANGUAGE TZ TMPDIR LD_LIBRARY_PATH SSL_CERT_FILE SSL_CERT_DIR
    OMP_NUM_THREADS OPENBLAS_NUM_THREADS MKL_NUM_THREADS""".split()
)
ALLOWED_PREFIXES = ("LC_", "PYTHON")
ENV_START, ENV_END = 47, 48
"""Where they stand in /proc/PID/stat, counted after the name of the program: proc(5) has them as fields 50 and 51."""


def allowed(name: str) -> bool:
    """Whether the variable may be inherited."""
    return name in ALLOWED or name.startswith(ALLOWED_PREFIXES)


@contextmanager
def bare() -> Iterator[None]:
    """Let what is started meanwhile inherit only what is allowed: what it never had, it can't lose."""
    held_back = {name: value for name, value in os.environ.items() if not allowed(name)}
    for name in held_back:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(held_back)


def empty(more: Mapping[str, str]) -> None:
    """Forget all variables of this process that aren't allowed, and have these in addition.

    The system shows the memory in which a process was given its variables as /proc/PID/environ, whatever the
    process has deleted since; a fork shows its parent's. So that memory is overwritten.
    """
    kept = {name: value for name, value in os.environ.items() if allowed(name)}
    os.environ.clear()
    os.environ.update({**kept, **more})  # copies, elsewhere in memory
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    start, end = int(fields[ENV_START]), int(fields[ENV_END])
    ctypes.memset(start, 0, end - start)
