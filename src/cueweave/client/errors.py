"""What may go wrong while a server is asked.

SetupError
├── BadAddress          the server's address is none
└── BadIdentity         a user or token that can't be sent, or not safely
ServerRefused           `status` is that of the answer, 0 without one
├── Unreachable         nobody answers, or the connection broke
├── NotCueweave         what answers is something else
├── InputRefused        400, 406, 408, 413, 415, 416, 422: what was handed in can't be used
├── IdentityRefused     401: who asks isn't known
├── TaskForbidden       403: the task is somebody else's
├── TaskMissing         404: the task never was, or is gone
├── WrongMoment         409, 412: the task is not in a state for this
├── Busy                429, 503: later, perhaps; `retry_after` says when
└── ServerFailed        any other 5xx
TaskFailed
└── WorkFailed          the task that was waited for failed or was cancelled; `task` is how it ended
TaskTimedOut            the task that was waited for was not over in time
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cueweave.errors import ServerRefused, SetupError, TaskFailed

if TYPE_CHECKING:
    from cueweave.client.answers import TaskState


class BadAddress(SetupError):
    """The server's address is none."""


class BadIdentity(SetupError):
    """A user or token that can't be sent, or not safely. The token is never in the message."""

    def __init__(self, message: str, wrong: Literal["user", "token", "way"]) -> None:
        """`wrong`: what is to be mended; `way`: the token is good, and others could read it."""
        super().__init__(message)
        self.wrong = wrong


class Unreachable(ServerRefused):
    """Nobody answers, or the connection broke."""

    def __init__(self, message: str, *, was_reached: bool, may_come_back: bool) -> None:
        """`was_reached`: whether a connection was made; `may_come_back`: whether one ever was by this client."""
        super().__init__(message, status=0)
        self.was_reached = was_reached
        self.may_come_back = may_come_back


class NotCueweave(ServerRefused):
    """What answers is something else."""

    def __init__(self, message: str) -> None:
        super().__init__(message, status=0)


class InputRefused(ServerRefused):
    """What was handed in can't be used."""


class IdentityRefused(ServerRefused):
    """Who asks isn't known."""


class TaskForbidden(ServerRefused):
    """The task is somebody else's."""


class TaskMissing(ServerRefused):
    """The task never was, or is gone."""


class WrongMoment(ServerRefused):
    """The task is not in a state for this."""


class Busy(ServerRefused):
    """Too many requests, too many tasks, or something that the server needs is away."""

    def __init__(self, message: str, *, status: int, retry_after: float | None) -> None:
        """`retry_after`: seconds until trying again makes sense; None where the server doesn't say."""
        super().__init__(message, status=status)
        self.retry_after = retry_after


class ServerFailed(ServerRefused):
    """Something went wrong inside the server, or between here and there."""


class WorkFailed(TaskFailed):
    """The task failed or was cancelled; the message says why."""

    def __init__(self, task: TaskState) -> None:
        super().__init__(task.error_message or f"The task was {task.status}.")
        self.task = task
