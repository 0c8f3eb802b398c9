"""The requests on the wire: counted by how they ended, and cut off where an answer has no end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from enum import StrEnum
from typing import cast

import httpx2

LONGEST_ANSWER = 8 * 1024**2
"""Bytes; a good answer has some 20,000."""


class Outcome(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REJECTED = "rejected"
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    CANCELLED = "cancelled"


def network(proxy: str) -> httpx2.AsyncBaseTransport:
    """The way there, through that proxy if one is named; what the environment names is no word of the operator's."""
    return httpx2.AsyncHTTPTransport(proxy=httpx2.Proxy(proxy) if proxy else None, trust_env=False)


class Traffic(httpx2.AsyncBaseTransport):
    """Passes requests on to the network and tells how each ended."""

    def __init__(self, told: Callable[[Outcome], None], within: httpx2.AsyncBaseTransport) -> None:
        self._told = told
        self._network = within

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response, whole."""
        outcome = Outcome.CANCELLED
        request.headers["accept-encoding"] = "identity"
        try:
            response = await self._network.handle_async_request(request)
            if response.headers.get("content-encoding", "identity") != "identity":
                # 8 MiB of gzip may hold 8 GiB
                await response.aclose()
                raise httpx2.RemoteProtocolError("the answer is packed though nobody asked for that")
            response.stream = _Bounded(cast("httpx2.AsyncByteStream", response.stream))
            await response.aread()
            outcome = _outcome(response.status_code)
        except httpx2.TimeoutException:
            outcome = Outcome.TIMED_OUT
            raise
        except httpx2.TransportError:
            outcome = Outcome.UNREACHABLE
            raise
        finally:
            self._told(outcome)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        await self._network.aclose()


class _Bounded(httpx2.AsyncByteStream):
    """A body that ends with an error where it grows beyond all measure."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._body:
            size += len(part)
            if size > LONGEST_ANSWER:
                raise httpx2.RemoteProtocolError("the answer is too long")
            yield part

    async def aclose(self) -> None:
        await self._body.aclose()


def _outcome(status: int) -> Outcome:
    if status == httpx2.codes.TOO_MANY_REQUESTS:
        return Outcome.LIMITED
    if status >= httpx2.codes.INTERNAL_SERVER_ERROR:
        return Outcome.SERVER_ERROR
    return Outcome.REJECTED if status >= httpx2.codes.BAD_REQUEST else Outcome.ANSWERED
