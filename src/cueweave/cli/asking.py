"""A running server, asked from the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypedDict

from cueweave.cli.options import login_name

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from cueweave.client import Client

OVER_HTTP = "CUEWEAVE_TOKEN_OVER_HTTP"
SAID = {
    "user": "--user can't be sent: use plain letters.",
    "token": "--token is no token: give it as the server's issuer gave it, in one line, without `Bearer`.",
    "way": "The token is not sent over http to another machine, where anybody on the way can read it: use an https "
    f"address, or set {OVER_HTTP}=1.",
}


class Who(TypedDict):
    """What a client is told about who asks."""

    user: str | None
    token: str | None
    token_over_http: bool


def who(user: str | None, token: str | None) -> Who:
    """A token where there is one, otherwise a user."""
    over_http = os.environ.get(OVER_HTTP, "") in ("1", "true")
    return Who(user=None if token else user or login_name(), token=token, token_over_http=over_http)


@contextmanager
def connected(url: str, user: str | None, token: str | None) -> Iterator[Client]:
    """A client of it; what a library calls an argument is an option here."""
    from cueweave.client import Client

    with in_options_words(), Client(url, **who(user, token)) as client:
        yield client


@contextmanager
def in_options_words() -> Iterator[None]:
    """Errors of the client, said so that they name options."""
    from cueweave.client import BadAddress, BadIdentity, Unreachable
    from cueweave.errors import SetupError

    try:
        yield
    except BadAddress:
        raise SetupError("--server is no address: write it like http://127.0.0.1:8000.") from None
    except BadIdentity as error:
        raise SetupError(SAID[error.wrong]) from None
    except Unreachable as error:
        if not error.was_reached:
            error.message = f"{error.message.rstrip('.')}: start one with `cueweave up`, or name another with --server."
        raise


def as_dict(answer: DataclassInstance) -> dict[str, Any]:
    """As the server wrote it: what is not told is left out."""
    return asdict(answer, dict_factory=lambda pairs: {name: value for name, value in pairs if value is not None})
