"""Counting in sliding windows."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest
from hypothesis import given, strategies as st
from redis import Redis
from support.eventually import eventually
from support.keys import stray_keys
from support.valkey import Valkey

from cueweave.errors import StoreUnavailable
from cueweave.store.rates import PAUSE, WITHIN, Rate, RateStore, Window, _left, open_rates

TEN = Window("all", "ada", Rate(10, 60))


@pytest.fixture
async def rates(valkey_url: str) -> AsyncIterator[RateStore]:
    async with open_rates(valkey_url) as store:
        yield store


async def admitted(rates: RateStore, window: Window) -> bool:
    return all(left.admitted for left in await rates.count([window]))


@pytest.mark.parametrize(
    ("text", "rate"), [("30/minute", Rate(30, 60)), ("100/5 minutes", Rate(100, 300)), ("1/second", Rate(1, 1))]
)
def test_a_rate_is_written_in_words(text: str, rate: Rate) -> None:
    assert Rate.of(text) == rate


async def test_exactly_as_many_as_allowed_are_admitted_however_many_come_at_once(rates: RateStore) -> None:
    answers = await asyncio.gather(*(admitted(rates, TEN) for _ in range(100)))
    assert answers.count(True) == 10


async def test_what_is_left_is_told(rates: RateStore) -> None:
    first, second = [(await rates.count([TEN]))[0] for _ in range(2)]
    assert (first.remaining, second.remaining) == (9, 8)


async def test_users_are_counted_apart(rates: RateStore) -> None:
    for _ in range(11):
        await rates.count([TEN])
    assert await admitted(rates, Window("all", "grace", TEN.rate))


async def test_after_the_time_that_was_told_one_more_is_admitted(rates: RateStore) -> None:
    brief = Window("all", "ada", Rate(2, 1))
    for _ in range(2):
        assert await admitted(rates, brief)
    (left,) = await rates.count([brief])
    assert not left.admitted
    began = time.monotonic()
    await eventually(lambda: admitted(rates, brief), within=3)
    assert time.monotonic() - began >= left.seconds - 0.02


async def test_a_window_that_is_known_to_be_full_costs_no_question(rates: RateStore, valkey_server: Valkey) -> None:
    for _ in range(11):
        await rates.count([TEN])
    before = valkey_server.info("total_commands_processed")
    assert not any([await admitted(rates, TEN) for _ in range(50)])
    assert valkey_server.info("total_commands_processed") - before < 10


async def test_every_count_goes_by_itself(rates: RateStore, valkey_url: str) -> None:
    for _ in range(3):
        await rates.count([TEN, Window("all-address", "2001:db8::/64", Rate(5, 1))])
    with Redis.from_url(valkey_url, decode_responses=True) as redis:
        names = [str(name) for name in redis.scan_iter("cueweave:rate*")]
        assert len(names) >= 2
        assert all(0 < int(str(redis.ttl(name))) <= 120 for name in names)
    assert stray_keys(valkey_url) == []


async def test_a_store_that_hangs_holds_up_for_a_bounded_time_and_not_everyone(own_valkey: Valkey) -> None:
    async with open_rates(own_valkey.url) as rates:
        await rates.count([TEN])
        pid = own_valkey.info("process_id")
        os.kill(pid, signal.SIGSTOP)
        try:
            began = time.monotonic()
            for _ in range(50):
                with pytest.raises(StoreUnavailable):
                    await rates.count([TEN])
            assert time.monotonic() - began < WITHIN + PAUSE
        finally:
            os.kill(pid, signal.SIGCONT)


async def test_counting_goes_on_when_the_store_is_back(own_valkey: Valkey) -> None:
    async with open_rates(own_valkey.url) as rates:
        own_valkey.kill()
        with pytest.raises(StoreUnavailable):
            await rates.count([TEN])
        own_valkey.start()

        async def counts() -> bool:
            try:
                return bool(await rates.count([TEN]))
            except StoreUnavailable:
                return False

        assert await eventually(counts, within=10)


@given(
    amount=st.integers(1, 5000),
    seconds=st.integers(1, 3600),
    before=st.integers(0, 5000),
    now=st.integers(0, 5000),
    passed=st.floats(0, 0.999),
)
def test_when_the_told_time_is_over_one_more_has_faded(
    amount: int, seconds: int, before: int, now: int, passed: float
) -> None:
    before, now = min(before, amount), min(now, amount)
    length = seconds * 1000
    ends = length - int(passed * length)  # of the window before; this one ends a length later
    left = _left(Window("all", "x", Rate(amount, seconds)), before, ends, now, length + ends, admitted=False)
    waited = left.seconds * 1000
    assert 0 < waited <= length + 1
    counted = before * ends // length + now
    fading, rest = (before, now) if waited <= ends else (now, 0)  # this window has become the one before
    later = fading * ((ends if waited <= ends else length + ends) - waited) // length + rest
    assert later < counted or counted == 0 or later < amount
