"""Landlock: which files a fenced process can open, and which port it can connect to."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from landlockpy import AccessFS, AccessNet, Ruleset, Scope, abi_version

from cueweave.work.fence.ground import Ground

ABI = abi_version()
"""Of this kernel; 0: it has no Landlock. Looked up once, where children are forked from: finding libc takes a while."""
READ = AccessFS.READ_FILE | AccessFS.READ_DIR
WRITE = (
    READ
    | AccessFS.WRITE_FILE
    | AccessFS.TRUNCATE
    | AccessFS.MAKE_REG
    | AccessFS.MAKE_DIR
    | AccessFS.REMOVE_FILE
    | AccessFS.REMOVE_DIR
    | AccessFS.REFER
)
OF_A_FILE = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.TRUNCATE
OF_THE_SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/dev/urandom",
    "/sys/devices/system/cpu",
)
TO_FIND_A_SERVER = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/host.conf",
    "/etc/nsswitch.conf",
    "/etc/gai.conf",
    "/etc/services",
    "/etc/ssl/openssl.cnf",
    "/etc/ssl/certs",
    "/etc/pki/tls/certs",
    "/etc/pki/ca-trust",
    "/etc/ca-certificates",
    "/usr/share/ca-certificates",
    "/usr/local/share/ca-certificates",
)
"""Names and certificates, for a language model; never `/etc/ssl` whole, where root finds private keys."""
SEMAPHORES = "/dev/shm"  # noqa: S108 - where POSIX says they are, not a temporary file of ours
"""A crew's processes wait for one another by them."""
DNS = 53


def close(ground: Ground) -> None:
    """Open no other files, connect to no other port from now on. Raises OSError where Landlock is there and fails."""
    if not ABI:
        return
    with Ruleset(scoped=Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL) as rules:
        for path in (*ground.reads, *SHARED, *(_of_the_network() if ground.ports else ())):
            _allow(rules, path, READ)
        for path in ground.writes:
            _allow(rules, path, WRITE)
        for path in (Path("/dev/null"), *ground.devices):
            _allow(rules, path, READ | AccessFS.WRITE_FILE)
        if ground.forks:
            _allow(rules, Path(SEMAPHORES), WRITE & ~AccessFS.READ_DIR)
        for port in (*ground.ports, DNS) if ground.ports else ():
            rules.allow_port(port, AccessNet.CONNECT_TCP)
        rules.restrict()


def _of_the_network() -> list[Path]:
    import ssl  # costs memory, and only a process with a language model has it

    own = ssl.get_default_verify_paths()
    return [Path(name) for name in (*TO_FIND_A_SERVER, own.cafile, own.capath) if name]


def libraries() -> set[Path]:
    """Where Python, its packages and ours are. Never simply `sys.path`: that may hold the folder with the data."""
    installed = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    added = {name for name in sys.path if name.endswith(("site-packages", "dist-packages"))}
    ours = Path(__file__).parents[2]
    return {ours, *map(Path, installed | added)}


def _without_inner(paths: Iterable[Path]) -> list[Path]:
    """What is there, once: a folder's rule holds for all below it."""
    there = {path.resolve() for path in paths if os.access(path, os.R_OK)}
    return [path for path in sorted(there) if not any(path.is_relative_to(other) for other in there - {path})]


SHARED = _without_inner([*libraries(), *map(Path, OF_THE_SYSTEM)])
"""What every fenced process may read; looked up once, where children are forked from."""


def _allow(rules: Ruleset, path: Path, access: AccessFS) -> None:
    """Files know fewer rights than folders. What isn't there, or can't be reached anyway, needs none."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        rules.allow_path(path, access if S_ISDIR(path.stat().st_mode) else access & OF_A_FILE)
