"""What requests to strangers' addresses are sent with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import httpcore
import httpx

from cueweave import __version__
from cueweave.clients.outbound.addresses import Allowed
from cueweave.clients.outbound.network import Guarded

CONNECT_SECONDS = 5.0
Headers = Iterable[tuple[str, str]]


class Unreachable(Exception):
    """There was no answer; the text says why, in words of ours."""


class Pool:
    """Sends single requests: no redirect is followed, no cookie kept, no proxy heeded, no connection used again."""

    def __init__(self, network: Guarded) -> None:
        self._http = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=network,
        )

    @asynccontextmanager
    async def ask(
        self, method: str, url: httpx.URL, headers: Headers, content: bytes = b"", *, idle_seconds: float
    ) -> AsyncIterator[httpcore.Response]:
        """The answer, of which nothing is read beyond its head. Raises Unreachable, BadAddress.

        `idle_seconds`: how long nothing may travel. How long all of it may take is for the caller to say.
        """
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = [
            ("Host", url.netloc.decode("ascii")),
            ("User-Agent", f"cueweave/{__version__}"),
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
            *headers,
        ]
        waits = {"connect": CONNECT_SECONDS, "read": idle_seconds, "write": idle_seconds, "pool": idle_seconds}
        try:
            async with self._http.stream(
                method, target, headers=sent, content=content or None, extensions={"timeout": waits}
            ) as answer:
                yield answer
        except httpcore.TimeoutException:
            raise Unreachable("no answer in time") from None
        except httpcore.NetworkError as error:
            raise Unreachable(f"not reachable ({type(error).__name__})") from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, UnicodeError) as error:
            raise Unreachable("the connection broke, or what answers there speaks no HTTP") from error

    async def aclose(self) -> None:
        """End all connections."""
        await self._http.aclose()


@asynccontextmanager
async def open_pool(allowed: Allowed, network: Guarded | None = None) -> AsyncIterator[Pool]:
    """For as long as the context lasts."""
    guarded = network or Guarded(allowed)
    pool = Pool(guarded)
    try:
        yield pool
    finally:
        await pool.aclose()
        guarded.close()
