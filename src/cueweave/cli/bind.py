"""The address at which the API listens."""

from __future__ import annotations

import ipaddress
import socket

from cueweave.errors import SetupError


def listen(host: str, port: int, *, trust_user_header: bool) -> socket.socket:
    """A listening socket; port 0 takes any free one.

    Raises SetupError where the address can't be had, or where others could reach a server that believes
    whatever user id they send.
    """
    family, address = _resolve(host, port)
    if not trust_user_header and not ipaddress.ip_address(address[0].partition("%")[0]).is_loopback:
        raise SetupError(
            f"Refusing to listen on {host}: the server believes any X-User-ID header, so others could read "
            "everyone's tasks. Listen on 127.0.0.1, or put a proxy that sets the header in front and set "
            "CUEWEAVE_TRUST_USER_HEADER=1."
        )
    # named, since asyncio sends small packets at once (TCP_NODELAY) only where it knows that the protocol is TCP
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise SetupError(f"Can't listen on {host} port {port}: {error.strerror}. Choose another --port.") from None
    return listener


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise SetupError(f"The host {host} is unknown: use a name or address of this machine.") from None
    family, _, _, _, address = found[0]
    return family, (str(address[0]), int(address[1]))


def url_of(listener: socket.socket) -> str:
    """How a client on this machine reaches it."""
    host, port = listener.getsockname()[:2]
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared, not bound
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"
