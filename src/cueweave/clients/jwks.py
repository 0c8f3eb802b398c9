"""The public keys with which an issuer signs its tokens, fetched from its address (a JWK set, RFC 7517)."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import httpx

from cueweave.clients.loopback import is_loopback
from cueweave.errors import KeysUnavailable, SetupError

SECONDS = 5.0
"""For the whole of a fetch, however slowly it comes."""
MOST_BYTES = 512 * 1024
"""A set of a dozen keys with certificates has some 40,000."""


def check_address(url: str) -> None:
    """Raises SetupError unless nobody between us and the issuer can put keys of his own in place of the issuer's."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises where it is none
    except ValueError:
        host = ""
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))):
        raise SetupError(
            "CUEWEAVE_JWT_JWKS_URL is no address that can be trusted: write it like "
            "https://login.example.org/.well-known/jwks.json (http only on this machine)."
        )


async def fetch_key_set(url: str) -> list[dict[str, Any]]:
    """The keys as the issuer describes them, unchecked. Follows no redirect. Raises KeysUnavailable."""
    try:
        async with asyncio.timeout(SECONDS):
            data = await _get(url)
    except (TimeoutError, httpx.HTTPError) as error:
        raise KeysUnavailable(f"no answer ({type(error).__name__})") from error
    try:
        keys = json.loads(data)["keys"]
    except (ValueError, KeyError, TypeError, RecursionError):
        keys = None
    if not isinstance(keys, list):
        raise KeysUnavailable("the answer is no set of keys")
    return [key for key in keys if isinstance(key, dict)]


async def _get(url: str) -> bytes:
    near = is_loopback(urlsplit(url).hostname or "")
    headers = {"Accept": "application/jwk-set+json, application/json", "Accept-Encoding": "identity"}
    async with (
        httpx.AsyncClient(follow_redirects=False, trust_env=not near, timeout=SECONDS) as client,
        client.stream("GET", url, headers=headers) as answer,
    ):
        if answer.status_code != httpx.codes.OK:
            raise KeysUnavailable(f"status {answer.status_code}")
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise KeysUnavailable("a compressed answer, which nobody asked for")
        data = bytearray()
        async for part in answer.aiter_raw():
            data += part
            if len(data) > MOST_BYTES:
                raise KeysUnavailable(f"an answer of more than {MOST_BYTES // 1024} KiB")
        return bytes(data)
