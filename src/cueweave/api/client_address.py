"""From which address a request comes: that of the peer, or what proxies that the operator trusts say."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from starlette.datastructures import Headers
from starlette.types import Scope

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MOST_HOPS = 32
MOST_REMEMBERED = 4096
"""Addresses whose text was read; each comes again and again."""
SIGNS_OF_A_PROXY = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
NOBODY = "local"
"""Where there is no address: a unix socket."""


def client_address(scope: Scope, trusted: Sequence[Network]) -> str:
    """The address nearest to us that is no trusted proxy.

    The headers are read from the right, as each hop adds to the end; the first that names no trusted proxy is the
    client, whatever stands before it, which anybody can write. Where both headers are there and disagree, one of them
    was not written by the proxy, and neither is believed.
    """
    peer = _peer(scope)
    if peer is None:
        return NOBODY
    if not _within(peer, trusted):
        return str(peer)
    headers = Headers(scope=scope)
    told = {
        str(_nearest(hops, peer, trusted))
        for hops in (_x_forwarded_for(headers), _forwarded(headers))
        if hops is not None
    }
    return told.pop() if len(told) == 1 else str(peer)


def comes_by_proxy(scope: Scope, trusted: Sequence[Network]) -> bool:
    """Whether the peer is a proxy that the operator trusts, so that what it says of the request is believed."""
    peer = _peer(scope)
    return peer is not None and _within(peer, trusted)


@lru_cache(MOST_REMEMBERED)
def counted_as(address: str) -> str:
    """What stands for the address where it is counted: an IPv6 client has a whole /64 (RFC 6177)."""
    known = _address(address)
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((known, 64), strict=False))
    return address


def comes_from_here(scope: Scope) -> bool:
    """Whether a program of this machine asks for itself, not a proxy, nor a page by a name that leads here.

    The peer itself must be loopback or our own address; what headers say about addresses never counts.
    """
    peer, server = _peer(scope), scope.get("server")
    ours = server and _address(str(server[0]))
    headers = Headers(scope=scope)
    return (
        peer is not None
        and (peer.is_loopback or peer == ours)
        and not any(name in headers for name in SIGNS_OF_A_PROXY)
        and _is_plain_host(headers.get("host", ""))
    )


def _peer(scope: Scope) -> Address | None:
    client = scope.get("client")
    return _address(client[0]) if client else None


@lru_cache(MOST_REMEMBERED)
def _address(text: str) -> Address | None:
    """IPv4 addresses in IPv6 clothes are undressed: a dual socket names all its peers so."""
    try:
        known = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(known, "ipv4_mapped", None) or known


def _within(address: Address, networks: Iterable[Network]) -> bool:
    return any(address in network for network in networks)


def _nearest(hops: Sequence[str], peer: Address, trusted: Sequence[Network]) -> Address:
    """The first from the right that isn't trusted; the last good one where something else stands there."""
    nearest = peer
    for hop in islice(reversed(hops), MOST_HOPS):
        address = _address(_without_port(hop))
        if address is None:
            break
        nearest = address
        if not _within(address, trusted):
            break
    return nearest


def _x_forwarded_for(headers: Headers) -> list[str] | None:
    lines = headers.getlist("x-forwarded-for")
    return [hop for line in lines for hop in line.split(",")] if lines else None


def _forwarded(headers: Headers) -> list[str] | None:
    """RFC 7239; a hop without `for` stands as an empty one, which nobody is."""
    lines = headers.getlist("forwarded")
    return [_for(hop) for line in lines for hop in line.split(",")] if lines else None


def _for(hop: str) -> str:
    pairs = (pair.partition("=") for pair in hop.split(";"))
    return next((value.strip().strip('"') for name, _, value in pairs if name.strip().lower() == "for"), "")


def _without_port(hop: str) -> str:
    """`192.0.2.1:80` and `[2001:db8::1]:80` are written so as well."""
    hop = hop.strip()
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


def _is_plain_host(host: str) -> bool:
    """Whether it is an address or `localhost`: a page of others can lead its own name here, but not these."""
    name = _without_port(host)
    return name == "localhost" or _address(name) is not None
