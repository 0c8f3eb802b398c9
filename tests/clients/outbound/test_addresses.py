"""Which addresses strangers may have reached."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from cueweave.clients.outbound.addresses import Allowed

INSIDE = (
    "127.0.0.1 127.8.9.1 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.8 192.0.2.1 "
    "198.18.0.1 203.0.113.7 224.0.0.1 224.0.1.1 239.1.1.1 240.0.0.1 255.255.255.255 "
    ":: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 fe80::1 fe80::1%1 fec0::1 fc00::1 "
    "fd00:ec2::254 ff02::1 ff0e::1 2001:db8::1 100::1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe "
    "64:ff9b:1::1 2002:7f00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 2001:0:7f00:1::1 2001::1"
).split()
OUTSIDE = "8.8.8.8 93.184.215.14 2606:2800:220:1::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1".split()


@pytest.mark.parametrize("text", INSIDE)
def test_what_is_not_public_is_not_allowed_however_it_is_written(text: str) -> None:
    assert not Allowed().holds(ip_address(text))


@pytest.mark.parametrize("text", OUTSIDE)
def test_what_is_public_is_allowed(text: str) -> None:
    assert Allowed().holds(ip_address(text))


def test_what_the_operator_lists_is_allowed_besides_and_nothing_else_is() -> None:
    allowed = Allowed(networks=(ip_network("10.1.0.0/16"), ip_network("fd12::/16")))
    assert all(allowed.holds(ip_address(text)) for text in ("10.1.2.3", "::ffff:10.1.2.3", "fd12::1", "8.8.8.8"))
    assert not any(allowed.holds(ip_address(text)) for text in ("10.2.0.1", "127.0.0.1", "fd13::1"))
