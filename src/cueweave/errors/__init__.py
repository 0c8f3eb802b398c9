"""Every error that a person may read.

CueweaveError
├── BadInput                    what was handed in can't be used
│   ├── MalformedRequest        the request itself can't be read
│   ├── BadUserId               a user id with forbidden characters
│   ├── BadLanguage             a name of a language that is none
│   ├── LanguageNotHeard        a language that the transcriber doesn't know
│   ├── MissingField            a form field that must be there is not
│   ├── BadCursor               a place in a list that the server never gave out
│   ├── BadAddress              an address that nothing may be sent to or fetched from
│   ├── MediumNotFetched        a medium that could not be had from its address
│   ├── KeyReused               a key of a client's that stands for something else
│   ├── EmptyFile               a file of zero bytes
│   ├── TooLarge                more bytes than the limit
│   ├── ChecksumMismatch        bytes that are not those that were sent
│   ├── TooSlow                 a request that doesn't arrive in time
│   ├── TooLong                 more seconds than the limit
│   ├── BadResult               an edited result that is none, or not true
│   ├── NotExportable           a result that has no place in the format that is asked for
│   ├── TooManyPixels           a larger picture than the limit
│   ├── TooManyTracks           more streams in a medium than the limit
│   ├── NotSubtitles            bytes that are no subtitles
│   ├── NoCues                  subtitles in which nobody says anything
│   ├── TooManyWords            subtitles in which more is said than anybody can
│   ├── NotSlides               bytes that are no PDF
│   ├── BrokenSlides            a PDF that can't be opened or drawn
│   ├── TooManyPages            a PDF with more or larger pages than the limit
│   ├── NotAMedium              bytes that are no audio or video
│   ├── UnlistedCodec           a medium in a codec that isn't accepted
│   ├── BrokenMedium            a medium that can't be decoded
│   └── NoSound                 a medium in which there is nothing to hear
├── Unauthenticated             nobody said who is calling
│   ├── TokenMissing            no token, where one is needed
│   └── BadToken                a token that proves nothing
├── AccessDenied                the task is somebody else's
│   └── BadLink                 a link that was not signed for this, or not until now
├── TaskNotFound                the task never was, or is gone
├── TaskNotCompleted            a result is asked for too early
├── TaskAlreadyOver             a move that a finished task can't make
├── UploadNotFound              a resumable upload never was, or is gone
├── UploadConflict              bytes for another place of an upload, or a task of one that isn't whole
├── UploadBusy                  an upload at which another request is at work
├── OperatorOnly                only the operator may ask this
├── RateLimited                 too many requests in a while
├── PlayerNotBuilt              a page is asked for, and its script is not part of the installation
├── NotAcceptable               a result is asked for in media types that it can't have
├── ConditionMissing            an edit doesn't say which edition it changes
├── ResultChanged               an edit of an edition that is not the current one
├── UserLimitReached            the user has as many tasks as allowed
├── TooManyUploads              the user has as many unfinished uploads as allowed
├── TooManyStreams              the user follows as many tasks as allowed
├── ServerBusy                  the server has as many tasks as allowed
├── StoreUnavailable            Redis or the storage can't be reached
├── KeysUnavailable             the keys of the tokens' issuer can't be reached
├── HubUnavailable              a speech model can't be fetched
├── EngineFailed                what hears the words can't be used
├── TaskFailed                  the work failed; the message says why
├── TaskTimedOut                the answer did not come in time
├── BrokenPromise               a result that breaks its promises: a bug
├── Stopped                     somebody asked the work to stop
├── SetupError                  this machine or its settings lack something
└── ServerRefused               a running server answered a client with an error
"""

