"""A real nginx with the operators' file, in front of APIs of a test."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from support.eventually import eventually_sync

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
MISSING = "no nginx here; on Debian: apt-get install nginx-light"
CONF = Path(__file__).parents[2] / "deploy/nginx/cueweave.conf"
CERTIFICATE = (
    "    ssl_certificate /etc/ssl/cueweave/fullchain.pem;\n    ssl_certificate_key /etc/ssl/cueweave/privkey.pem;\n"
)


class Nginx:
    """Started by making it; it serves `https` with the certificate in the folder, or `http` where there is none."""

    def __init__(self, folder: Path, apis: Sequence[str], *, user: str, port: int = 0) -> None:
        """`apis`: two addresses. `user`: whom it says everybody is, as nginx writes it; it knows no users itself."""
        assert NGINX, MISSING
        self.port = port or free_port()
        (folder / "nginx.conf").write_text(configuration(folder, self.port, apis, user))
        self._process = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")])
        eventually_sync(self._answers, within=10)

    def _answers(self) -> bool:
        try:
            with closing(socket.create_connection(("127.0.0.1", self.port), timeout=1)):
                return True
        except OSError:
            return False

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(30)


def free_port() -> int:
    """One that nobody listens on just now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port: int = listener.getsockname()[1]
    return port


def configuration(folder: Path, port: int, apis: Sequence[str], user: str) -> str:
    """The operators' file with our ports, names and user, inside the least of a main file."""
    with_tls = (folder / "fullchain.pem").exists()
    text = CONF.read_text()
    changes = [
        ("transcripts.example.org", "localhost"),
        ("127.0.0.1:8000", apis[0].removeprefix("http://")),
        ("127.0.0.1:8001", apis[1].removeprefix("http://")),
        ('X-User-ID ""', f"X-User-ID {user}"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl" if with_tls else f"listen 127.0.0.1:{port} backlog=2048"),
        ("/etc/ssl/cueweave", str(folder)) if with_tls else (CERTIFICATE, ""),
    ]
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    temporary = "".join(
        f"{name}_temp_path {folder / name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off; user root; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{ worker_connections 4096; }}\nhttp {{ access_log off; {temporary}\n{text}\n}}\n"
    )
