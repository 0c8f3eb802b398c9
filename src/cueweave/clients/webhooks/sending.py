"""One try to hand a message to its receiver."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore
import httpx

from cueweave.clients.outbound.pool import Pool, Unreachable
from cueweave.clients.waits import told_wait
from cueweave.clients.webhooks.signing import signed
from cueweave.errors import BadAddress

SECONDS = 15.0
"""For a whole try; the standard asks for 15 to 30."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a try."""

    status: int | None
    """None where there was no answer."""
    reason: str
    """Why it is no delivery, in words of ours; empty where it is one."""
    wait: float = 0.0
    """Seconds for which the receiver wants to be left alone."""

    @property
    def delivered(self) -> bool:
        """Whether the receiver has the message."""
        return not self.reason

    @property
    def unwanted(self) -> bool:
        """Whether the receiver wants no more of it."""
        return self.status == httpx.codes.GONE


async def send(
    pool: Pool, url: str, message_id: str, body: str, secrets: Sequence[str], *, seconds: float = SECONDS
) -> Answer:
    """Post it, signed anew; of the answer nothing but its head is read, and no redirect is followed."""
    headers = [("Content-Type", "application/json"), *signed(message_id, datetime.now(UTC), body, secrets)]
    try:
        async with (
            asyncio.timeout(seconds),
            pool.ask("POST", httpx.URL(url), headers, body.encode(), idle_seconds=seconds) as answer,
        ):
            status, wait = answer.status, _wait(answer)
    except TimeoutError:
        return Answer(None, f"no answer within {seconds:.0f} s")
    except Unreachable as error:
        return Answer(None, str(error))
    except BadAddress as error:
        return Answer(None, error.message)
    return Answer(status, "" if httpx.codes.is_success(status) else f"the receiver answered with status {status}", wait)


def _wait(answer: httpcore.Response) -> float:
    """What `Retry-After` says, where the receiver has too much to do or is away for a while."""
    if answer.status not in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE):
        return 0.0
    told = (value for name, value in answer.headers if name.lower() == b"retry-after")
    return told_wait(next(told, b"").decode("latin-1")) or 0.0
