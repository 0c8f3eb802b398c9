"""The way to hosts that strangers name: names are looked up here, and only what was looked at is connected to."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Any

import httpcore

from cueweave.clients.outbound.addresses import Address, Allowed
from cueweave.errors import BadAddress

MOST_ADDRESSES = 16
"""Of one host; the world's largest have fewer."""
LOOKUPS_AT_ONCE = 16
Lookup = Callable[[str, int], list[str]]
"""The addresses of a host, as text. Raises OSError; it may take its time."""


def look_up(host: str, port: int) -> list[str]:
    """As the system does."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


class Guarded(httpcore.AsyncNetworkBackend):
    """Connects where `allowed` lets it, whatever a name says before or after.

    Every address of the name must be allowed, and the connection goes to the very address that was looked at: a name
    that leads elsewhere the next time (DNS rebinding) changes nothing. TLS still checks the name.
    """

    def __init__(
        self, allowed: Allowed, within: httpcore.AsyncNetworkBackend | None = None, lookup: Lookup = look_up
    ) -> None:
        self._allowed = allowed
        self._network = within or httpcore.AnyIOBackend()
        self._lookup = lookup
        # of its own: a name server that takes its time must not hold up what reads and writes files
        self._threads = ThreadPoolExecutor(LOOKUPS_AT_ONCE, thread_name_prefix="lookup")

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's way
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """As httpcore wants it. Raises BadAddress, httpcore.NetworkError, httpcore.TimeoutException."""
        addresses = await self._addresses(host, port, timeout)
        if not all(map(self._allowed.holds, addresses)):
            raise BadAddress("the host is at an address that may not be reached from here")
        fault: Exception = httpcore.ConnectError("the host has no address")
        for address in addresses:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    async def _addresses(self, host: str, port: int, seconds: float | None) -> list[Address]:
        loop = asyncio.get_running_loop()
        try:
            found = await asyncio.wait_for(loop.run_in_executor(self._threads, self._lookup, host, port), seconds)
            return [ip_address(each) for each in found[:MOST_ADDRESSES]]
        except TimeoutError:
            raise httpcore.ConnectTimeout("the host's name could not be looked up in time") from None
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the host's name is not known") from error

    async def sleep(self, seconds: float) -> None:
        """As httpcore wants it."""
        await asyncio.sleep(seconds)

    def close(self) -> None:
        """Look nothing up any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
