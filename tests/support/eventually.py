"""Waiting for facts."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast, overload

Fact = TypeVar("Fact")


@overload
async def eventually(condition: Callable[[], Awaitable[Fact | None]], *, within: float = ...) -> Fact: ...
@overload
async def eventually(condition: Callable[[], Fact], *, within: float = ...) -> Fact: ...
async def eventually(condition: Callable[[], object], *, within: float = 30.0) -> object:
    """What the condition gives as soon as that is true; an AssertionError when it isn't in time."""
    until = time.monotonic() + within
    while True:
        fact = condition()
        if isinstance(fact, Awaitable):
            fact = await cast(Awaitable[object], fact)
        if fact:
            return fact
        assert time.monotonic() < until, f"not so within {within} s; last seen: {fact!r}"
        await asyncio.sleep(0.02)


def eventually_sync(condition: Callable[[], Fact], *, within: float = 30.0) -> Fact:
    """The same without an event loop."""
    until = time.monotonic() + within
    while not (fact := condition()):
        assert time.monotonic() < until, f"not so within {within} s; last seen: {fact!r}"
        time.sleep(0.02)
    return fact
