"""Which exit code an error becomes."""

from cueweave.errors import (
    AccessDenied,
    BadInput,
    ConditionMissing,
    CueweaveError,
    HubUnavailable,
    KeysUnavailable,
    NotAcceptable,
    OperatorOnly,
    PlayerNotBuilt,
    RateLimited,
    ResultChanged,
    ServerBusy,
    ServerRefused,
    SetupError,
    StoreUnavailable,
    TaskAlreadyOver,
    TaskNotCompleted,
    TaskNotFound,
    TooManyStreams,
    TooManyUploads,
    Unauthenticated,
    UploadBusy,
    UploadConflict,
    UploadNotFound,
    UserLimitReached,
)

WORK_FAILED = 1
BAD_USAGE = 2
REFUSED = 3
INTERRUPTED = 130

EXIT_CODES: dict[type[CueweaveError], int] = {
    CueweaveError: WORK_FAILED,
    BadInput: BAD_USAGE,
    SetupError: BAD_USAGE,
    PlayerNotBuilt: BAD_USAGE,
    StoreUnavailable: REFUSED,
    KeysUnavailable: REFUSED,
    HubUnavailable: REFUSED,
    ServerRefused: REFUSED,
    ServerBusy: REFUSED,
    UserLimitReached: REFUSED,
    RateLimited: REFUSED,
    OperatorOnly: REFUSED,
    Unauthenticated: REFUSED,
    AccessDenied: REFUSED,
    TaskNotFound: REFUSED,
    TaskNotCompleted: REFUSED,
    TaskAlreadyOver: REFUSED,
    NotAcceptable: REFUSED,
    ConditionMissing: REFUSED,
    ResultChanged: REFUSED,
    TooManyStreams: REFUSED,
    TooManyUploads: REFUSED,
    UploadNotFound: REFUSED,
    UploadConflict: REFUSED,
    UploadBusy: REFUSED,
}

BAD_INPUT_ANSWERS = frozenset({400, 413, 415, 422})
"""The answers with which a server says that the fault lies in what it was given."""


def exit_code(error: CueweaveError) -> int:
    """The code of the nearest class that has one."""
    if isinstance(error, ServerRefused) and error.status in BAD_INPUT_ANSWERS:
        return BAD_USAGE
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)
