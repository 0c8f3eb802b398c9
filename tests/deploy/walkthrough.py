"""Follows `docs/first-deployment.md` word for word, as root on a machine that is made up for it, and gone afterwards.

The page's commands run in one shell, in namespaces of their own: with an /etc, /opt, /var and network that nobody else
sees, so that they may write where the page says. systemd doesn't run there; what stands in for `systemctl` reads the
units and starts their ExecStart lines as their user, and Redis is the Valkey of our wheel. Where the page starts
Prometheus, each target of its configuration is scraped once as it says, and the rules are read.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/first-deployment.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("/etc",)
COVERED = ("/opt", "/var/lib", "/var/log")
"""What is there stays to be seen; what is added is nobody else's."""
CALLS = ["mount", "unshare", "setpriv", "useradd", "nginx", "curl", "openssl", "ip"]
REDIS = "bind 127.0.0.1\nport 6379\ndir {folder}\n"


def blocks() -> list[str]:
    """The page's commands, in order."""
    return BLOCK.findall(PAGE.read_text())


def missing() -> list[str]:
    """What this machine lacks for it, in words."""
    found = [f"{name} is missing" for name in CALLS if not shutil.which(name, path=_path())]
    if os.getuid() != 0:
        return [*found, "it must be root"]
    apart = subprocess.run(["unshare", "--mount", "--net", "--pid", "--fork", "true"], capture_output=True)
    return found if apart.returncode == 0 else [*found, "namespaces of its own are refused"]


def _path() -> str:
    return f"/usr/sbin:/usr/bin:/sbin:/bin:{os.environ['PATH']}"


def make_up(folder: Path) -> None:
    """In a mount namespace of our own: copies and covers of the folders that the page writes to."""
    for name in COPIED:
        own = folder / name.strip("/")
        subprocess.run(["cp", "-a", name, own], check=True)
        subprocess.run(["mount", "--bind", own, name], check=True)
    for name in COVERED:
        own = folder / name.strip("/").replace("/", "-")
        own.mkdir()
        for each in Path(name).iterdir():
            if each.is_dir() and not each.is_symlink():
                (own / each.name).mkdir()
                subprocess.run(["mount", "--rbind", each, own / each.name], check=True)
        subprocess.run(["mount", "--rbind", own, name], check=True)
    for name in ("/etc/redis", "/etc/prometheus", "/etc/systemd/system", "/var/lib/made-up-redis", "/var/log/nginx"):
        Path(name).mkdir(parents=True, exist_ok=True)
    Path("/etc/redis/redis.conf").write_text(REDIS.format(folder="/var/lib/made-up-redis"))


def run(folder: Path) -> int:
    """All of the page: what needs the network of this machine first, the rest in one of its own."""
    make_up(folder)
    tools = folder / "tools"
    tools.mkdir()
    (tools / "systemctl").write_text(
        f'#!/bin/sh\nexec {sys.executable} {Path(__file__).with_name("no_systemd.py")} "$@"\n'
    )
    (tools / "systemctl").chmod(0o755)
    install, *rest = blocks()
    env = {**os.environ, "PATH": f"{tools}:/usr/sbin:/usr/bin:/sbin:/bin"}
    shell = ["bash", "-euxo", "pipefail", "-c"]
    subprocess.run([*shell, install], cwd=ROOT, env=env | {"PATH": f"{tools}:{_path()}"}, check=True)
    apart = ["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
    script = "\n".join(["ip link set lo up", *rest])
    return subprocess.run([*apart, *shell, script], cwd=ROOT, env=env, check=False).returncode


def main() -> None:
    """Once more in a mount namespace of its own, then the page."""
    if sys.argv[1:]:
        sys.exit(run(Path(sys.argv[1])))
    if lacking := missing():
        sys.exit(f"The page can't be followed here: {', '.join(lacking)}.")
    for old in (ROOT / "dist").glob("cueweave-*.whl"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="cueweave-walkthrough-") as folder:
        Path(folder).chmod(0o755)  # the service's user walks through it
        apart = ["unshare", "--mount", "--propagation", "private", sys.executable, __file__, folder]
        code = subprocess.run(apart, check=False).returncode
    sys.stdout.write(
        "The page was followed to its end.\n" if code == 0 else f"The page's commands ended with {code}.\n"
    )
    sys.exit(code)


if __name__ == "__main__":
    main()
