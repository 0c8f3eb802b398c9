"""Fetching an issuer's keys, from servers that mean no good, too."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from cueweave.clients import jwks
from cueweave.errors import KeysUnavailable, SetupError

Reply = Callable[[BaseHTTPRequestHandler], None]
KEYS = b'{"keys": [{"kty": "RSA"}, 7]}'


class Server:
    """Answers as a test wants it to."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.ended = Event()
        self.reply: Reply = lambda handler: plain(handler, KEYS)
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the library's name
                server.paths.append(self.path)
                server.reply(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()


def plain(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


async def test_the_keys_come_as_the_issuer_describes_them(server: Server) -> None:
    assert await jwks.fetch_key_set(f"{server.url}/keys") == [{"kty": "RSA"}]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(server: Server, status: int) -> None:
    server.reply = lambda handler: plain(handler, b"", status, Location=f"{server.url}/elsewhere")
    with pytest.raises(KeysUnavailable, match=str(status)):
        await jwks.fetch_key_set(f"{server.url}/keys")
    assert server.paths == ["/keys"]


async def test_an_answer_without_end_is_cut_off(server: Server) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        try:
            plain(handler, b"[")
            while not server.ended.is_set():
                handler.wfile.write(b" " * 65536)
        except OSError:
            server.ended.set()

    server.reply = endless
    with pytest.raises(KeysUnavailable, match="KiB"):
        await jwks.fetch_key_set(server.url)
    assert server.ended.wait(5)


async def test_an_answer_that_drips_is_cut_off(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def dripping(handler: BaseHTTPRequestHandler) -> None:
        try:
            plain(handler, b"[")
            while not server.ended.wait(0.05):
                handler.wfile.write(b" ")
        except OSError:
            server.ended.set()

    monkeypatch.setattr(jwks, "SECONDS", 0.5)
    server.reply = dripping
    with pytest.raises(KeysUnavailable, match="no answer"):
        await jwks.fetch_key_set(server.url)


async def test_a_compressed_answer_is_not_unpacked(server: Server) -> None:
    server.reply = lambda handler: plain(handler, gzip.compress(b" " * 10**7), Content_Encoding="gzip")
    with pytest.raises(KeysUnavailable, match="compressed"):
        await jwks.fetch_key_set(server.url)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"{}", b'{"keys": {}}', b"\xff", b"[" * 100_000], ids=lambda body: repr(body[:16])
)
async def test_an_answer_that_is_no_set_of_keys_is_an_outage(server: Server, body: bytes) -> None:
    server.reply = lambda handler: plain(handler, body)
    with pytest.raises(KeysUnavailable, match="no set of keys"):
        await jwks.fetch_key_set(server.url)


async def test_a_server_that_is_away_or_in_trouble_is_an_outage(server: Server) -> None:
    server.reply = lambda handler: plain(handler, b"", 500)
    for url in (server.url, "http://127.0.0.1:1/keys"):
        with pytest.raises(KeysUnavailable):
            await jwks.fetch_key_set(url)


@pytest.mark.parametrize(
    "url", ["https://login.example.org/keys", "http://127.0.0.1:8080/", "http://[::1]/", "http://localhost/"]
)
def test_an_address_that_nobody_on_the_way_can_change_is_taken(url: str) -> None:
    jwks.check_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://login.example.org/keys",
        "http://localhost.example.org/",
        "http://127.0.0.1.example.org/",
        "http://127.0.0.1@example.org/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "https://",
        "https://[x/",
        "https://host:port/",
        "",
        "keys.json",
    ],
)
def test_any_other_address_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(SetupError, match="CUEWEAVE_JWT_JWKS_URL"):
        jwks.check_address(url)
