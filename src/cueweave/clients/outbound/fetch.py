"""Fetching a file from an address that a stranger names: each step of the way is checked, and what comes is counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpcore
import httpx

from cueweave.clients.outbound.pool import Pool, Unreachable
from cueweave.errors import BadAddress, MediumNotFetched, TooLarge

MOST_REDIRECTS = 5
IDLE_SECONDS = 30.0
"""In which something must travel."""
INSTEAD = "Mend the address, or hand the recording in as a file."
Check = Callable[[str], httpx.URL]
"""Reads an address, and raises BadAddress for one that may not be asked."""
Take = Callable[[bytes, float], None]
"""Takes the next bytes, and the share of the whole that has come with them: 0 to 1, 0 where that isn't known."""


async def fetch(pool: Pool, url: str, check: Check, take: Take, *, most: int, seconds: float) -> None:
    """All of the file, in pieces. Raises MediumNotFetched, TooLarge, and whatever `take` does."""
    try:
        async with asyncio.timeout(seconds), _found(pool, url, check) as answer:
            await _read(answer, take, most)
    except TimeoutError:
        raise MediumNotFetched(f"The medium could not be fetched within {seconds:.0f} s. {INSTEAD}") from None
    except Unreachable as error:
        raise MediumNotFetched(f"The medium could not be fetched: {error}. {INSTEAD}") from None
    except BadAddress as error:
        raise MediumNotFetched(f"The medium could not be fetched: {error.message.rstrip('.')}. {INSTEAD}") from None


@asynccontextmanager
async def _found(pool: Pool, text: str, check: Check) -> AsyncIterator[httpcore.Response]:
    """The answer with the file, a few redirects on."""
    for _ in range(MOST_REDIRECTS + 1):
        url = check(text)
        async with pool.ask("GET", url, [("Accept", "*/*")], idle_seconds=IDLE_SECONDS) as answer:
            headers = _headers(answer)
            if answer.status == httpx.codes.OK:
                yield answer
                return
            if not (300 <= answer.status < 400 and "location" in headers):
                raise Unreachable(f"the server answered with status {answer.status}")
            try:
                text = str(url.join(headers["location"]))
            except (httpx.InvalidURL, ValueError):
                raise Unreachable("the server redirects to what is no address") from None
    raise Unreachable("the server redirects without end")


async def _read(answer: httpcore.Response, take: Take, most: int) -> None:
    headers = _headers(answer)
    if headers.get("content-encoding", "identity") != "identity":
        raise Unreachable("the answer is packed though nobody asked for that")
    told = headers.get("content-length", "")
    length, came = int(told) if told.isdecimal() and len(told) < 16 else 0, 0
    if length > most:
        raise TooLarge(_too_large(most))
    async for data in answer.aiter_stream():
        came += len(data)
        if came > most:
            raise TooLarge(_too_large(most))
        take(data, came / length if length else 0.0)
    if not came:
        raise Unreachable("the file is empty")


def _headers(answer: httpcore.Response) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}


def _too_large(most: int) -> str:
    return f"The medium at this address is larger than the {most:,} bytes that are accepted."
