"""Answers up to a length: a server that is out of order, or not the one that was meant, may send without end."""

from __future__ import annotations

import httpx

IDENTITY = "identity"


async def read_bounded(answer: httpx.Response, most: int) -> bytes:
    """The body of a streamed answer. Raises httpx.RemoteProtocolError beyond so many bytes, and for a packed one."""
    _check_packing(answer)
    body = bytearray()
    async for part in answer.aiter_raw():
        body += part
        _check_length(body, most)
    return bytes(body)


def get_bounded(url: str, headers: dict[str, str], *, proxy: str, seconds: float, most: int) -> httpx.Response:
    """The answer to a GET, without following it elsewhere. Raises httpx.HTTPError."""
    headers = {**headers, "accept-encoding": IDENTITY}
    with (
        httpx.Client(timeout=seconds, proxy=proxy or None, trust_env=False, follow_redirects=False) as client,
        client.stream("GET", url, headers=headers) as answer,
    ):
        _check_packing(answer)
        body = bytearray()
        for part in answer.iter_raw():
            body += part
            _check_length(body, most)
        return httpx.Response(answer.status_code, content=bytes(body))


def _check_packing(answer: httpx.Response) -> None:
    """8 MiB of gzip may hold 8 GiB."""
    if answer.headers.get("content-encoding", IDENTITY) != IDENTITY:
        raise httpx.RemoteProtocolError("the answer is packed though nobody asked for that")


def _check_length(body: bytearray, most: int) -> None:
    if len(body) > most:
        raise httpx.RemoteProtocolError("the answer has no end")
