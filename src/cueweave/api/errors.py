"""Which error becomes which answer: one table, for all routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cueweave.api.guard import EVERYWHERE
from cueweave.api.measures import refused
from cueweave.api.schemas import Problem
from cueweave.errors import (
    AccessDenied,
    BadAddress,
    BadCursor,
    BadInput,
    BadLanguage,
    BadLink,
    BadResult,
    BadToken,
    BadUserId,
    BrokenMedium,
    BrokenSlides,
    ChecksumMismatch,
    ConditionMissing,
    CueweaveError,
    EmptyFile,
    KeyReused,
    KeysUnavailable,
    LanguageNotHeard,
    MalformedRequest,
    MissingField,
    NoCues,
    NoSound,
    NotAcceptable,
    NotAMedium,
    NotExportable,
    NotSlides,
    NotSubtitles,
    OperatorOnly,
    PlayerNotBuilt,
    RateLimited,
    ResultChanged,
    ServerBusy,
    StoreUnavailable,
    TaskAlreadyOver,
    TaskFailed,
    TaskNotCompleted,
    TaskNotFound,
    TaskTimedOut,
    TokenMissing,
    TooLarge,
    TooLong,
    TooManyPages,
    TooManyPixels,
    TooManyStreams,
    TooManyTracks,
    TooManyUploads,
    TooManyWords,
    TooSlow,
    Unauthenticated,
    UnlistedCodec,
    UploadBusy,
    UploadConflict,
    UploadNotFound,
    UserLimitReached,
)
from cueweave.telemetry import get_logger

RETRY_SECONDS = 5
MEDIA, SUBTITLES, SLIDES = "media_file", "srt_file", "slides_file"
LONGEST_NAME = 64
"""Of a parameter that we don't know, as the answer repeats it."""
log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Row:
    """How an error is answered."""

    status: int
    field: str | None = None
    """The field that such an error is about; it is named before the message."""
    retry: bool = False
    """Whether the same request may succeed later."""
    challenge: str | None = None
    """How whoever calls may say who it is (RFC 9110, 11.6.1)."""


TABLE: dict[type[CueweaveError], Row] = {
    BadInput: Row(422),
    MalformedRequest: Row(400),
    BadUserId: Row(400),
    MissingField: Row(422),
    BadLanguage: Row(422, "language"),
    LanguageNotHeard: Row(422, "language"),
    BadCursor: Row(422, "cursor"),
    BadAddress: Row(422),
    KeyReused: Row(422),
    EmptyFile: Row(422, SUBTITLES),  # an empty medium is seen while it arrives, and its error names the field
    TooLarge: Row(413),
    TooSlow: Row(408),
    TooLong: Row(413, MEDIA),
    BadResult: Row(422),
    NotExportable: Row(422),
    PlayerNotBuilt: Row(501),
    NotAcceptable: Row(406),
    TooManyPixels: Row(413, MEDIA),
    TooManyTracks: Row(413, MEDIA),
    NotSubtitles: Row(415, SUBTITLES),
    NoCues: Row(422, SUBTITLES),
    TooManyWords: Row(413, SUBTITLES),
    NotSlides: Row(415, SLIDES),
    BrokenSlides: Row(422, SLIDES),
    TooManyPages: Row(413, SLIDES),
    NotAMedium: Row(415, MEDIA),
    UnlistedCodec: Row(415, MEDIA),
    BrokenMedium: Row(422, MEDIA),
    NoSound: Row(422, MEDIA),
    Unauthenticated: Row(401),
    TokenMissing: Row(401, challenge="Bearer"),
    BadToken: Row(401, challenge='Bearer error="invalid_token"'),
    KeysUnavailable: Row(503, retry=True),
    AccessDenied: Row(403),
    BadLink: Row(403),
    TaskNotFound: Row(404),
    TaskNotCompleted: Row(409),
    TaskAlreadyOver: Row(409),
    UploadNotFound: Row(404),
    UploadConflict: Row(409),
    UploadBusy: Row(423, retry=True),
    ChecksumMismatch: Row(460),
    TooManyUploads: Row(429, retry=True),
    OperatorOnly: Row(401, challenge="Bearer"),
    RateLimited: Row(429, retry=True),
    ConditionMissing: Row(428),
    ResultChanged: Row(412),
    TooManyStreams: Row(429, retry=True),
    UserLimitReached: Row(429, retry=True),
    ServerBusy: Row(503, retry=True),
    StoreUnavailable: Row(503, retry=True),
    TaskFailed: Row(500),
    TaskTimedOut: Row(504),
}
UNEXPECTED = "Something went wrong inside the server. It has been logged; please try again or tell the operator."
PLAIN = {
    404: "There is nothing at this address; /docs lists all addresses.",
    405: "This address doesn't take this method; the header Allow says which it takes.",
}


