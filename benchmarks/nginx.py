"""nginx as a peer: the real one, on a port of its own, as long as a block."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chaos_system import free_port
from small_service import HOST
from support.eventually import eventually_sync
from support.nginx import MISSING, NGINX


@contextmanager
def nginx(place: Path, conf: str) -> Iterator[int]:
    """The port; `conf` has `{folder}`, which is the place, `{host}` and `{port}`."""
    if NGINX is None:
        raise SystemExit(MISSING)
    port = free_port()
    for folder in (place.parent, place):  # it writes as somebody else
        folder.chmod(0o777)
    (place / "nginx.conf").write_text(conf.format(folder=place, host=HOST, port=port))
    process = subprocess.Popen([NGINX, "-p", str(place), "-c", str(place / "nginx.conf")])
    try:
        eventually_sync(lambda: _answers(port), within=10)
        yield port
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True
