"""Where the API may listen."""

import asyncio
import socket

import pytest

from cueweave.cli.bind import listen, url_of
from cueweave.errors import SetupError


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost"])
def test_loopback_is_free_to_all(host: str) -> None:
    with listen(host, 0, anywhere=False) as listener:
        assert url_of(listener).startswith("http://")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104  # refused
def test_other_addresses_are_refused_while_the_user_header_is_not_trusted(host: str) -> None:
    with pytest.raises(SetupError, match="CUEWEAVE_TRUST_USER_HEADER=1"):
        listen(host, 0, anywhere=False)


def test_all_addresses_can_be_had_once_the_header_is_trusted() -> None:
    with listen("0.0.0.0", 0, anywhere=True) as listener:  # noqa: S104  # what is tested
        port = listener.getsockname()[1]
        assert url_of(listener) == f"http://127.0.0.1:{port}"
        socket.create_connection(("127.0.0.1", port)).close()


async def test_answers_on_a_kept_connection_are_not_held_back() -> None:
    """Nagle's algorithm waits for the client's acknowledgement, 40 ms, before the second packet of an answer."""
    held_back: list[bool] = []
    with listen("127.0.0.1", 0, anywhere=False) as listener:

        def accepted(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            held_back.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0)
            writer.close()

        async with await asyncio.start_server(accepted, sock=listener):
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            await reader.read()
            writer.close()
    assert held_back == [False]


def test_a_port_in_use_is_told_with_its_number() -> None:
    with listen("127.0.0.1", 0, anywhere=False) as first:
        port = first.getsockname()[1]
        with pytest.raises(SetupError, match=f"port {port}: Address already in use"):
            listen("127.0.0.1", port, anywhere=False)


def test_an_unknown_host_is_named() -> None:
    with pytest.raises(SetupError, match=r"nowhere\.invalid is unknown"):
        listen("nowhere.invalid", 0, anywhere=False)
