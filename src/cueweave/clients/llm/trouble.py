"""What can go wrong with a model, in words of ours: what a server says may hold a key or somebody's text."""

from __future__ import annotations

import httpx2
from pydantic_ai import exceptions as theirs

REJECTED = "request rejected"
SERVER_ERROR = "server error"
TIME_LIMIT = "time limit"
MAYBE_THE_SHAPE = frozenset({REJECTED, SERVER_ERROR})
"""How servers answer that don't know the way in which the answer's shape is asked for: llama-cpp-python 0.3 fails with
status 500 over a JSON schema.
"""
_WORDS: tuple[tuple[type[Exception], str], ...] = (  # the first that fits
    (theirs.ModelAuthenticationError, "key refused"),
    (theirs.ModelNotFoundError, "no such model"),
    (theirs.ModelQuotaExceededError, "quota used up"),
    (theirs.ModelContextWindowExceededError, "context too small"),
    (theirs.ModelRequestRejectedError, REJECTED),
    (theirs.UserError, REJECTED),  # by the library, which knows that the model has no such way to answer
    (theirs.ModelRateLimitError, "rate limit"),
    (theirs.ModelTimeoutError, TIME_LIMIT),
    (theirs.ModelRequestTimeout, TIME_LIMIT),
    (theirs.ModelConnectionError, "unreachable"),
    (theirs.ModelAPIError, SERVER_ERROR),
    (theirs.ContentFilterError, "refusal"),
    (theirs.OutputTokenLimitExceeded, "answer cut off"),
)
ANY = (theirs.AgentRunError, theirs.UserError, httpx2.HTTPError, ValueError, TypeError, LookupError, AttributeError)
"""What asking may raise. The libraries trip over some answers: `"choices": [null]` is an AttributeError of theirs."""
UNUSABLE = "unusable answer"
FINAL = frozenset({"key refused", "no such model", "quota used up"})
"""Nothing will change these while a task runs."""
OUTAGES = frozenset({REJECTED, "rate limit", TIME_LIMIT, "unreachable", SERVER_ERROR})
"""These are the server's state, not the question's."""
OUTAGES_IN_A_ROW = 3
NEVER_ANSWERED = 5
"""A model that had trouble with so many questions and answered none is not up to them; each would cost two requests."""


def name(error: Exception) -> str:
    """What went wrong."""
    return next((word for kind, word in _WORDS if isinstance(error, kind)), UNUSABLE)


class Patience:
    """Whether it makes sense to ask on."""

    def __init__(self) -> None:
        self._outages = 0
        self._failed = 0
        self._has_answered = False
        self.over = ""
        """Why not, once it doesn't."""

    def answered(self) -> None:
        """There was an answer in the right shape."""
        self._outages = 0
        self._has_answered = True

    def met(self, trouble: str) -> None:
        """A question had this trouble, after all tries."""
        self._failed += 1
        self._outages = self._outages + 1 if trouble in OUTAGES else 0
        hopeless = self._failed >= NEVER_ANSWERED and not self._has_answered
        if trouble in FINAL or self._outages >= OUTAGES_IN_A_ROW or hopeless:
            self.over = trouble
