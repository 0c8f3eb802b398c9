"""Children that start processes of their own, as an aligner with a pool does."""

import json
import multiprocessing
import os
import signal
import socket
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from cueweave.work.child import Order, lead_group


def wait_for_ever() -> None:
    """What a grandchild does."""
    while True:
        signal.pause()


def _main(make: Callable[..., BaseProcess], line: socket.socket, parent: Connection) -> None:
    lead_group(parent)
    grandchild = make(target=wait_for_ever)
    grandchild.start()
    text = f"{os.getpid()} {grandchild.pid}"
    line.sendall(json.dumps({"kind": "log", "level": 40, "logger": "family", "text": text}).encode() + b"\n")
    wait_for_ever()


def with_forked(line: socket.socket, parent: Connection, _order: Order) -> None:
    """In the place of `child.main`: a grandchild that inherits all that is open."""
    _main(multiprocessing.get_context("fork").Process, line, parent)


def with_spawned(line: socket.socket, parent: Connection, _order: Order) -> None:
    """In the place of `child.main`: a grandchild that inherits nothing."""
    _main(multiprocessing.get_context("spawn").Process, line, parent)


def with_served(line: socket.socket, parent: Connection, _order: Order) -> None:
    """In the place of `child.main`: a grandchild by a fork server of the child's own."""
    _main(multiprocessing.get_context("forkserver").Process, line, parent)


KINDS = (with_forked, with_spawned, with_served)

PROGRAM = """
import asyncio, logging, sys
from pathlib import Path
from cueweave.work import child, processes
from support import families

async def main(kind):
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    child.main = getattr(families, kind)
    running = await processes.start(child.Order(None, Path("none"), None, Path("none"), 1, 2**32))
    try:
        await running.ending(lambda _: None)
    finally:
        running.kill()
        await running.gone()

asyncio.run(main(sys.argv[1]))
"""
"""A program that starts one of these and prints the numbers of both processes."""
