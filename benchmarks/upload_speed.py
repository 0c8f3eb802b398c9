"""An upload of 1 GiB to Cueweave, to nginx that puts the same body on the same disk, and to FastAPI's `UploadFile`."""

from __future__ import annotations

import argparse
import random
import socket
import sys
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

sys.path.insert(0, str(Path(__file__).parent))

from nginx import nginx
from peer import PYTHON
from row import Row, compared, limited, print_machine, print_table
from small_service import HOST, SmallService

ROUNDS = 3
MIB = 1024**2
BOUNDARY = b"--cut"
SUBTITLES = b"1\n00:00:00,100 --> 00:00:01,900\nA long recording.\n"
CONF = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off; client_body_temp_path {folder}/temp;
    server {{
        listen {host}:{port}; root {folder}/put;
        location / {{ dav_methods PUT; client_max_body_size 0; }}
    }}
}}
"""


def upload_rows(mib: int = 1024) -> list[Row]:
    """Each in its turn, from the same file, over one connection of its own."""
    if not PYTHON.exists():
        raise SystemExit("FastAPI's UploadFile needs an environment of its own: make peers")
    with SmallService() as service:
        medium = _medium(service.folder / "long.wav", mib)
        ours, bare = service.api(CUEWEAVE_RATE_LIMITS="off"), service.bare("bare_upload:app", str(PYTHON))
        taken: dict[str, list[float]] = {"ours": [], "nginx": [], "bare": []}
        grown: dict[str, list[float]] = {"ours": [], "bare": []}
        (service.folder / "nginx/put").mkdir(parents=True)
        with nginx(service.folder / "nginx", CONF) as put:
            for _ in range(ROUNDS):
                with _growth(service.members[ours].pid, grown["ours"]):
                    taken["ours"].append(_post(ours, "/process/srt_media/", medium))
                _cancel_all(ours)
                taken["nginx"].append(_put(put, medium))
                with _growth(service.members[bare].pid, grown["bare"]):
                    taken["bare"].append(_post(bare, "/", medium))
    speeds = {name: [mib / seconds for seconds in found] for name, found in taken.items()}
    what = f"upload of {mib} MiB"
    return [
        compared(
            f"{what}, looked at by a decoder before the answer",
            speeds["ours"],
            speeds["nginx"],
            "MiB/s",
            peer="nginx, PUT",
        ),
        compared(what, speeds["ours"], speeds["bare"], "MiB/s", peer="FastAPI's UploadFile"),
        limited("what the API's memory grows by meanwhile", grown["ours"], 100, "MiB"),
        compared("the same", grown["ours"], grown["bare"], "MiB", peer="FastAPI's UploadFile"),
    ]


def _medium(path: Path, mib: int) -> Path:
    """Noise, so that nothing on the way can make it smaller."""
    noise = random.Random(4).randbytes(MIB)  # noqa: S311
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48000)
        for _ in range(mib):
            file.writeframesraw(noise)
    return path


def _post(port: int, path: str, medium: Path) -> float:
    """Seconds until the answer."""
    before = _part("srt_file", "talk.srt") + SUBTITLES + b"\r\n" + _part("media_file", "long.wav")
    after = b"\r\n--" + BOUNDARY + b"--\r\n"
    length = len(before) + medium.stat().st_size + len(after)
    kind = b"multipart/form-data; boundary=" + BOUNDARY
    head = b"POST %s HTTP/1.1\r\nHost: x\r\nX-User-ID: ada\r\nContent-Type: %s\r\n" % (path.encode(), kind)
    return _send(port, head + b"Content-Length: %d\r\n\r\n" % length + before, medium, after)


def _part(name: str, file: str) -> bytes:
    return b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n' % (
        BOUNDARY,
        name.encode(),
        file.encode(),
    )


def _put(port: int, medium: Path) -> float:
    head = f"PUT /long.wav HTTP/1.1\r\nHost: x\r\nContent-Length: {medium.stat().st_size}\r\n\r\n"
    return _send(port, head.encode(), medium, b"")


def _send(port: int, before: bytes, medium: Path, after: bytes) -> float:
    began = time.perf_counter()
    with socket.create_connection((HOST, port)) as connection, medium.open("rb") as file:
        connection.sendall(before)
        connection.sendfile(file)
        connection.sendall(after)
        status = connection.recv(65536).split(b" ", 2)[1]
    if not status.startswith(b"2"):
        raise SystemExit(f"answered {status!r}")
    return time.perf_counter() - began


def _cancel_all(port: int) -> None:
    """No worker runs: what was handed in would fill the disk."""
    with httpx.Client(base_url=f"http://{HOST}:{port}", headers={"X-User-ID": "ada"}, timeout=60) as client:
        for task in client.get("/users/me/tasks").json()["active_tasks"]:
            client.delete(f"/tasks/{task['task_id']}").raise_for_status()


@contextmanager
def _growth(pid: int, found: list[float]) -> Iterator[None]:
    """The most by which the process grew while the block ran, in MiB."""
    process, over = psutil.Process(pid), threading.Event()
    before = process.memory_info().rss
    most = [before]

    def look() -> None:
        while not over.wait(0.02):
            most[0] = max(most[0], process.memory_info().rss)

    watcher = threading.Thread(target=look)
    watcher.start()
    yield
    over.set()
    watcher.join()
    found.append((most[0] - before) / MIB)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mib", type=int, default=1024)
    print_machine()
    print_table(upload_rows(parser.parse_args().mib))
