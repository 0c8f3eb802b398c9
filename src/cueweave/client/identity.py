"""Where the server is, and how a client says who asks."""

from __future__ import annotations

import re

import httpx

from cueweave.client.errors import BadAddress, BadIdentity
from cueweave.clients.loopback import is_loopback

TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*", re.ASCII)
"""RFC 6750, 2.1."""


def checked_address(address: str) -> httpx.URL:
    """The address. Raises BadAddress where it is none."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        url = httpx.URL()
    if url.scheme not in ("http", "https") or not url.host:
        raise BadAddress("The server's address is none: write it like http://127.0.0.1:8000.")
    return url


def identity(url: httpx.URL, user: str | None, token: str | None, *, token_over_http: bool) -> dict[str, str]:
    """The header that says who asks; a token goes before a user. Raises BadIdentity, never with the token in it."""
    if not token:
        return {"X-User-ID": _sendable(user)} if user is not None else {}
    if not TOKEN.fullmatch(token):
        raise BadIdentity("The token is none: give it as its issuer gave it, in one line, without `Bearer`.", "token")
    if not (token_over_http or is_private(url)):
        raise BadIdentity(
            "The token is not sent over http to another machine, where anybody on the way can read it: use an https "
            "address, or say token_over_http=True.",
            "way",
        )
    return {"Authorization": f"Bearer {token}"}


def is_private(url: httpx.URL) -> bool:
    """Whether nobody else can read what is sent there."""
    return url.scheme != "http" or is_loopback(url.host)


def _sendable(user: str) -> str:
    """Whether it may ask at all is for the server to say."""
    if not user.isascii() or not user.isprintable():
        raise BadIdentity("The user can't be sent: use plain letters.", "user")
    return user
