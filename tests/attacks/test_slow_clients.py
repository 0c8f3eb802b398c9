"""Clients that take their time, to keep others from theirs: each is ended, and nobody waits for it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import psutil
import pytest
from api.conftest import serving
from api.raw import Answer, stubborn
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync

HEAD = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"
BODY = (
    b"POST /process/srt_media/ HTTP/1.1\r\nHost: x\r\nX-User-ID: mallory\r\nContent-Length: 1000000\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    b'--x\r\nContent-Disposition: form-data; name="media_file"\r\n\r\n'
)
BEGINNINGS = {
    "nothing at all": b"",
    "half a head": HEAD,
    "half a body": BODY,
    "half a body in chunks": BODY.replace(b"Content-Length: 1000000", b"Transfer-Encoding: chunked").replace(
        b"\r\n\r\n--x", b"\r\n\r\n999\r\n--x"
    ),
    "an answer, then nothing": HEAD + b"\r\n",
    "an answer, then half a head": HEAD + b"\r\n" + HEAD,
    "a question with a body that never ends": HEAD + b"Content-Length: 1000\r\n\r\n",
}
TIMED_OUT = ("half a head", "half a body", "half a body in chunks", "an answer, then half a head")


class Slow:
    """A connection over which as little comes as the attacker likes."""

    def __init__(self, service: Service, beginning: bytes) -> None:
        where = urlsplit(service.url)
        self._socket = socket.create_connection((where.hostname or "", where.port or 80))
        self._socket.sendall(beginning)
        self._socket.settimeout(0)
        self.came = b""
        self.is_over = False

    def send(self, data: bytes) -> bool:
        """Send some more, and read nothing; whether the server has ended it."""
        try:
            self._socket.send(data)
        except BlockingIOError:
            pass
        except ConnectionError:
            self.is_over = True
        return self.is_over

    def drip(self, data: bytes = b"a") -> bool:
        """Send a byte more, read what there is; whether the server has ended it."""
        try:
            if data:
                self._socket.send(data)
            while more := self._socket.recv(65536):
                self.came += more
            self.is_over = True
        except BlockingIOError:
            pass
        except ConnectionError:
            self.is_over = True
        return self.is_over

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def slow(impatient: Service) -> Iterator[ExitStack]:  # noqa: ARG001 - for the order of their ends
    """Closes the connections before the service is looked at."""
    with ExitStack() as opened:
        yield opened


def opened(stack: ExitStack, service: Service, beginning: bytes) -> Slow:
    connection = Slow(service, beginning)
    stack.callback(connection.close)
    return connection


@pytest.mark.parametrize("drop", [b"a", b""], ids=["dripping", "silent"])
@pytest.mark.parametrize("attack", BEGINNINGS)
def test_a_client_that_keeps_the_server_waiting_is_ended(
    impatient: Service, slow: ExitStack, attack: str, drop: bytes
) -> None:
    connection = opened(slow, impatient, BEGINNINGS[attack])
    eventually_sync(lambda: connection.drip(drop))
    if attack in TIMED_OUT and not drop:
        assert b" 408 " in connection.came
        assert b'{"detail":' in connection.came
    eventually_sync(lambda: impatient.leftovers() == CLEAN)


def test_while_two_hundred_are_slow_others_are_served(impatient: Service, slow: ExitStack, files: Files) -> None:
    with impatient.client("ada") as ada:
        task_id = ada.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
        api = psutil.Process(impatient.pid)
        crowd = [opened(slow, impatient, beginning) for beginning in (HEAD, BODY) for _ in range(100)]
        eventually_sync(lambda: len(api.net_connections("tcp")) > 100)  # some have been ended by now
        while [each for each in crowd if not each.drip()]:
            assert ada.get(f"/tasks/{task_id}/status").status_code == 200
        assert ada.delete(f"/tasks/{task_id}").status_code == 200
    assert not any(b" 200 " in each.came or b" 202 " in each.came for each in crowd)
    impatient.wipe()


def test_a_client_that_does_not_read_its_answers_is_ended(impatient: Service, slow: ExitStack) -> None:
    connection = opened(slow, impatient, b"")
    ask = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 100
    eventually_sync(lambda: connection.send(ask))


def test_a_client_that_reads_slowly_but_reads_gets_all_of_its_answer(impatient: Service) -> None:
    several = stubborn(impatient.url, (HEAD + b"\r\n") * 3000 + HEAD + b"Connection: close\r\n\r\n")
    assert several.body.count(b" 200 ") == 3000


@pytest.fixture(scope="module")
def small() -> Iterator[Service]:
    with serving(CUEWEAVE_MAX_CONNECTIONS="12", CUEWEAVE_MAX_CONNECTIONS_PER_ADDRESS="8") as service:
        yield service


def test_an_address_with_too_many_connections_gets_no_more_of_them(small: Service) -> None:
    assert _after(small, 8, "127.0.0.1") == (429, "5")
    eventually_sync(lambda: stubborn(small.url, HEAD + b"Connection: close\r\n\r\n").status == 200)


def test_a_server_with_too_many_connections_takes_no_more_of_them(small: Service) -> None:
    assert _after(small, 6, "127.0.0.2", "127.0.0.3") == (503, "5")
    eventually_sync(lambda: stubborn(small.url, HEAD + b"Connection: close\r\n\r\n").status == 200)


def _after(service: Service, count: int, *addresses: str) -> tuple[int, str]:
    """How the next connection is answered while each of these addresses has so many."""
    where = urlsplit(service.url)
    target = (where.hostname or "", where.port or 80)
    with ExitStack() as stack:
        for address in addresses * count:
            stack.enter_context(socket.create_connection(target, source_address=(address, 0))).sendall(HEAD)
        answer = eventually_sync(lambda: _refused(service))
    assert answer and set(answer.json) == {"detail"}
    return answer.status, answer.headers["retry-after"]


def _refused(service: Service) -> Answer | None:
    answer = stubborn(service.url, HEAD + b"Connection: close\r\n\r\n")
    return answer if answer.status >= 400 else None
