"""The numbers of system calls on the machines that we know.

From asm/unistd_64.h and asm-generic/unistd.h of Linux; from 424 on they are the same everywhere.
"""

from __future__ import annotations

import platform

AUDIT_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""From linux/audit.h. Calls that come into the kernel by another way have other numbers."""
ARCHITECTURE = AUDIT_ARCHITECTURES.get(platform.machine())
"""None: a machine whose numbers we don't know."""

_X86_ONLY = """
fork 57, vfork 58, iopl 172, ioperm 173
"""
_X86_AND_ARM = """
socket 41 198, connect 42 203, accept 43 202, accept4 288 242, bind 49 200, listen 50 201,
sendto 44 206, sendmsg 46 211, sendmmsg 307 269, clone 56 220, execve 59 221, execveat 322 281,
setsid 112 157, setpgid 109 154, prlimit64 302 261, setpriority 141 140, sched_setaffinity 203 122,
sched_setscheduler 144 119, ioprio_set 251 30,
ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, kcmp 312 272,
unshare 272 97, setns 308 268, chroot 161 51, pivot_root 155 41, mount 165 40, umount2 166 39,
open_by_handle_at 304 265, name_to_handle_at 303 264, personality 135 92,
bpf 321 280, perf_event_open 298 241, userfaultfd 323 282, add_key 248 217, request_key 249 218, keyctl 250 219,
init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104, kexec_file_load 320 294,
reboot 169 142, swapon 167 224, swapoff 168 225, acct 163 89, quotactl 179 60, syslog 103 116,
sethostname 170 161, setdomainname 171 162, settimeofday 164 170, clock_settime 227 112, clock_adjtime 305 266,
adjtimex 159 171
"""
_EVERYWHERE = """
pidfd_send_signal 424, io_uring_setup 425, io_uring_enter 426, io_uring_register 427, open_tree 428, move_mount 429,
fsopen 430, fsconfig 431, fsmount 432, fspick 433, pidfd_open 434, clone3 435, pidfd_getfd 438, process_madvise 440,
mount_setattr 442
"""


def numbers(machine: str) -> dict[str, int]:
    """The number of each call that this machine has."""
    column = 2 if machine == "aarch64" else 1
    table = _EVERYWHERE.replace(",", "\n") + _X86_AND_ARM.replace(",", "\n")
    if machine == "x86_64":
        table += _X86_ONLY.replace(",", "\n")
    rows = [line.split() for line in table.splitlines() if line.strip()]
    return {row[0]: int(row[min(column, len(row) - 1)]) for row in rows}
