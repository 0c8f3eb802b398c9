"""Which key a token is checked with, and how often the issuer is asked."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from joserfc.jwk import OctKey
from support.issuer import new_key

from cueweave.api.identity.keys import FRESH_SECONDS, RETRY_SECONDS, UNKNOWN_SECONDS, FetchedKeys, usable
from cueweave.errors import BadToken, KeysUnavailable


class Source:
    """Keys that a test publishes, a clock that it turns, and a count of the fetches."""

    def __init__(self, *kids: str) -> None:
        self.time = 1000.0
        self.fetches = 0
        self.away = False
        self.held: asyncio.Event | None = None
        self.publish(*kids)
        self.keys = FetchedKeys("https://issuer", fetch=self._fetch, clock=lambda: self.time)

    def publish(self, *kids: str) -> None:
        self.published: list[dict[str, Any]] = [described("ES256", kid) for kid in kids]

    async def _fetch(self, _url: str) -> list[dict[str, Any]]:
        self.fetches += 1
        if self.held:
            await self.held.wait()
        if self.away:
            raise KeysUnavailable("away")
        return self.published

    async def knows(self, kid: str | None) -> bool:
        try:
            found = await self.keys.find("ES256", kid)
        except BadToken:
            return False
        return kid is None or found.kid == kid


def described(algorithm: str, kid: str) -> dict[str, Any]:
    return dict(new_key(algorithm, kid).as_dict(private=False))


async def test_keys_are_fetched_when_the_first_token_comes_and_kept() -> None:
    source = Source("one", "two")
    assert source.fetches == 0
    assert [await source.knows(kid) for kid in ("one", "two", "one")] == [True] * 3
    assert source.fetches == 1


async def test_a_new_key_is_found_as_soon_as_a_minute_has_passed() -> None:
    source = Source("old")
    await source.knows("old")
    source.publish("new")
    assert not await source.knows("new")
    source.time += UNKNOWN_SECONDS
    assert await source.knows("new")
    assert not await source.knows("old")
    assert source.fetches == 2


async def test_unknown_keys_are_looked_for_once_a_minute_however_many_ask_at_once() -> None:
    source = Source("one")
    await source.knows("one")
    for minute in range(1, 4):
        source.time += UNKNOWN_SECONDS
        found = await asyncio.gather(*(source.knows(f"unknown-{number}") for number in range(100)))
        assert not any(found)
        assert source.fetches == 1 + minute


async def test_all_who_come_before_the_first_answer_share_one_fetch() -> None:
    source = Source("one")
    source.held = asyncio.Event()
    asking = [asyncio.create_task(source.knows("one")) for _ in range(50)]
    await asyncio.sleep(0)
    asking[0].cancel()  # its client went away; the others still get their answer
    await asyncio.sleep(0)
    source.held.set()
    assert await asyncio.gather(*asking[1:]) == [True] * 49
    assert source.fetches == 1


async def test_nothing_fetched_yet_is_an_outage_and_is_tried_again_soon() -> None:
    source = Source("one")
    source.away = True
    for _ in range(5):
        with pytest.raises(KeysUnavailable):
            await source.keys.find("ES256", "one")
    assert source.fetches == 1
    source.away = False
    source.time += RETRY_SECONDS
    assert await source.knows("one")


async def test_keys_stay_valid_while_they_cannot_be_fetched_anew() -> None:
    source = Source("one")
    await source.knows("one")
    source.away = True
    source.time += 100 * FRESH_SECONDS
    assert await source.knows("one")
    await asyncio.sleep(0)
    assert source.fetches == 2
    assert await source.knows("one")
    assert not await source.knows("two")


async def test_a_key_that_was_taken_back_is_forgotten_though_nobody_asks_for_another() -> None:
    source = Source("bad")
    await source.knows("bad")
    source.publish("good")
    source.time += FRESH_SECONDS + 1
    assert await source.knows("bad")  # the fetch has begun; nobody waits for it
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not await source.knows("bad")


async def test_a_token_without_a_key_name_is_taken_only_where_there_is_no_choice() -> None:
    assert await Source("one").knows(None)
    assert not await Source("one", "two").knows(None)


async def test_a_key_is_only_for_its_own_algorithm() -> None:
    source = Source("one")
    for algorithm in ("RS256", "ES384", "EdDSA"):
        with pytest.raises(BadToken):
            await source.keys.find(algorithm, "one")


async def test_closing_ends_a_fetch_that_is_under_way() -> None:
    source = Source("one")
    source.held = asyncio.Event()
    asking = asyncio.create_task(source.knows("one"))
    await asyncio.sleep(0)
    await source.keys.close()
    with pytest.raises(asyncio.CancelledError):
        await asking


def test_what_cannot_check_signatures_is_left_out() -> None:
    good = described("RS256", "good")
    others: list[dict[str, Any]] = [
        dict(OctKey.generate_key(256).as_dict(private=True)),
        described("RS256", "for encryption") | {"use": "enc"},
        described("RS256", "short") | {"n": "AQAB"},
        {"kty": "unheard-of"},
        {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "RSA"},
        {"kty": ["RSA"]},
        {},
    ]
    assert [key.kid for key in usable([*others, good])] == ["good"]
