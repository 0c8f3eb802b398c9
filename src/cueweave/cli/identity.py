"""How callers say who they are, as the operator has set it: checked at the start, and said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cueweave.errors import KeysUnavailable, SetupError

if TYPE_CHECKING:
    from cueweave.api.config import TokenRules
    from cueweave.settings import Settings

BYTES_OF_SECRET = {"HS256": 32, "HS384": 48, "HS512": 64}
"""The algorithms that need a secret, with the least that it may have (RFC 7518, 3.2)."""
OF_KEY_PAIRS = (*(f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in (256, 384, 512)), "EdDSA", "Ed25519")
BY_SECRET, BY_JWKS = ("HS256",), ("RS256", "ES256", "EdDSA")
LEAST_LINK_SECRET = 32


def token_rules(settings: Settings) -> TokenRules | None:
    """Which tokens are believed; None in header mode. Raises SetupError where tokens could not be checked safely."""
    if settings.auth == "header":
        return None
    from cueweave.api.config import TokenRules
    from cueweave.clients.jwks import check_address

    secret = settings.jwt_secret.get_secret_value() if settings.jwt_secret else ""
    url = settings.jwt_jwks_url or ""
    if bool(secret) == bool(url):
        raise SetupError(
            "CUEWEAVE_AUTH=jwt needs what tokens are checked with: set CUEWEAVE_JWT_SECRET or CUEWEAVE_JWT_JWKS_URL, "
            "one of the two."
        )
    algorithms = settings.jwt_algorithms or (BY_SECRET if secret else BY_JWKS)
    if secret:
        _check_secret(secret, algorithms)
    else:
        check_address(url)
        _check_known(algorithms, OF_KEY_PAIRS, "CUEWEAVE_JWT_JWKS_URL")
    return TokenRules(
        algorithms=algorithms,
        secret=secret,
        jwks_url=url,
        issuer=settings.jwt_issuer or None,
        audience=settings.jwt_audience or None,
        user_claim=settings.jwt_user_claim,
    )


def _check_secret(secret: str, algorithms: tuple[str, ...]) -> None:
    _check_known(algorithms, tuple(BYTES_OF_SECRET), "CUEWEAVE_JWT_SECRET")
    least = max(BYTES_OF_SECRET[each] for each in algorithms)
    if len(secret.encode()) < least:
        raise SetupError(
            f"CUEWEAVE_JWT_SECRET is too short: {', '.join(algorithms)} needs {least} bytes, such as those of "
            f"`openssl rand -hex {least}`."
        )


def _check_known(algorithms: tuple[str, ...], known: tuple[str, ...], setting: str) -> None:
    """A public key is no secret: an algorithm of one kind with a key of the other lets everybody in."""
    wrong = [each for each in algorithms if each not in known]
    if wrong:
        raise SetupError(
            f"CUEWEAVE_JWT_ALGORITHMS lists {wrong[0]}, which can't be used with {setting}: choose from "
            f"{', '.join(known)}."
        )


def may_listen_anywhere(settings: Settings) -> bool:
    """Whether strangers who reach the port can't be whoever they want."""
    return settings.auth == "jwt" or settings.trust_user_header


def link_secret(settings: Settings) -> str:
    """What the operator wants links signed with; empty where the store keeps a secret. Raises SetupError."""
    secret = settings.link_secret.get_secret_value() if settings.link_secret else ""
    if secret and len(secret.encode()) < LEAST_LINK_SECRET:
        raise SetupError(f"CUEWEAVE_LINK_SECRET is too short: it needs {LEAST_LINK_SECRET} bytes.")
    return secret


def in_words(settings: Settings) -> tuple[str, str | None]:
    """Which mode runs, and what to know about it. Raises SetupError."""
    rules = token_rules(settings)
    if rules is None:
        if settings.trust_user_header:
            note = "Only a proxy that sets X-User-ID itself may reach the port."
            return "header X-User-ID, believed on any address", note
        return "header X-User-ID, on loopback addresses only", None
    by = f"keys of {rules.jwks_url}" if rules.jwks_url else "a secret"
    says = f"tokens (jwt): {', '.join(rules.algorithms)} by {by}, user from {rules.user_claim}, on any address"
    notes = [] if rules.issuer else ["CUEWEAVE_JWT_ISSUER is not set: any issuer's token is taken that its key signed."]
    if not rules.audience:
        notes.append("CUEWEAVE_JWT_AUDIENCE is not set: tokens with an audience are refused, others taken.")
    return says, " ".join(notes) or None


def keys_trouble(settings: Settings) -> str:
    """Why the issuer's keys can't be had now; empty where they can, or none are needed."""
    rules = token_rules(settings)
    if rules is None or not rules.jwks_url:
        return ""
    import asyncio

    from cueweave.clients.jwks import fetch_key_set

    try:
        keys = asyncio.run(fetch_key_set(rules.jwks_url))
    except KeysUnavailable as error:
        return error.message
    return "" if keys else "the set has no keys"
