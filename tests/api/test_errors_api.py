"""The table of errors."""

from __future__ import annotations

import inspect

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from cueweave import errors
from cueweave.api.errors import REASONS, TABLE, answer_errors, row_for
from cueweave.errors import CueweaveError

NEVER_ANSWERED = {
    CueweaveError,  # only its kinds are raised
    errors.BrokenPromise,  # a bug: answered like any other
    errors.Stopped,  # inside the work
    errors.SetupError,  # before there is a server
    errors.HubUnavailable,  # at the command line
    errors.EngineFailed,  # inside the work, whose task fails with its text
    errors.MediumNotFetched,  # the same
    errors.ServerRefused,  # in a client
}
ALL = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, CueweaveError)]


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
def test_every_error_that_may_be_answered_has_a_row_of_its_own(error: type[CueweaveError]) -> None:
    assert (error in TABLE) != (error in NEVER_ANSWERED)


def test_a_new_kind_of_an_error_is_answered_like_its_parent() -> None:
    class VeryEmptyFile(errors.EmptyFile):
        pass

    assert row_for(VeryEmptyFile) == TABLE[errors.EmptyFile]


def test_every_status_of_the_table_is_described() -> None:
    assert {row.status for row in TABLE.values()} <= set(REASONS)


@pytest.mark.parametrize("error", [RuntimeError("/secret/path"), errors.BrokenPromise("secret"), KeyError("secret")])
async def test_what_nobody_foresaw_is_answered_without_its_text(error: Exception) -> None:
    app = FastAPI()
    answer_errors(app)

    @app.get("/")
    def break_down() -> None:
        raise error

    async with AsyncClient(transport=ASGITransport(app, raise_app_exceptions=False), base_url="http://x") as client:
        answer = await client.get("/")
    assert answer.status_code == 500
    assert list(answer.json()) == ["detail"]
    assert "secret" not in answer.text
