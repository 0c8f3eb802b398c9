"""Privileges that a fenced process can't have: none to gain, and none of root's but opening the files of others."""

from __future__ import annotations

import ctypes

from cueweave.work.fence.libc import failure, libc

PR_SET_NO_NEW_PRIVS = 38
CAPABILITIES_OF_64_BITS = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3 of linux/capability.h."""
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
KEPT = 1 << CAP_DAC_OVERRIDE | 1 << CAP_DAC_READ_SEARCH
"""Root may work in a data directory that belongs to another user; which files those are, Landlock says."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    """32 of the capabilities; two of these make all."""

    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def drop() -> None:
    """Let no program that is started give privileges, and give up those that this process has.

    Raises OSError where that fails.
    """
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise failure("no new privileges")
    header = _Header(CAPABILITIES_OF_64_BITS, 0)
    sets = (_Sets * 2)()
    if libc.capget(ctypes.byref(header), sets):
        raise failure("reading capabilities")
    for each, kept in zip(sets, (KEPT, 0), strict=True):
        each.permitted &= kept
        each.effective &= kept
        each.inheritable = 0
    if libc.capset(ctypes.byref(header), sets):
        raise failure("dropping capabilities")
