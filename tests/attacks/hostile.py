"""What somebody would do who had taken over a decoder: run inside a real child, behind the real fences."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from cueweave.work import child, fence
from cueweave.work.fence import limits

MIB = 1024**2
PTRACE_ATTACH, CLONE_NEWUSER, IO_URING_SETUP = 16, 0x10000000, 425
MOST_FORKS = 20_000
libc = ctypes.CDLL(None, use_errno=True)


def call(result: int) -> int:
    """What a C function returned; its failure as the OSError that it is."""
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def unix_socket(_order: child.Order) -> None:
    socket.socket(socket.AF_UNIX).connect("/nowhere")


def fork_and_leave(_order: child.Order) -> None:
    if os.fork() == 0:
        os.setsid()
        time.sleep(600)


def fill_the_disk(order: child.Order) -> None:
    with (order.work_dir / "large").open("wb") as file:
        for _ in range(10 * 1024):
            file.write(bytes(MIB))


def raise_limits(_order: child.Order) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def lower_anothers_limits(_order: child.Order) -> None:
    resource.prlimit(server(), resource.RLIMIT_NOFILE, (3, 3))


def server() -> int:
    """The process that forks children: what can be done to it can be done to the API or the worker."""
    return os.getppid()


def start_a_program(_order: child.Order) -> None:
    os.execv("/bin/sh", ["sh", "-c", "true"])  # noqa: S606


def write_elsewhere(order: child.Order) -> None:
    (order.work_dir.parent / "elsewhere").write_text("here I was")


EVERYWHERE: dict[str, Callable[[child.Order], object]] = {
    "read /etc/passwd": lambda _: Path("/etc/passwd").read_text(),
    "list the uploads of others": lambda order: os.listdir(order.work_dir.parent),  # noqa: PTH208
    "read the upload of another": lambda order: (order.work_dir.parent / "of-another").read_bytes(),
    "follow a link out": lambda order: (order.work_dir / "link").read_bytes(),
    "read a file of the server's folder": lambda _: Path(os.environ.get("OLDPWD", "/root"), ".env").read_bytes(),
    "read another's environment": lambda _: Path(f"/proc/{server()}/environ").read_bytes(),
    "read another's memory": lambda _: os.open(f"/proc/{server()}/mem", os.O_RDONLY),
    "write elsewhere": write_elsewhere,
    "connect to the internet": lambda _: socket.create_connection(("192.0.2.1", 80), timeout=1),
    "connect to this machine": lambda order: socket.create_connection(("127.0.0.1", int(order.language or 0)), 1),
    "send a datagram": lambda _: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 53)),
    "listen": lambda _: socket.create_server(("127.0.0.1", 0)),
    "connect to a socket file": unix_socket,
    "look at the interfaces": lambda _: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "make packets": lambda _: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP),
    "start a program": start_a_program,
    "signal the server": lambda _: os.kill(server(), signal.SIGCONT),
    "trace the server": lambda _: call(libc.ptrace(PTRACE_ATTACH, server(), 0, 0)),
    "have a namespace": lambda _: call(libc.unshare(CLONE_NEWUSER)),
    "have a ring": lambda _: call(libc.syscall(IO_URING_SETUP, 1, 0)),
    "leave the group": lambda _: os.setpgid(0, 0),
    "raise limits": raise_limits,
    "lower another's limits": lower_anothers_limits,
    "fill the disk": fill_the_disk,
    "fill the memory": lambda order: bytearray(order.memory_bytes),
    "dump core": lambda _: resource.setrlimit(resource.RLIMIT_CORE, (1, 1)),
    "be root": lambda _: os.setuid(1) if os.getuid() == 0 else os.setuid(0),
    "change the system": lambda _: call(libc.sethostname(os.uname().nodename.encode(), len(os.uname().nodename))),
}
ONLY_LOOKING: dict[str, Callable[[child.Order], object]] = {
    "fork and live on": fork_and_leave,
    "write into the upload": lambda order: order.media.write_bytes(b"other"),
    "write a file": lambda order: (order.work_dir / "new").write_bytes(b"x"),
}


def main(line: socket.socket, parent: Connection, order: child.Order) -> None:
    """Do the worst; tell for each deed whether it was done, and what is known of the surroundings."""
    child.lead_group(parent)
    fence.close(child.ground(order))
    deeds = EVERYWHERE if order.task_id else EVERYWHERE | ONLY_LOOKING
    done = [name for name, deed in deeds.items() if _does(deed, order)]
    known = {"environment": dict(os.environ), "folder": str(Path.cwd()), "mask": os.umask(0)}
    _tell(line, {"done": done, **known})


def bomb(line: socket.socket, parent: Connection, order: child.Order) -> None:
    """Fork without end, as another user where this one is root, whose processes nobody counts."""
    child.lead_group(parent)
    if os.getuid() == 0:
        os.setuid(int(order.language or 0))
        limits.tasks_of_the_machine = lambda: 0  # that user has none
        limits.MORE_PROCESSES, limits.MORE_PER_PROCESSOR = 20, 0
    fence.close(child.ground(order))
    forks = 0
    with suppress(OSError):
        while forks < MOST_FORKS:
            if os.fork() == 0:
                time.sleep(600)
            forks += 1
    _tell(line, {"forks": forks})


def _does(deed: Callable[[child.Order], object], order: child.Order) -> bool:
    try:
        deed(order)
    except (OSError, MemoryError, ValueError):
        return False
    return True


def _tell(line: socket.socket, found: dict[str, object]) -> None:
    for message in (
        {"kind": "log", "level": 30, "logger": "hostile", "text": json.dumps(found)},
        {"kind": "done", "seconds": 0},
    ):
        line.sendall(json.dumps(message).encode() + b"\n")
