"""Large uploads pass through: they don't pile up in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import httpx
import psutil
from api.service import CLEAN, Service
from support.eventually import eventually_sync

GIB, MIB = 1024**3, 1024**2
HEAD = (
    b'--x\r\nContent-Disposition: form-data; name="media_file"; filename="big.wav"\r\n\r\n'
    b"RIFF\xff\xff\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0\x80\x3e\0\0\0\x7d\0\0\x02\0\x10\0data\xff\xff\xff\x7f"
)
TAIL = b"\r\n--x--\r\n"


class Peak:
    """The most resident memory that a process is seen with."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self.before = self.most = self._process.memory_info().rss

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            self.most = max(self.most, self._process.memory_info().rss)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def test_an_upload_of_a_gibibyte_takes_less_than_150_mb_of_memory(idle: Service) -> None:
    block = bytes(MIB)

    def body() -> Iterator[bytes]:
        yield HEAD
        for _ in range(1024):
            yield block
        yield TAIL

    length = len(HEAD) + GIB + len(TAIL)
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(length)}
    with idle.client() as client, Peak(idle.pid) as peak:
        answer = client.post("/process/srt_media/", content=body(), headers=headers, timeout=httpx.Timeout(120))
    assert answer.status_code in (202, 413), answer.text  # nine hours of silence: the form is fine, the length isn't
    assert psutil.Process(idle.pid).io_counters().write_chars > GIB  # it is this process that the bytes went through
    assert peak.most - peak.before < 150e6
    idle.wipe()
    eventually_sync(lambda: idle.leftovers() == CLEAN)
