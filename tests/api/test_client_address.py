"""Whose address counts."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given, strategies as st
from starlette.types import Scope

from cueweave.api.client_address import client_address, comes_from_here, counted_as

TRUSTED = (ip_network("10.0.0.0/8"), ip_network("127.0.0.1"), ip_network("2001:db8:1::/48"))


def scope(peer: str | None, *headers: tuple[str, str], server: str = "10.0.0.1", host: str = "127.0.0.1:8000") -> Scope:
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in (("host", host), *headers)]
    return {"type": "http", "client": (peer, 1) if peer else None, "server": (server, 8000), "headers": raw}


def xff(*values: str) -> list[tuple[str, str]]:
    return [("X-Forwarded-For", value) for value in values]


@pytest.mark.parametrize(
    ("peer", "headers", "address"),
    [
        ("198.51.100.7", [], "198.51.100.7"),
        ("198.51.100.7", xff("203.0.113.9"), "198.51.100.7"),  # nobody trusts it
        ("10.1.1.1", xff("203.0.113.9"), "203.0.113.9"),
        ("10.1.1.1", xff("6.6.6.6, 203.0.113.9"), "203.0.113.9"),  # the left is what the client wrote
        ("10.1.1.1", xff("6.6.6.6", "203.0.113.9"), "203.0.113.9"),
        ("10.1.1.1", xff("6.6.6.6, 203.0.113.9, 10.2.2.2"), "203.0.113.9"),
        ("10.1.1.1", xff("10.9.9.9"), "10.9.9.9"),
        ("10.1.1.1", xff("203.0.113.9:4711"), "203.0.113.9"),
        ("10.1.1.1", xff("[2001:db8::5]:80"), "2001:db8::5"),
        ("10.1.1.1", xff("2001:db8::5"), "2001:db8::5"),
        ("10.1.1.1", xff("6.6.6.6, unknown"), "10.1.1.1"),
        ("10.1.1.1", xff("6.6.6.6, "), "10.1.1.1"),
        ("10.1.1.1", xff("6.6.6.6, unknown, 10.2.2.2"), "10.2.2.2"),
        ("10.1.1.1", [("Forwarded", 'for=6.6.6.6, for="[2001:db8::5]:80";proto=https')], "2001:db8::5"),
        ("10.1.1.1", [("Forwarded", "by=x;For=203.0.113.9")], "203.0.113.9"),
        ("10.1.1.1", [("Forwarded", "for=6.6.6.6, by=x")], "10.1.1.1"),
        ("10.1.1.1", [("Forwarded", "for=6.6.6.6"), *xff("203.0.113.9")], "10.1.1.1"),  # one of them is a lie
        ("10.1.1.1", [("Forwarded", "for=203.0.113.9"), *xff("203.0.113.9")], "203.0.113.9"),
        ("::ffff:10.1.1.1", xff("::ffff:203.0.113.9"), "203.0.113.9"),
        ("fe80::1%eth0", [], "fe80::1"),
        ("10.1.1.1", xff(", ".join(["6.6.6.6", *["10.2.2.2"] * 5000])), "10.2.2.2"),
        (None, xff("6.6.6.6"), "local"),
    ],
)
def test_the_address_is_the_nearest_that_no_trusted_proxy_has(
    peer: str | None, headers: list[tuple[str, str]], address: str
) -> None:
    assert client_address(scope(peer, *headers), TRUSTED) == address


@given(st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=200), st.ip_addresses())
def test_nothing_that_a_client_writes_changes_what_the_proxy_adds(written: str, real: object) -> None:
    told = client_address(scope("10.1.1.1", *xff(f"{written}, 203.0.113.9")), TRUSTED)
    assert told == "203.0.113.9"
    assert client_address(scope("198.51.100.7", *xff(f"{written}, {real}")), TRUSTED) == "198.51.100.7"


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:0:1:a:b:c:d", "2001:db8:0:1::/64"),
        ("2001:db8:0:1::", "2001:db8:0:1::/64"),
        ("local", "local"),
    ],
)
def test_ipv6_addresses_are_counted_by_their_network(address: str, counted: str) -> None:
    assert counted_as(address) == counted


@pytest.mark.parametrize(
    ("asking", "here"),
    [
        (scope("127.0.0.1"), True),
        (scope("::1", host="[::1]:8000"), True),
        (scope("::ffff:127.0.0.1"), True),
        (scope("10.0.0.1"), True),  # our own address: only this machine has it
        (scope("127.0.0.1", host="localhost:8000"), True),
        (scope("203.0.113.9"), False),
        (scope(None), False),
        (scope("203.0.113.9", *xff("127.0.0.1")), False),
        (scope("127.0.0.1", *xff("203.0.113.9")), False),
        (scope("127.0.0.1", *xff("127.0.0.1")), False),
        (scope("127.0.0.1", ("Forwarded", "for=127.0.0.1")), False),
        (scope("127.0.0.1", ("Via", "1.1 proxy")), False),
        (scope("127.0.0.1", ("X-Real-IP", "127.0.0.1")), False),
        (scope("127.0.0.1", host="evil.example.org"), False),  # a page that leads its own name here
        (scope("127.0.0.1", host="localhost.evil.example.org"), False),
        (scope("127.0.0.1", host=""), False),
    ],
)
def test_only_a_program_of_this_machine_comes_from_here(asking: Scope, here: object) -> None:
    assert comes_from_here(asking) is here
