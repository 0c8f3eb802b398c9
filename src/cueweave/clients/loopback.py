"""Whether a host is this machine, where nobody else can read what is sent."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether it is this machine; a name is only if it is `localhost`, whatever it resolves to now."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
