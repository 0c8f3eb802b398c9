"""Leading the service to where only it can go (SSRF, OWASP API7): by address, name, redirect, endless answer."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import httpcore
import pytest
from api.service import Files, Service
from deploy.certificate import for_localhost
from support.loopback import Loopback
from support.receiver import SECRET

from cueweave.clients.outbound.addresses import Allowed
from cueweave.clients.outbound.network import Guarded
from cueweave.clients.outbound.pool import Pool, open_pool
from cueweave.clients.webhooks.sending import Answer, send

LOOPBACK = Allowed(networks=(ip_network("127.0.0.0/8"),), http=True)
HTTP = Allowed(http=True)
NOT_ALLOWED = "the host is at an address that may not be reached from here"


async def told(pool: Pool, url: str, *, seconds: float = 5.0) -> Answer:
    return await send(pool, url, "msg_1", "{}", [SECRET], seconds=seconds)


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    """Nothing but the world may be reached, without TLS, too."""
    async with open_pool(HTTP) as opened:
        yield opened


class Recorder(httpcore.AsyncNetworkBackend):
    """Where a connection would go."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        self.asked.append(host)
        raise httpcore.ConnectError("nobody is there")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost.",
    ],
)
async def test_this_machine_is_not_reached_however_it_is_written(pool: Pool, forbidden: str, host: str) -> None:
    port = forbidden.rpartition(":")[2]
    assert (await told(pool, f"http://{host}:{port}/")).status is None


async def test_a_name_that_leads_inside_is_not_followed(forbidden: str) -> None:
    port = int(forbidden.rpartition(":")[2])
    async with open_pool(HTTP, Guarded(HTTP, lookup=lambda *_: ["127.0.0.1"])) as pool:
        assert await told(pool, f"http://inside.example.org:{port}/") == Answer(None, NOT_ALLOWED)


async def test_one_address_inside_among_public_ones_is_enough_to_refuse_a_name() -> None:
    network = Recorder()
    async with open_pool(HTTP, Guarded(HTTP, network, lambda *_: ["93.184.215.14", "10.0.0.1"])) as pool:
        assert await told(pool, "http://mixed.example.org/") == Answer(None, NOT_ALLOWED)
    assert network.asked == []


async def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once() -> None:
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])
    network = Recorder()
    async with open_pool(HTTP, Guarded(HTTP, network, lambda *_: next(answers))) as pool:
        await told(pool, "http://rebinding.example.org/")
        assert network.asked == ["93.184.215.14"]
        assert await told(pool, "http://rebinding.example.org/") == Answer(None, NOT_ALLOWED)
    assert network.asked == ["93.184.215.14"]


async def test_a_name_server_that_takes_its_time_is_given_up() -> None:
    over = threading.Event()

    def slow(*_: object) -> list[str]:
        over.wait(30)
        return ["93.184.215.14"]

    async with open_pool(HTTP, Guarded(HTTP, Recorder(), slow)) as pool:
        try:
            assert (await told(pool, "http://slow.example.org/", seconds=0.3)).reason == "no answer within 0 s"
        finally:
            over.set()


async def test_proxies_of_the_environment_are_not_heeded(forbidden: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, forbidden)
    async with open_pool(HTTP, Guarded(HTTP, Recorder(), lambda *_: ["93.184.215.14"])) as fresh:
        assert (await told(fresh, "http://www.example.org/")).status is None


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server that proves to be `localhost`, and whose certificate is believed."""
    for_localhost(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "fullchain.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "fullchain.pem", tmp_path / "privkey.pem")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing."""

    class Server(ThreadingHTTPServer):
        def get_request(self) -> tuple[ssl.SSLSocket, Any]:
            connection, address = self.socket.accept()
            return context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

        def handle_error(self, *_: object) -> None:
            """Whoever doesn't believe the certificate hangs up."""

    loopback = Loopback(Handler, Server)
    yield int(loopback.address.rpartition(":")[2])
    loopback.close()


async def test_a_receiver_must_prove_its_name_and_not_its_address(certified: int) -> None:
    inside = Allowed(networks=(ip_network("127.0.0.0/8"),))
    async with open_pool(inside, Guarded(inside, lookup=lambda *_: ["127.0.0.1"])) as pool:
        assert await told(pool, f"https://localhost:{certified}/") == Answer(204, "")
        other = await told(pool, f"https://www.example.org:{certified}/")
        assert other == Answer(None, "not reachable (ConnectError)")


def answering(answer: bytes, *, then_silent: bool = False, for_ever: bytes = b"") -> Iterator[str]:
    """A server that sends these bytes to whoever asks, and maybe goes on without end."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            try:
                self.wfile.write(answer)
                while for_ever and not over.is_set():
                    self.wfile.write(for_ever)
                if then_silent:
                    over.wait(30)
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            """Nothing."""

    loopback = Loopback(Handler)
    yield loopback.address
    over.set()
    loopback.close()


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    yield from answering(**request.param)


ENDLESS = {"answer": b"HTTP/1.1 200 OK\r\n\r\n", "for_ever": b"x" * 65536}
ENDLESS_HEAD = {"answer": b"HTTP/1.1 200 OK\r\n", "for_ever": b"x: " + b"y" * 60000 + b"\r\n"}
ENDLESS_HINTS = {"answer": b"", "for_ever": b"HTTP/1.1 100 Continue\r\n\r\n"}
SILENT = {"answer": b"HTTP/1.1 2", "then_silent": True}
NO_HTTP = {"answer": b"SSH-2.0-OpenSSH_9.6\r\n"}
BOMB = {
    "answer": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00"
}


@pytest.mark.parametrize("server", [ENDLESS, BOMB], indirect=True, ids=["without end", "packed"])
async def test_of_an_answer_nothing_but_its_status_is_read(server: str) -> None:
    async with open_pool(LOOPBACK) as pool:
        began = time.monotonic()
        assert await told(pool, server) == Answer(200, "")
        assert time.monotonic() < began + 3


@pytest.mark.parametrize(
    "server",
    [ENDLESS_HEAD, ENDLESS_HINTS, SILENT, NO_HTTP],
    indirect=True,
    ids=["a head without end", "hints without end", "silent", "no HTTP"],
)
async def test_what_is_no_answer_ends_in_time(server: str) -> None:
    async with open_pool(LOOPBACK) as pool:
        began = time.monotonic()
        answer = await told(pool, server, seconds=0.5)
        assert answer.status is None
        assert answer.reason
        assert time.monotonic() < began + 5


def test_no_task_is_made_with_an_address_that_may_not_be_asked(impatient: Service, files: Files) -> None:
    with impatient.client() as client:
        for address in ("https://example.org/", "http://127.0.0.1/", "file:///etc/passwd", "x" * 5000):
            answer = client.post("/process/srt_media/", files=files, data={"callback_url": address})
            assert answer.status_code == 422
            assert answer.json()["detail"].startswith("callback_url: ")
            assert "Traceback" not in answer.text
