"""Questions that are put together."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError, ResponseError
from support.eventually import eventually
from support.spied import spied
from support.valkey import Valkey

from cueweave.store.together import MOST, Together


@pytest.fixture
async def redis(valkey_url: str) -> AsyncIterator[Redis]:
    async with Redis.from_url(valkey_url, decode_responses=True) as opened:
        yield opened


@pytest.fixture
async def together(redis: Redis) -> AsyncIterator[Together]:
    made = Together(redis)
    yield made
    await made.close()


async def test_each_caller_gets_the_answer_to_its_own_question(together: Together, redis: Redis) -> None:
    numbers = range(3 * MOST)
    await redis.mset({f"n{number}": number for number in numbers})
    found = await asyncio.gather(*(together.ask("GET", f"n{number}") for number in numbers))
    assert found == [str(number) for number in numbers]


async def test_an_error_is_that_of_its_question_alone(together: Together, redis: Redis) -> None:
    await redis.set("text", "a")
    asked = [together.ask("GET", "text"), together.ask("HGET", "text", "x"), together.ask("GET", "no")]
    found: list[object] = await asyncio.gather(*asked, return_exceptions=True)
    assert (found[0], found[2]) == ("a", None)
    assert isinstance(found[1], ResponseError)


async def test_a_single_question_is_the_command_alone(together: Together, valkey_url: str) -> None:
    await together.ask("PING")  # the connection is there from now on
    with spied(valkey_url) as commands:
        await together.ask("GET", "x")
    assert commands == ["GET x"]


async def test_all_who_wait_learn_that_the_store_is_away_and_are_answered_when_it_is_back(own_valkey: Valkey) -> None:
    async with Redis.from_url(own_valkey.url) as redis:
        together = Together(redis)
        await together.ask("PING")
        own_valkey.kill()
        found = await asyncio.gather(*(together.ask("GET", "x") for _ in range(5)), return_exceptions=True)
        assert all(isinstance(each, ConnectionError) for each in found)
        own_valkey.start()
        assert await together.ask("GET", "x") is None
        await together.close()


async def test_who_gives_up_holds_up_nobody(own_valkey: Valkey) -> None:
    async with Redis.from_url(own_valkey.url) as redis:
        together = Together(redis)
        await together.ask("PING")
        pid = own_valkey.info("process_id")
        os.kill(pid, signal.SIGSTOP)
        asked = [asyncio.create_task(together.ask("GET", name)) for name in ("a", "b", "c")]
        await asyncio.sleep(0)  # each has asked
        asked[0].cancel()
        asked[2].cancel()
        os.kill(pid, signal.SIGCONT)
        assert await asked[1] is None
        assert await eventually(asked[0].cancelled)
        await together.close()