from cueweave.errors.base import CueweaveError as CueweaveError
from cueweave.errors.inputs import (
    BadAddress as BadAddress,
    BadCursor as BadCursor,
    BadInput as BadInput,
    BadLanguage as BadLanguage,
    BadResult as BadResult,
    BadUserId as BadUserId,
    BrokenMedium as BrokenMedium,
    BrokenSlides as BrokenSlides,
    ChecksumMismatch as ChecksumMismatch,
    EmptyFile as EmptyFile,
    KeyReused as KeyReused,
    LanguageNotHeard as LanguageNotHeard,
    MalformedRequest as MalformedRequest,
    MediumNotFetched as MediumNotFetched,
    MissingField as MissingField,
    NoCues as NoCues,
    NoSound as NoSound,
    NotAMedium as NotAMedium,
    NotExportable as NotExportable,
    NotSlides as NotSlides,
    NotSubtitles as NotSubtitles,
    TooLarge as TooLarge,
    TooLong as TooLong,
    TooManyPages as TooManyPages,
    TooManyPixels as TooManyPixels,
    TooManyTracks as TooManyTracks,
    TooManyWords as TooManyWords,
    TooSlow as TooSlow,
    UnlistedCodec as UnlistedCodec,
)


class Unauthenticated(CueweaveError):
    """Nobody said who is calling."""


class TokenMissing(Unauthenticated):
    """No token came, where one is needed."""


class BadToken(Unauthenticated):
    """A token that doesn't prove who is calling."""


class AccessDenied(CueweaveError):
    """The task is somebody else's."""


class BadLink(AccessDenied):
    """A signed link that is for something else, has expired, or was never signed."""


class TaskNotFound(CueweaveError):
    """The task never was, or has been cleaned up."""


class TaskNotCompleted(CueweaveError):
    """A result is asked for before there is one."""


class TaskAlreadyOver(CueweaveError):
    """A move that a finished task can't make."""


class UploadNotFound(CueweaveError):
    """The resumable upload never was, has expired, was deleted, or a task was made of it."""


class UploadConflict(CueweaveError):
    """Bytes for another place than the upload's end, or a task of an upload that isn't whole."""


class UploadBusy(CueweaveError):
    """Another request is at work on the upload."""


class OperatorOnly(CueweaveError):
    """Only the operator may ask this."""


class RateLimited(CueweaveError):
    """Too many requests in a while."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        """`retry_after`: seconds until one more is let through."""
        super().__init__(message)
        self.retry_after = retry_after


class PlayerNotBuilt(CueweaveError):
    """A page can't be written without the player's script."""


class NotAcceptable(CueweaveError):
    """No format has a media type that the client accepts."""


class ConditionMissing(CueweaveError):
    """An edit that doesn't say which edition of the result it changes."""


class ResultChanged(CueweaveError):
    """An edit of an edition that is not the current one any more."""


class TooManyUploads(CueweaveError):
    """The user's unfinished uploads are as many, or as large together, as allowed."""


class TooManyStreams(CueweaveError):
    """The user follows as many tasks at the same time as allowed."""


class UserLimitReached(CueweaveError):
    """The user has as many active tasks as allowed."""


class ServerBusy(CueweaveError):
    """The server has as many active tasks as allowed."""


class StoreUnavailable(CueweaveError):
    """Redis or the storage can't be reached or is full."""


class KeysUnavailable(CueweaveError):
    """The keys with which tokens are checked can't be had from their issuer."""


class HubUnavailable(CueweaveError):
    """A speech model can't be had from where such models are."""


class EngineFailed(CueweaveError):
    """What hears the words can't be used: its model, its library or its server; the message says what to do."""


class TaskFailed(CueweaveError):
    """The work failed; the message says why."""


class TaskTimedOut(CueweaveError):
    """An answer did not come in time."""


class BrokenPromise(CueweaveError):
    """A result that breaks what the product promises: a bug, never the user's fault."""


class Stopped(CueweaveError):
    """Somebody asked the work to stop."""


class SetupError(CueweaveError):
    """This machine or its settings lack something."""


class ServerRefused(CueweaveError):
    """A running server answered a client with an error."""

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status
