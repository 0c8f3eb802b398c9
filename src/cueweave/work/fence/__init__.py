"""The fences around a process that opens what strangers made: closed from inside, before the first such byte, for good.

Whoever breaks a decoder with a prepared medium then has a process that sees its own files and the libraries', talks to
nobody, starts no program, outlives nobody and uses up a bounded share of the machine. A file an idea:

limits       memory, processor time, size of files, processes, open files
environment  only variables of an allow-list, here and in what the system shows of the process
privileges   none to gain, none of root's
files        Landlock: own folders, the libraries, nothing else; the one port of a language model
calls        seccomp: no sockets, no programs, no leaving of the process group
offers       which of them this kernel has
trial        whether they hold, by trying
"""

from __future__ import annotations

import os
import tempfile

from cueweave.work.fence import calls, environment, files, limits, privileges
from cueweave.work.fence.ground import Ground

__all__ = ["Ground", "close"]


def close(ground: Ground) -> None:
    """Leave this process nothing but its ground. What the kernel doesn't have is left out (`offers` tells it).

    Must run before the process has a second thread, which would stay outside. Raises OSError where a fence that
    the kernel offers can't be closed: then nothing of a stranger's may be opened.
    """
    os.umask(0o077)
    _settle(ground)
    _go_silent()
    limits.close(ground)
    privileges.drop()
    files.close(ground)
    calls.close(ground)


def _settle(ground: Ground) -> None:
    """Work in the own folder, with temporary files there, and with no inherited variables."""
    for folder in ground.writes:
        folder.mkdir(exist_ok=True)
    os.chdir(ground.home)
    temporary = ground.home
    if ground.writes:
        temporary = ground.home / "tmp"
        temporary.mkdir(exist_ok=True)
    environment.empty({"TMPDIR": str(temporary)})
    tempfile.tempdir = str(temporary)


def _go_silent() -> None:
    """What is written to the standard streams would stand among the server's own log lines."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
