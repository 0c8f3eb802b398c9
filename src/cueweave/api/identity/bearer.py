"""Who is calling, by a signed token (RFC 6750, RFC 7519, RFC 8725)."""

from __future__ import annotations

import json
from typing import Any

from joserfc.errors import ClaimError, ExpiredTokenError, JoseError, MissingClaimError
from joserfc.jws import JWSRegistry, deserialize_compact
from joserfc.jwt import ClaimsOption, JWTClaimsRegistry
from joserfc.util import urlsafe_b64decode

from cueweave.api.config import TokenRules
from cueweave.api.identity.keys import Keys
from cueweave.domain.tasks import USER
from cueweave.errors import BadToken

LEEWAY_SECONDS = 30
"""By how much the issuer's clock may differ from ours."""
LONGEST_TOKEN = 16 * 1024
LONGEST_HEADER = 4 * 1024
"""Bytes; one with a certificate chain (`x5c`) has some 3,000."""
LONGEST_KID = 256
TYPES = (None, "jwt", "application/jwt", "at+jwt", "application/at+jwt")
"""What a token may say that it is: tokens of other kinds (`logout+jwt`, `dpop+jwt`) let nobody in (RFC 8725, 3.11)."""
NO_JWS = "The access token is no signed JWT (three parts in base64url, separated by dots)."
UNSIGNED = "The access token's signature is wrong."


class _Algorithms(JWSRegistry):
    """The algorithms that the operator allows, and no warning that EdDSA is called Ed25519 since RFC 9864."""

    max_header_length = LONGEST_HEADER

    def get_alg(self, name: str) -> Any:
        if name not in (self.allowed or ()):
            raise BadToken(f"The access token's algorithm is not allowed here ({', '.join(self.allowed or ())} are).")
        return self.algorithms[name]


class Tokens:
    """Tells whose a token is."""

    def __init__(self, rules: TokenRules, keys: Keys) -> None:
        self._rules = rules
        self._keys = keys
        self._algorithms = _Algorithms(algorithms=rules.algorithms, strict_check_header=False)
        self._claims = JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS, exp={"essential": True}, iss=_expected(rules.issuer), aud=_expected(rules.audience)
        )

    async def user(self, token: str) -> str:
        """The user whom the token names. Raises BadToken, KeysUnavailable."""
        algorithm, kid = self._header(token)
        key = await self._keys.find(algorithm, kid)
        try:
            payload = deserialize_compact(token, key, registry=self._algorithms).payload
        except (JoseError, ValueError) as error:
            raise BadToken(UNSIGNED) from error
        claims = _read(payload or b"")
        self._check(claims)
        return self._user(claims)

    def _header(self, token: str) -> tuple[str, str | None]:
        """The algorithm, and the name of the key, if it has one."""
        if len(token) > LONGEST_TOKEN:
            raise BadToken(f"The access token is longer than {LONGEST_TOKEN // 1024} KiB.")
        if token.count(".") != 2 or not token.isascii():
            raise BadToken(NO_JWS)
        try:
            header = _read(urlsafe_b64decode(token.partition(".")[0].encode()))
        except ValueError:
            raise BadToken(NO_JWS) from None
        algorithm, kid, kind = header.get("alg"), header.get("kid"), header.get("typ")
        if not isinstance(algorithm, str) or "crit" in header:  # no extension is understood here
            raise BadToken(NO_JWS)
        self._algorithms.get_alg(algorithm)
        if kid is not None and (not isinstance(kid, str) or len(kid) > LONGEST_KID):
            raise BadToken("The access token's `kid` is no name of a key.")
        if (kind.lower() if isinstance(kind, str) else kind) not in TYPES:
            raise BadToken("The token is of another kind (`typ`) than an access token.")
        return algorithm, kid

    def _check(self, claims: dict[str, Any]) -> None:
        if self._rules.audience is None and "aud" in claims:  # RFC 7519, 4.1.3: it is for somebody, and not for us
            raise BadToken("The access token is meant for an audience (`aud`), and this server has no name of its own.")
        try:
            self._claims.validate(claims)
        except ExpiredTokenError as error:
            raise BadToken("The access token has expired; log in again.") from error
        except MissingClaimError as error:
            raise BadToken(f"The access token lacks a claim that this server needs: {error.claim}.") from error
        except ClaimError as error:
            raise BadToken(f"The access token's claim {error.claim} is not one that this server takes.") from error

    def _user(self, claims: dict[str, Any]) -> str:
        """Never a part of the value or another spelling of it: two users must not become one."""
        user = claims.get(self._rules.user_claim)
        if isinstance(user, str) and USER.fullmatch(user):
            return user
        raise BadToken(
            f"The access token's claim {self._rules.user_claim} is no user id: 1 to 128 characters of "
            "A-Z a-z 0-9 . _ - @ | +"
        )


def _expected(value: str | None) -> ClaimsOption:
    return {"essential": True, "value": value} if value else {"allow_blank": True}


def _read(data: bytes) -> dict[str, Any]:
    """A JSON object without doubtful things: of two values for a name, readers differ in which they believe."""
    try:
        found = json.loads(data, object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadToken(NO_JWS) from None
    if not isinstance(found, dict):
        raise BadToken(NO_JWS)
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)
