"""nginx as a peer: the real one, on a port of its own, as long as a block."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chaos_system import HOST, free_port


@contextmanager
def nginx(place: Path, conf: str) -> Iterator[int]:
    """The port; `conf` has `{folder}`, which is the place, `{host}` and `{port}`."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise SystemExit("no nginx here; on Debian: apt-get install nginx-light")
    port = free_port()
    for folder in (place.parent, place):  # it writes as somebody else
        folder.chmod(0o777)
    (place / "nginx.conf").write_text(conf.format(folder=place, host=HOST, port=port))
    process = subprocess.Popen([program, "-p", str(place), "-c", str(place / "nginx.conf")])
    try:
        time.sleep(1)
        yield port
    finally:
        process.terminate()
        process.wait()