def row_for(error: type[CueweaveError]) -> Row | None:
    """The row of the class or of the nearest class above it."""
    return next((TABLE[each] for each in error.__mro__ if each in TABLE), None)


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The shape of every error answer."""
    return JSONResponse({"detail": detail}, status_code=status, headers=headers)


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    return answer(cast("CueweaveError", error))


def answer(known: CueweaveError) -> JSONResponse:
    """What its row says. Raises the error again where it has none: then it is a bug like any other."""
    row = row_for(type(known))
    if row is None:
        raise known
    refused(type(known))
    if row.status >= 500:
        log.warning("request not answered", reason=known.message, cause=repr(known.__cause__))
    return problem(row.status, _naming_field(known.message, row), _headers(known, row))


def _headers(error: CueweaveError, row: Row) -> dict[str, str]:
    headers = {}
    if row.retry:
        headers["Retry-After"] = str(error.retry_after if isinstance(error, RateLimited) else RETRY_SECONDS)
    if row.challenge:
        headers["WWW-Authenticate"] = row.challenge
    return headers


def _naming_field(message: str, row: Row) -> str:
    if row.field is None or message.startswith((MEDIA, SUBTITLES, SLIDES)):
        return message
    return f"{row.field}: {message}"


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    first = cast("RequestValidationError", error).errors()[0]
    return problem(422, f"{str(first['loc'][-1])[:LONGEST_NAME]}: {first['msg']}")


def _allowed(request: Request) -> dict[str, str]:
    """All methods of the address: Starlette names those of its first route alone, and each method has its own."""
    route = request.scope.get("route")
    methods = request.app.openapi()["paths"].get(getattr(route, "path", None), ())
    return {"Allow": ", ".join(sorted(method.upper() for method in methods))} if methods else {}


async def _plain(request: Request, error: Exception) -> JSONResponse:
    known = cast("HTTPException", error)
    headers = dict(known.headers) if known.headers else {}
    if known.status_code == 405:
        headers |= _allowed(request)
    return problem(known.status_code, PLAIN.get(known.status_code, str(known.detail)), headers or None)


async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    """Of what breaks outside of `Unexpected`. Logged by the server, to which Starlette raises it again."""
    return problem(500, UNEXPECTED, EVERYWHERE)  # Starlette gives it past all other layers


class Unexpected:
    """Answers what nobody foresaw where all headers still come to it, and logs it whole.

    Starlette's own place for this is outside of all middleware: its answers have neither CORS headers nor an id.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI wants it. Raises again what came after the answer began: then only the connection can be closed."""
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception:
            if scope["type"] != "http" or begun:
                raise
            log.exception("request failed unexpectedly")
            await problem(500, UNEXPECTED)(scope, receive, send)


def answer_errors(app: FastAPI) -> None:
    """Let the table answer all errors of the app, and of the middleware that was added before."""
    app.add_middleware(Unexpected)
    app.add_exception_handler(CueweaveError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _plain)
    app.add_exception_handler(Exception, _unexpected)


REASONS = {
    400: "The request or its `X-User-ID` can't be read.",
    401: "Nobody said who is calling, or it can't be believed.",
    403: "The task is somebody else's, or the link is not signed for it, or has expired.",
    404: "No such task, or no longer.",
    406: "A result has none of the media types of `Accept`.",
    408: "The body stopped coming.",
    409: "The task is not in a state for this.",
    412: "The result was changed in the meantime.",
    413: "A file is larger or longer than the limit, or a medium holds larger pictures or more streams.",
    415: "The bytes are no medium, no subtitles or no PDF, or in a codec that isn't accepted.",
    416: "The range lies behind the medium's end.",
    422: "A field is missing or can't be used; it is named.",
    423: "Another request is at work on the upload.",
    428: "The header that says which edition of the result is changed is missing.",
    429: "The user has as many active tasks, or follows as many, as allowed, or too many requests came in a while.",
    431: "The address is too long.",
    460: "The bytes are not those that were sent.",
    500: "The task failed; the text says why.",
    501: "The server was installed without what this needs.",
    503: "The server has as many active tasks as allowed, or its store is away or full.",
    504: "The task took too long.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How these error answers stand in the OpenAPI document."""
    return {status: _described(status) for status in statuses}


def _described(status: int) -> dict[str, Any]:
    described: dict[str, Any] = {"model": Problem, "description": REASONS[status]}
    if status in (423, 429, 503):
        described["headers"] = {
            "Retry-After": {"description": "Seconds until trying again makes sense.", "schema": {"type": "integer"}}
        }
    return described
