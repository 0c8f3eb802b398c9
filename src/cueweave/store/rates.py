"""How often something was done lately: sliding windows in Redis, by the scripts of the library `limits`."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from limits import RateLimitItemPerSecond, parse
from limits.aio.storage import RedisStorage
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError

from cueweave.errors import StoreUnavailable
from cueweave.store import keys
from cueweave.store.connections import open_pool
from cueweave.store.reach import reaching_redis
from cueweave.store.together import Together

CONNECTIONS = 16
WITHIN = 2.0
"""Seconds after which a count is given up: whoever counts goes on without, and the store's own routes tell."""
PAUSE = 2.0
"""Seconds without counting after that, so that a store that hangs holds up one request at a time and not all."""
MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many in so many seconds."""

    amount: int
    seconds: int

    @classmethod
    def of(cls, text: str) -> Rate:
        """Such as `30/minute` or `100/5 minutes`. Raises ValueError."""
        item = parse(text)
        return cls(item.amount, item.get_expiry())

    def __mul__(self, times: int) -> Rate:
        return Rate(self.amount * times, self.seconds)


@dataclass(frozen=True, slots=True)
class Window:
    """What is counted: of whom, under which name, and how often it may be."""

    name: str
    whose: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class Left:
    """What a window leaves after a count."""

    window: Window
    admitted: bool
    remaining: int
    seconds: float
    """Until one more is free."""


ALL_WINDOWS = """
local function acquire(KEYS, ARGV)
%s
end
local function look(KEYS, ARGV)
%s
end
local found = {}
for at = 1, #KEYS / 2 do
    local names, amount, seconds = {KEYS[2 * at - 1], KEYS[2 * at]}, ARGV[2 * at - 1], ARGV[2 * at]
    table.insert(found, acquire(names, {amount, seconds, 1}) and 1 or 0)
    local state = look(names, {seconds})
    for part = 1, 4 do
        table.insert(found, state[part] or 0)
    end
end
return table.concat(found, " ")
"""
"""The library's own scripts, as functions of one that goes through all windows of a request. Its answer is one text,
which takes less to read than a list of lists."""


class _Windows(RedisStorage):
    """All windows of a request in one command: the library's own calls would be two for each, one after another."""

    def __init__(self, pool: BlockingConnectionPool) -> None:
        # the address is that of the pool
        super().__init__(
            "async+redis://", implementation="redispy", key_prefix=keys.RATES, connection_pool=cast("str", pool)
        )
        scripts = self.bridge.SCRIPT_ACQUIRE_SLIDING_WINDOW, self.bridge.SCRIPT_SLIDING_WINDOW
        redis = Redis(connection_pool=pool)
        self._count = redis.register_script(ALL_WINDOWS % tuple(script.decode() for script in scripts))
        self._together = Together(redis)

    async def count(self, windows: Sequence[Window]) -> list[Left]:
        """Count in each window that is not full; what is left in each."""
        names = [name for window in windows for name in self._keys(window)]
        rates = [number for window in windows for number in (window.rate.amount, window.rate.seconds)]
        try:
            found = await self._together.ask("EVALSHA", self._count.sha, len(names), *names, *rates)
        except NoScriptError:  # the store is a new one
            found = await self._count(keys=names, args=rates)
        told = iter(map(int, found.split()))
        return [
            _left(window, before, before_ends, now, now_ends, admitted=bool(admitted))
            for window, admitted, before, before_ends, now, now_ends in zip(
                windows, told, told, told, told, told, strict=True
            )
        ]

    async def close(self) -> None:
        """Nothing is counted any more."""
        await self._together.close()

    def _keys(self, window: Window) -> list[str]:
        key = _key(window)
        return [self.bridge.prefixed_key(each(key)) for each in (self._previous_window_key, self._current_window_key)]


@lru_cache(MOST_REMEMBERED)
def _key(window: Window) -> str:
    item = RateLimitItemPerSecond(window.rate.amount, window.rate.seconds, namespace=window.name)
    return item.key_for(window.whose)


def _left(window: Window, before: int, before_ends: int, now: int, now_ends: int, *, admitted: bool) -> Left:
    """From both counts, that of the window before fading out as this one runs; the ends in milliseconds."""
    most, length = window.rate.amount, window.rate.seconds * 1000
    fading = before * max(before_ends, 0) // length
    # one more is free when what fades is one less, or, where nothing fades, when this window becomes the one before
    wait = max(before_ends, 0) - fading * length / before if fading else max(now_ends - length, 0)
    return Left(window, admitted, max(most - fading - now, 0), (wait + 1) / 1000)


class RateStore:
    """Counts, and remembers which windows are full: to refuse again costs no question to Redis."""

    def __init__(self, windows: _Windows) -> None:
        self._windows = windows
        self._full: dict[Window, float] = {}
        self._away_until = 0.0

    async def count(self, windows: Sequence[Window]) -> list[Left]:
        """What is left in each window after this one more; one that is full alone, where that is known already.

        Raises StoreUnavailable.
        """
        now = time.monotonic()
        if now < self._away_until:
            raise StoreUnavailable("The rates can't be counted right now.")
        for window in windows if self._full else ():
            if (until := self._full.get(window, 0.0)) > now:
                return [Left(window, admitted=False, remaining=0, seconds=until - now)]
        try:
            with reaching_redis():
                async with asyncio.timeout(WITHIN):
                    counted = await self._windows.count(windows)
        except (StoreUnavailable, TimeoutError) as error:
            self._away_until = time.monotonic() + PAUSE
            raise StoreUnavailable("The rates can't be counted right now.") from error
        self._remember(counted)
        return counted

    def _remember(self, counted: Sequence[Left]) -> None:
        now = time.monotonic()
        if len(self._full) > MOST_REMEMBERED:
            self._full = {window: until for window, until in self._full.items() if until > now}
        if len(self._full) > MOST_REMEMBERED:
            self._full.clear()
        for left in counted:
            if not left.admitted:
                self._full[left.window] = now + left.seconds


@asynccontextmanager
async def open_rates(redis_url: str) -> AsyncIterator[RateStore]:
    """The rates at this address; nothing is sent before the first count."""
    pool = open_pool(
        redis_url,
        max_connections=CONNECTIONS,
        timeout=math.ceil(WITHIN),  # for a free connection
        retry=Retry(NoBackoff(), 1),
        socket_connect_timeout=WITHIN,
        socket_timeout=WITHIN,
    )
    windows = _Windows(pool)
    try:
        yield RateStore(windows)
    finally:
        await windows.close()
        await pool.disconnect()
