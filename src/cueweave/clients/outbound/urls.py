"""Addresses as strangers write them. httpx reads them here and where they are asked, so that both see the same host."""

from __future__ import annotations

import re

import httpx

from cueweave.clients.outbound.addresses import Allowed, literal
from cueweave.errors import BadAddress

LONGEST = 2000
"""Characters; what browsers and servers take everywhere."""
HOST = re.compile(rb"[A-Za-z0-9._-]{1,253}")
"""Of a name, after IDNA."""
MOST_PORT = 65535


def check_url(text: str, allowed: Allowed, *, name: str) -> httpx.URL:
    """The address of a stranger's. Raises BadAddress, which calls it `name` and repeats nothing of it.

    A name is looked up only when it is asked, since it may lead elsewhere by then.
    """
    if len(text) > LONGEST:
        raise BadAddress(f"{name}: the address is too long; it may have {LONGEST} characters.")
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError):
        raise BadAddress(f"{name}: this is no address; write it like https://www.example.org/path.") from None
    schemes = ("https", "http") if allowed.http else ("https",)
    if url.scheme not in schemes or not url.host:
        raise BadAddress(f"{name}: the address must begin with {' or '.join(f'{each}://' for each in schemes)}.")
    if url.userinfo:
        raise BadAddress(f"{name}: the address must not hold a user name or a password.")
    address = literal(url.host)
    if not (address or HOST.fullmatch(url.raw_host)) or not 0 < (443 if url.port is None else url.port) <= MOST_PORT:
        raise BadAddress(f"{name}: there can be no host of this name or no such port; look for a typing error.")
    if address and not allowed.holds(address):
        raise BadAddress(f"{name}: nothing at this address may be reached from here; name a public host.")
    return url


def origin_of(url: str) -> str:
    """Scheme, host and port alone: paths and queries may hold secrets."""
    return str(httpx.URL(url).copy_with(raw_path=b"/", fragment=None)).rstrip("/")
