"""Which addresses may be reached for a stranger: those of the world, and what the operator lists besides."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that a translator on the way goes to."""

LOCAL = (
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("3fff::/20"),
    IPv6Network("5f00::/16"),
)
"""By the registries of IANA no hosts of the world; not every Python that we run on knows it."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What strangers may have reached."""

    networks: tuple[Network, ...] = ()
    """Besides all that is public: networks that aren't."""
    http: bool = False
    """Whether without TLS, too."""

    def holds(self, address: Address) -> bool:
        """Whether this address may be connected to."""
        meant = _meant(address)
        return _is_public(meant) or any(
            each.version == network.version and each in network
            for each in {address, meant}
            for network in self.networks
        )


def literal(host: str) -> Address | None:
    """The address that a host is, where it is no name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def _meant(address: Address) -> Address:
    """The IPv4 address that is written as an IPv6 one, for that is who gets what is sent."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour or address


def _is_public(address: Address) -> bool:
    """Whether it is one machine somewhere in the world.

    `is_global` alone lets multicast through, and before Python 3.13 site-local and some reserved addresses.
    """
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_link_local
        or address.is_loopback
        or address.is_unspecified
        or any(address in network for network in LOCAL if network.version == address.version)
        or (isinstance(address, IPv6Address) and (address.is_site_local or bool(address.teredo)))
    )
