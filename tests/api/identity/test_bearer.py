"""Whose a token is."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, strategies as st
from joserfc.jwk import OctKey
from support.issuer import claims_of, forged

from cueweave.api.config import TokenRules
from cueweave.api.identity.bearer import LEEWAY_SECONDS, Tokens
from cueweave.api.identity.keys import SharedSecret
from cueweave.errors import BadToken

SECRET = "a secret of thirty-two characters"  # noqa: S105 - of these tests
KEY = OctKey.import_key(SECRET)


def tokens(**rules: Any) -> Tokens:
    return Tokens(TokenRules(("HS256",), secret=SECRET, **rules), SharedSecret(SECRET))


def signed(**changed: Any) -> str:
    left = {name: value for name, value in (claims_of() | {"aud": None} | changed).items() if value is not None}
    return forged({"alg": "HS256"}, left, KEY)


@pytest.mark.parametrize(("claim", "sign"), [("exp", -1), ("nbf", 1), ("iat", 1)])
async def test_clocks_may_differ_by_the_leeway_and_no_more(claim: str, sign: int) -> None:
    within, beyond = (time.time() + sign * seconds for seconds in (LEEWAY_SECONDS - 10, LEEWAY_SECONDS + 10))
    assert await tokens().user(signed(**{claim: within})) == "ada"
    with pytest.raises(BadToken):
        await tokens().user(signed(**{claim: beyond}))


async def test_a_token_for_one_of_several_audiences_is_taken() -> None:
    assert await tokens(audience="cueweave").user(signed(aud=["mail", "cueweave"])) == "ada"


async def test_a_token_for_an_audience_is_not_taken_where_this_server_has_no_name() -> None:
    with pytest.raises(BadToken, match="aud"):
        await tokens().user(signed(aud="mail"))


async def test_the_user_may_stand_in_another_claim() -> None:
    assert await tokens(user_claim="email").user(signed(email="ada@example.org")) == "ada@example.org"
    with pytest.raises(BadToken, match="email"):
        await tokens(user_claim="email").user(signed())


@pytest.mark.parametrize("kind", ["JWT", "jwt", "at+jwt", "application/at+jwt"])
async def test_an_access_token_may_say_that_it_is_one(kind: str) -> None:
    token = forged({"alg": "HS256", "typ": kind}, claims_of() | {"aud": "cueweave"}, KEY)
    assert await tokens(audience="cueweave").user(token) == "ada"


@given(st.text(max_size=200) | st.from_regex(r"[A-Za-z0-9_-]{0,80}\.[A-Za-z0-9_-]{0,80}\.[A-Za-z0-9_-]{0,80}"))
async def test_whatever_comes_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadToken):
        await tokens().user(text)
