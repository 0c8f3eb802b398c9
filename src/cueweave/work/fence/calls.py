"""Seccomp: the system calls that a fenced process is refused.

There is no wheel that brings libseccomp, whose bindings all want the system's; a filter as plain as this one needs no
more than the five instructions of BPF below. What isn't named is allowed: a list of all that Python, NumPy and FFmpeg
call on every kernel would break with each of their releases.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct
from functools import cache

from cueweave.work.fence.ground import Ground
from cueweave.work.fence.libc import failure, libc
from cueweave.work.fence.numbers import ARCHITECTURE, numbers

PR_GET_SECCOMP, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 21, 22, 2
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
"""BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_JMP|JSET|K, BPF_RET|K of linux/bpf_common.h."""
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
"""SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO of linux/seccomp.h."""
NUMBER, OF_WHICH, ARGUMENTS = 0, 4, 16
"""Offsets in struct seccomp_data."""
OTHER_NUMBERS = 0x40000000
"""__X32_SYSCALL_BIT: the same calls once more, under other numbers."""
CLONE_THREAD, NEW_NAMESPACES = 0x00010000, 0x7E020000
MSG_FASTOPEN = 0x20000000
"""A connection without connect(2), of which Landlock's ports know nothing."""
KNOWN_PROTOCOLS = (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP)
"""Landlock bounds the ports of plain TCP, not those of multipath TCP or SCTP."""

Instruction = tuple[int, int, int, int]
"""Code, how many to skip where it is true, where it isn't, operand."""

NEVER = """
execve execveat setsid setpgid setpriority sched_setaffinity sched_setscheduler ioprio_set
ptrace process_vm_readv process_vm_writev kcmp pidfd_open pidfd_getfd pidfd_send_signal process_madvise
unshare setns chroot pivot_root mount umount2 open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr
open_by_handle_at name_to_handle_at personality bpf perf_event_open userfaultfd add_key request_key keyctl
init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff acct quotactl syslog
sethostname setdomainname settimeofday clock_settime clock_adjtime adjtimex iopl ioperm
accept accept4 bind listen
""".split()
"""Programs, other processes, a life outside the group, the machine's own things, serving."""
AS_IF_UNKNOWN = ("clone3", "io_uring_setup", "io_uring_enter", "io_uring_register")
"""A filter can't see into their arguments; libraries know how to do without."""
FOR_A_NETWORK = ("socket", "connect")
FOR_PROCESSES = ("fork", "vfork")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def available() -> bool:
    """Whether the kernel filters calls, and we know their numbers on this machine."""
    return ARCHITECTURE is not None and libc.prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0


def close(ground: Ground) -> None:
    """Be refused from now on. Raises OSError where the kernel filters calls and doesn't take our filter.

    Needs no_new_privs.
    """
    if not available():
        return
    code = _packed(forks=ground.forks, networked=bool(ground.ports))
    filters = _Program(len(code) // 8, code)
    if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(filters), 0, 0):
        raise failure("filtering system calls")


@cache
def _packed(*, forks: bool, networked: bool) -> bytes:
    return b"".join(struct.pack("HBBI", *each) for each in program(forks=forks, networked=networked))


def program(*, forks: bool, networked: bool) -> list[Instruction]:
    """The filter, as linux/filter.h has it: the first rule whose call it is decides."""
    known = numbers(platform.machine())
    never = [*NEVER, *(() if networked else FOR_A_NETWORK), *(() if forks else FOR_PROCESSES)]
    rules = {name: [_refuse(errno.EPERM)] for name in never}
    rules |= {name: [_refuse(errno.ENOSYS)] for name in AS_IF_UNKNOWN}
    rules |= {
        "clone": _refused_if_any(0, NEW_NAMESPACES) + ([] if forks else _refused_if_none(0, CLONE_THREAD)),
        "prlimit64": _refused_if_any(2, 0xFFFFFFFF) + _refused_if_any(2, 0xFFFFFFFF, half=1),
        "sendto": _refused_if_any(3, MSG_FASTOPEN),
        "sendmsg": _refused_if_any(2, MSG_FASTOPEN),
        "sendmmsg": _refused_if_any(3, MSG_FASTOPEN),
    }
    if networked:
        rules["socket"] = _refused_unless(0, (socket.AF_INET, socket.AF_INET6)) + _refused_unless(2, KNOWN_PROTOCOLS)
    filtered = [step for name, tests in rules.items() if name in known for step in _rule(known[name], tests)]
    return [*_only_known_numbers(), *filtered, (RETURN, 0, 0, ALLOW)]


def _only_known_numbers() -> list[Instruction]:
    return [
        (LOAD, 0, 0, OF_WHICH),
        (EQUAL, 1, 0, ARCHITECTURE or 0),
        _refuse(errno.EPERM),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, OTHER_NUMBERS),
        _refuse(errno.EPERM),
    ]


def _rule(number: int, tests: list[Instruction]) -> list[Instruction]:
    """Skipped by all other calls; a call that passes the tests is allowed."""
    whole = [*tests, (RETURN, 0, 0, ALLOW)]
    return [(EQUAL, 0, len(whole), number), *whole]


def _refuse(number: int) -> Instruction:
    return (RETURN, 0, 0, REFUSE | number)


def _argument(index: int, half: int = 0) -> Instruction:
    """The lower (0) or upper (1) 32 bits of an argument; both machines are little-endian."""
    return (LOAD, 0, 0, ARGUMENTS + 8 * index + 4 * half)


def _refused_if_any(index: int, bits: int, half: int = 0) -> list[Instruction]:
    return [_argument(index, half), (ANY_BIT, 0, 1, bits), _refuse(errno.EPERM)]


def _refused_if_none(index: int, bits: int) -> list[Instruction]:
    return [_argument(index), (ANY_BIT, 1, 0, bits), _refuse(errno.EPERM)]


def _refused_unless(index: int, values: tuple[int, ...]) -> list[Instruction]:
    checks = [(EQUAL, len(values) - place, 0, value) for place, value in enumerate(values)]
    return [_argument(index), *checks, _refuse(errno.EPERM)]


for _forks, _networked in ((False, False), (True, False), (True, True)):
    _packed(forks=_forks, networked=_networked)  # once, where children are forked from
