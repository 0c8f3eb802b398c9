"""Tokens, where the operator has chosen them; where not, what reads them isn't loaded, since it takes memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import Request

from cueweave.api.config import TokenRules
from cueweave.errors import BadToken, TokenMissing

if TYPE_CHECKING:
    from cueweave.api.identity.bearer import Tokens
    from cueweave.api.identity.keys import Keys

NO_TOKEN = "Missing access token. Please send it in the header `Authorization: Bearer TOKEN`."  # noqa: S105 - a sentence


def bearer_token(request: Request) -> str:
    """The token that the request carries. Raises TokenMissing, BadToken."""
    found = request.headers.getlist("authorization")
    if len(found) > 1:  # a proxy may check one of them while we believe the other
        raise BadToken("The header Authorization must come only once.")
    scheme, _, token = (found[0] if found else "").partition(" ")
    if scheme.lower() != "bearer":
        raise TokenMissing(NO_TOKEN)
    return token.strip()


@asynccontextmanager
async def open_tokens(rules: TokenRules | None) -> AsyncIterator[Tokens | None]:
    """What checks tokens by these rules, for as long as the context lasts; None where no tokens are used."""
    if rules is None:
        yield None
        return
    from cueweave.api.identity.bearer import Tokens
    from cueweave.api.identity.keys import FetchedKeys, SharedSecret

    keys: Keys = FetchedKeys(rules.jwks_url) if rules.jwks_url else SharedSecret(rules.secret)
    try:
        yield Tokens(rules, keys)
    finally:
        await keys.close()
