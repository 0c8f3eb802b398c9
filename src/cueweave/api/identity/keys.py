"""The key that a token must be signed with: a secret, or one of those that an issuer publishes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key, OctKey
from joserfc.jws import JWSRegistry

from cueweave.clients.jwks import fetch_key_set
from cueweave.errors import BadToken, KeysUnavailable
from cueweave.telemetry import get_logger
from cueweave.work.ending import end

UNKNOWN_SECONDS = 60.0
"""Keys are fetched again at most so often, whatever tokens ask for."""
RETRY_SECONDS = 5.0
"""The same while there are none yet."""
FRESH_SECONDS = 600.0
"""Keys older than this are fetched again, so that one that the issuer has taken back does not stay valid."""
MOST_KEYS = 100
SHORTEST_MODULUS = 342
"""Base64url digits of 2048 bits, the least that RFC 7518 allows for RSA."""
AWAY = "The keys of the tokens' issuer can't be fetched right now; please try again later."
UNKNOWN = "The token is signed with a key that its issuer doesn't publish (any more); log in again."
UNNAMED = "The token doesn't say which of its issuer's keys signed it (`kid`)."
log = get_logger(__name__)


class Keys(Protocol):
    """Where the keys come from."""

    async def find(self, algorithm: str, kid: str | None) -> Key:
        """The key for a token of this algorithm that names this key. Raises BadToken, KeysUnavailable."""

    async def close(self) -> None:
        """Nobody asks any more."""


class SharedSecret:
    """One secret that the issuer and we know."""

    def __init__(self, secret: str) -> None:
        self._key = OctKey.import_key(secret.encode())

    async def find(self, algorithm: str, kid: str | None) -> Key:  # noqa: ARG002 - there is only one
        """The secret, whatever a token calls it."""
        return self._key

    async def close(self) -> None:
        """There is nothing to end."""


class FetchedKeys:
    """The issuer's keys, kept and fetched again; at most one fetch runs at a time, and all who need it wait for it."""

    def __init__(
        self,
        url: str,
        *,
        fetch: Callable[[str], Awaitable[list[dict[str, Any]]]] = fetch_key_set,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._fetch = fetch
        self._clock = clock
        self._keys: Sequence[Key] | None = None
        self._fetched_at = float("-inf")
        self._asked_at = float("-inf")
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, algorithm: str, kid: str | None) -> Key:
        """As the protocol says. Keys that can't be fetched anew stay valid."""
        if self._keys is None:
            await self._ask(at_most_every=RETRY_SECONDS)
        elif self._clock() > self._fetched_at + FRESH_SECONDS:
            self._begin(at_most_every=UNKNOWN_SECONDS)  # nobody needs to wait for it
        found = self._choose(algorithm, kid)
        if found is None and kid is not None:
            await self._ask(at_most_every=UNKNOWN_SECONDS)
            found = self._choose(algorithm, kid)
        if found is None:
            raise BadToken(UNKNOWN if kid is not None else UNNAMED)
        return found

    def _choose(self, algorithm: str, kid: str | None) -> Key | None:
        if self._keys is None:
            raise KeysUnavailable(AWAY)
        fitting = [key for key in self._keys if (kid is None or key.kid == kid) and fits(key, algorithm)]
        return fitting[0] if len(fitting) == 1 else None

    async def _ask(self, *, at_most_every: float) -> None:
        self._begin(at_most_every=at_most_every)
        if self._fetching:
            await asyncio.shield(self._fetching)  # a client that goes away takes it from nobody else

    def _begin(self, *, at_most_every: float) -> None:
        if self._fetching is None and self._clock() >= self._asked_at + at_most_every:
            self._asked_at = self._clock()
            self._fetching = asyncio.create_task(self._renew())

    async def _renew(self) -> None:
        try:
            self._keys = usable(await self._fetch(self._url))
            self._fetched_at = self._clock()
            log.info("keys fetched", keys=len(self._keys))
        except KeysUnavailable as error:
            log.warning("keys not fetched", reason=error.message, kept=len(self._keys or ()))
        finally:
            self._fetching = None

    async def close(self) -> None:
        """End a fetch that is under way."""
        if self._fetching:
            await end(self._fetching)


def usable(described: list[dict[str, Any]]) -> list[Key]:
    """Those that can check signatures: public ones, long enough, for nothing else, and in a form that is understood."""
    keys = []
    for each in described[:MOST_KEYS]:
        if each.get("kty") == "oct" or each.get("use", "sig") != "sig":
            continue
        if each.get("kty") == "RSA" and len(str(each.get("n", ""))) < SHORTEST_MODULUS:
            continue
        try:
            keys.append(JWKRegistry.import_key(each))
        except (JoseError, ValueError, TypeError, KeyError):
            log.warning("a key of the issuer is not understood", kty=str(each.get("kty"))[:16])
    return keys


def fits(key: Key, algorithm: str) -> bool:
    """Whether signatures of this algorithm may be checked with the key."""
    try:
        JWSRegistry.algorithms[algorithm].check_key(key)
        key.check_key_op("verify")
    except JoseError:  # another kind or curve, or the issuer says that it is for something else
        return False
    return True
