"""Who asks, and what is not sent."""

from __future__ import annotations

import pytest
from client.scripted import Told, answering

from cueweave.client import BadAddress, BadIdentity, Client, IdentityRefused

TOKEN = "abc.def-_~+/.ghi=="  # noqa: S105 - of these tests


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "ftp://127.0.0.1", "http://a b:port", "", "http://"])
def test_a_wrong_address_is_told(address: str) -> None:
    with pytest.raises(BadAddress):
        Client(address, user="ada")


@pytest.mark.parametrize("address", ["http://192.0.2.1", "http://lectures.example.org", "http://localhost.evil.org"])
def test_a_token_is_not_sent_where_others_can_read_it(address: str) -> None:
    with pytest.raises(BadIdentity, match="not sent over http") as refused:
        Client(address, token=TOKEN)
    assert TOKEN not in refused.value.message
    Client(address, token=TOKEN, token_over_http=True).close()


@pytest.mark.parametrize("address", ["https://lectures.example.org", "http://localhost:8000", "http://[::1]:8000"])
def test_a_token_is_sent_where_nobody_else_can(address: str) -> None:
    Client(address, token=TOKEN).close()


@pytest.mark.parametrize("token", ["two words", "a\nX-User-ID: eve", "töken", "Bearer abc"])
def test_what_is_no_token_is_told_without_being_shown(token: str) -> None:
    with pytest.raises(BadIdentity) as refused:
        Client("http://127.0.0.1:8000", token=token)
    assert token not in refused.value.message


@pytest.mark.parametrize("user", ["ädа", "a\nb"])
def test_a_user_that_fits_in_no_header_is_told(user: str) -> None:
    with pytest.raises(BadIdentity):
        Client("http://127.0.0.1:8000", user=user)


def test_a_token_goes_before_a_user() -> None:
    with answering(Told(401, {"detail": "No."})) as server, Client(server.url, user="ada", token=TOKEN) as asked:
        with pytest.raises(IdentityRefused):
            asked.page()
        (_, headers) = server.questions[0]
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert "X-User-ID" not in headers
