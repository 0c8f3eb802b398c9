"""A client of a running server, for other programs: `Client`, and `AsyncClient` for an event loop.

    with Client("http://127.0.0.1:8000", user="ada") as cueweave:
        task = cueweave.submit("lecture.mp4", "lecture.srt")
        cueweave.wait(task.task_id)
        print(cueweave.result(task.task_id).paragraphs[0].text)

What is asked, how often, and how answers are read stands in functions without a connection (`questions`,
`conversation`, `answers`); the two clients only carry it over. docs/python-client.md shows all of it.
"""

from cueweave.client.answers import Limits, Receipt, TaskPage, TaskState
from cueweave.client.asynchronous import AsyncClient
from cueweave.client.errors import (
    BadAddress,
    BadIdentity,
    Busy,
    IdentityRefused,
    InputRefused,
    NotCueweave,
    ServerFailed,
    TaskForbidden,
    TaskMissing,
    Unreachable,
    WorkFailed,
    WrongMoment,
)
from cueweave.client.synchronous import Client
from cueweave.errors import CueweaveError, ServerRefused, TaskTimedOut

__all__ = [
    "AsyncClient",
    "BadAddress",
    "BadIdentity",
    "Busy",
    "Client",
    "CueweaveError",
    "IdentityRefused",
    "InputRefused",
    "Limits",
    "NotCueweave",
    "Receipt",
    "ServerFailed",
    "ServerRefused",
    "TaskForbidden",
    "TaskMissing",
    "TaskPage",
    "TaskState",
    "TaskTimedOut",
    "Unreachable",
    "WorkFailed",
    "WrongMoment",
]
