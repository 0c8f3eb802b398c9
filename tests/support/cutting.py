"""A proxy that cuts connections in the middle of what they carry."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

AT_ONCE = 16 * 1024
RESET = struct.pack("ii", 1, 0)
"""Linger for no time: closing sends a reset, as networks do that break."""


class Cutting:
    """Passes connections on; those that carry more to the server than the next of `cuts` allows end there."""

    def __init__(self, target: str, cuts: Sequence[int]) -> None:
        """`cuts`: bytes of one connection, each for one connection, one after another."""
        where = urlsplit(target)
        self._target = (where.hostname or "", where.port or 80)
        self._cuts = list(cuts)
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://{}:{}".format(*self._listener.getsockname())
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def cuts_left(self) -> int:
        """How many cuts haven't been made."""
        return len(self._cuts)

    def mend(self) -> None:
        """Make no more cuts."""
        with self._lock:
            self._cuts.clear()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._target)
                for pump, pair in ((self._forth, (client, server)), (_back, (server, client))):
                    threading.Thread(target=pump, args=pair, daemon=True).start()

    def _forth(self, client: socket.socket, server: socket.socket) -> None:
        carried = 0
        with suppress(OSError):
            while data := client.recv(AT_ONCE):
                server.sendall(data)
                carried += len(data)
                if self._is_cut(carried):
                    for each in (client, server):
                        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    break
        _end(client, server)

    def _is_cut(self, carried: int) -> bool:
        with self._lock:
            if not self._cuts or carried < self._cuts[0]:
                return False
            del self._cuts[0]
            return True


def _back(server: socket.socket, client: socket.socket) -> None:
    with suppress(OSError):
        while data := server.recv(AT_ONCE):
            client.sendall(data)
    _end(client, server)


def _end(*sockets: socket.socket) -> None:
    """Wake whoever reads them, and close them."""
    for each in sockets:
        with suppress(OSError):
            each.shutdown(socket.SHUT_RD)
        each.close()


@contextmanager
def cutting(target: str, cuts: Sequence[int]) -> Iterator[Cutting]:
    """A proxy in front of this address for as long as the block lasts."""
    proxy = Cutting(target, cuts)
    try:
        yield proxy
    finally:
        proxy.close()
