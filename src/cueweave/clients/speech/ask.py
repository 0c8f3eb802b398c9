"""Having a server hear a piece of sound, whatever its day is like."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TypeVar

import httpx

from cueweave.clients.bounded import IDENTITY, read_bounded
from cueweave.clients.speech.reply import Nonsense, Reply, read_reply
from cueweave.clients.waits import told_wait
from cueweave.domain.engines import SpeechServer
from cueweave.errors import EngineFailed

T = TypeVar("T")
Form = dict[str, str | list[str]]
TRIES = 5
"""Of a request that meets an outage; the waits between are the server's `Retry-After`, or double from 0.5 s."""
FIRST_WAIT, MOST_WAIT = 0.5, 120.0
CONNECT_SECONDS = 10.0
LOOK_SECONDS = 0.2
"""Between two looks at whether somebody wants us to stop."""
LONGEST_ANSWER = 8 * 1024**2
PASSING = frozenset({408, 409, 425, 429, *range(500, 600)})
"""The answers of a server that may have a better day soon."""
NOT_UNDERSTOOD = frozenset({400, 415, 422})
"""How servers answer that don't know the shape of answer that is asked for, or whatever else."""
REASONS = {
    401: "it refuses the key (CUEWEAVE_TRANSCRIBER_API_KEY)",
    403: "it refuses the key (CUEWEAVE_TRANSCRIBER_API_KEY)",
    404: "it knows no such address or model (CUEWEAVE_TRANSCRIBER_BASE_URL, CUEWEAVE_TRANSCRIBER_MODEL)",
    413: "it takes no request as large as two minutes of sound",
}


class Shape(StrEnum):
    """How much of an answer is asked for."""

    WORDS = "words"
    SEGMENTS = "segments"
    TEXT = "text"


FIELDS: dict[Shape, Form] = {
    Shape.WORDS: {"response_format": "verbose_json", "timestamp_granularities[]": ["word", "segment"]},
    Shape.SEGMENTS: {"response_format": "verbose_json"},
    Shape.TEXT: {"response_format": "json"},
}


class Trouble(Exception):
    """Why a try had no usable answer, in words of ours: what a server says may hold a key or somebody's text."""

    def __init__(self, what: str, *, passing: bool, status: int = 0, wait: float | None = None) -> None:
        """`passing`: whether another try makes sense; `wait`: the seconds that the server asks for."""
        super().__init__(what)
        self.what = what
        self.passing = passing
        self.status = status
        self.wait = wait


class Hearing:
    """What is known of a server while a process works with it."""

    def __init__(self, server: SpeechServer) -> None:
        self._server = server
        self._shapes = list(Shape)
        self.gives_times = True
        """Until it answers without any."""

    def hear(self, wave: bytes, language: str | None, look: Callable[[], None]) -> Reply:
        """What the server hears in a WAV file; `look` is called five times a second and may raise to stop it.

        Runs an event loop of its own in this thread and leaves no thread and no connection behind: who calls may fork
        afterwards. Raises EngineFailed.
        """
        while True:
            try:
                reply = asyncio.run(_lasting(self._server, _form(self._server, language, self._shapes[0]), wave, look))
            except Trouble as trouble:
                if trouble.status in NOT_UNDERSTOOD and len(self._shapes) > 1:
                    self._shapes.pop(0)
                    continue
                raise EngineFailed(_sentence(self._server, trouble)) from None
            self.gives_times = self.gives_times and reply.has_times
            return reply


def _sentence(server: SpeechServer, trouble: Trouble) -> str:
    then = "hand the recording in again later" if trouble.passing else "the operator must see to it"
    return f"The speech server at {server.address} can't be used: {trouble.what}; {then}, or send subtitles along."


def _form(server: SpeechServer, language: str | None, shape: Shape) -> Form:
    told: Form = {"language": language} if language else {}
    return {"model": server.model, **told, **FIELDS[shape]}


async def _lasting(server: SpeechServer, form: Form, wave: bytes, look: Callable[[], None]) -> Reply:
    """The reply, after as many tries as make sense. Raises Trouble."""
    for tried in range(1, TRIES + 1):
        try:
            return await _watched(_once(server, form, wave), look)
        except Trouble as trouble:
            if not trouble.passing or tried == TRIES:
                raise
            wait = FIRST_WAIT * 2 ** (tried - 1) if trouble.wait is None else min(trouble.wait, MOST_WAIT)
        await _watched(asyncio.sleep(wait), look)
    raise AssertionError("the last try returns or raises")


async def _watched(work: Awaitable[T], look: Callable[[], None]) -> T:
    """What comes of the work; raises what `look` raises, after the work's end."""
    task = asyncio.ensure_future(work)
    try:
        while not (await asyncio.wait({task}, timeout=LOOK_SECONDS))[0]:
            look()
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _once(server: SpeechServer, form: Form, wave: bytes) -> Reply:
    timeout = httpx.Timeout(server.timeout, connect=min(server.timeout, CONNECT_SECONDS))
    headers = {"accept-encoding": IDENTITY} | key_of(server)
    files = {"file": ("speech.wav", wave, "audio/wav")}
    try:
        # a redirect would take the sound, and the key with it, to a place that the operator didn't name
        async with (
            asyncio.timeout(server.timeout),
            httpx.AsyncClient(
                timeout=timeout, proxy=server.proxy or None, trust_env=False, follow_redirects=False
            ) as client,
            client.stream(
                "POST", f"{server.address}/audio/transcriptions", data=form, files=files, headers=headers
            ) as answer,
        ):
            _check_status(answer)
            body = await read_bounded(answer, LONGEST_ANSWER)
        return read_reply(body, answer.headers.get("content-type", ""))
    except (TimeoutError, httpx.TimeoutException):
        raise Trouble(f"no answer within {server.timeout:g} s", passing=True) from None
    except httpx.RemoteProtocolError as error:
        raise Trouble(f"it doesn't speak HTTP as we do ({error})", passing=True) from None
    except httpx.HTTPError as error:
        raise Trouble(f"it can't be reached ({type(error).__name__})", passing=True) from None
    except Nonsense as error:
        raise Trouble(f"its answer is no transcript ({error})", passing=True) from None


def key_of(server: SpeechServer) -> dict[str, str]:
    """The one place where the key goes: a header."""
    return {"authorization": f"Bearer {server.api_key}"} if server.api_key else {}


def _check_status(answer: httpx.Response) -> None:
    """Raises Trouble unless the answer is one to read."""
    status = answer.status_code
    if status == httpx.codes.OK:
        return
    if status in PASSING:
        what = "it has too much to do" if status == httpx.codes.TOO_MANY_REQUESTS else "it is in trouble"
        wait = told_wait(answer.headers.get("retry-after", ""))
        raise Trouble(f"{what} (status {status})", passing=True, status=status, wait=wait)
    what = "it sends us elsewhere, where we don't go" if answer.is_redirect else "it rejects what we ask"
    raise Trouble(f"{REASONS.get(status, what)} (status {status})", passing=False, status=status)
