"""Under which address a server believes that others reach it."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from starlette.requests import Request

from cueweave.api.config import ApiConfig
from cueweave.api.public_address import public_address

BEHIND = ApiConfig(trusted_proxies=(ip_network("10.0.0.0/8"),))
PUBLIC = ApiConfig(public_url="https://talks.example.org", trusted_proxies=BEHIND.trusted_proxies)
PROXIED = [("x-forwarded-proto", "https"), ("x-forwarded-host", "talks.example.org")]


def asked(peer: str, *headers: tuple[str, str]) -> Request:
    raw = [(name.encode(), value.encode()) for name, value in (("host", "inner:8000"), *headers)]
    return Request(
        {"type": "http", "scheme": "http", "path": "/", "query_string": b"", "client": (peer, 1), "headers": raw}
    )


@pytest.mark.parametrize(
    ("config", "peer", "headers", "address"),
    [
        (ApiConfig(), "10.0.0.1", [], "http://inner:8000"),
        (ApiConfig(), "10.0.0.1", PROXIED, "http://inner:8000"),  # nobody trusts it
        (BEHIND, "192.0.2.1", PROXIED, "http://inner:8000"),
        (BEHIND, "10.0.0.1", PROXIED, "https://talks.example.org"),
        (BEHIND, "10.0.0.1", PROXIED[:1], "https://inner:8000"),
        (BEHIND, "10.0.0.1", [("x-forwarded-host", "evil.example"), *PROXIED], "https://talks.example.org"),
        (BEHIND, "10.0.0.1", [("x-forwarded-proto", "http, https")], "https://inner:8000"),
        (PUBLIC, "192.0.2.1", [], "https://talks.example.org"),
        (PUBLIC, "10.0.0.1", [("x-forwarded-host", "evil.example")], "https://talks.example.org"),
    ],
)
def test_the_operator_then_a_trusted_proxy_then_the_request_says_it(
    config: ApiConfig, peer: str, headers: list[tuple[str, str]], address: str
) -> None:
    assert public_address(asked(peer, *headers), config) == address
