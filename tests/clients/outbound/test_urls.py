"""Addresses as strangers write them."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from cueweave.clients.outbound.addresses import Allowed
from cueweave.clients.outbound.urls import LONGEST, check_url, origin_of
from cueweave.errors import BadAddress

BAD = [
    "",
    "hook",
    "//example.org/hook",
    "http://example.org/hook",
    "ftp://example.org/hook",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "unix:///run/redis.sock",
    "https://",
    "https:///hook",
    "https://example.org:port/",
    "https://example.org:99999999/",
    "https://ada@example.org/",
    "https://ada:secret@example.org/",
    "https://example.org\r\nX: 1/",
    "https://exa mple.org/",
    "https://exa%6dple.org/",
    "https://0177.0.0.1/",
    "https://example.org:0/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://example.org/" + "a" * LONGEST,
]


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_good_is_refused_by_name_and_not_repeated(text: str) -> None:
    with pytest.raises(BadAddress) as refused:
        check_url(text, Allowed(), name="callback_url")
    assert refused.value.message.startswith("callback_url: ")
    assert "secret" not in refused.value.message


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://example.org:8443/hook?token=a%20b",
        "https://xn--bcher-kva.example/",
        "HTTPS://EXAMPLE.org/x",
    ],
)
def test_a_good_one_is_taken(text: str) -> None:
    assert check_url(text, Allowed(), name="callback_url").scheme == "https"


def test_http_and_private_addresses_are_taken_where_they_are_allowed() -> None:
    allowed = Allowed(networks=(ip_network("10.0.0.0/8"),), http=True)
    assert check_url("http://10.1.2.3:8080/hook", allowed, name="callback_url").port == 8080
    with pytest.raises(BadAddress):
        check_url("http://192.168.0.1/", allowed, name="callback_url")


def test_what_is_told_of_an_address_holds_no_secret() -> None:
    assert origin_of("https://example.org:8443/T0/secret?token=hush#x") == "https://example.org:8443"
