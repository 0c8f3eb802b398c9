"""Logging in with the tokens of an OpenID provider's library."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import jwt as independent
import pytest
from api.conftest import serving
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync
from support.issuer import Issuer, claims_of
from support.tls import TLS

from cueweave.api.identity.links import signed_query
from cueweave.domain.tasks import TaskId

pytestmark = pytest.mark.xdist_group("api-jwt")
SECRET = "a secret of thirty-two characters"  # noqa: S105 - of these tests
MINE = "/users/me/tasks"


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with Issuer("RS256", "ES256", "EdDSA") as running:
        yield running


@pytest.fixture(scope="module")
def jwks(issuer: Issuer) -> Iterator[Service]:
    """A service that takes the issuer's tokens."""
    with serving(workers=0, **issuer.settings()) as service:
        yield service


@pytest.fixture(scope="module")
def secret() -> Iterator[Service]:
    """A service that takes tokens signed with a secret, from anybody who knows it."""
    with serving(
        CUEWEAVE_AUTH="jwt", CUEWEAVE_JWT_SECRET=SECRET, CUEWEAVE_JWT_USER_CLAIM="email", CUEWEAVE_LINK_SECRET=SECRET
    ) as service:
        yield service


def ask(service: Service, token: str | None, path: str = MINE, **headers: str) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx.get(service.url + path, headers=bearer | headers, timeout=30, verify=TLS)


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_a_token_of_the_provider_lets_its_user_in(jwks: Service, issuer: Issuer, algorithm: str) -> None:
    answer = ask(jwks, issuer.token("auth0|ada", algorithm=algorithm))
    assert (answer.status_code, answer.json()["user_id"]) == (200, "auth0|ada")


def test_a_token_of_an_independent_library_lets_its_user_in(secret: Service) -> None:
    token = independent.encode({"exp": claims_of()["exp"], "email": "ada@example.org"}, SECRET, "HS256")
    assert ask(secret, token).json()["user_id"] == "ada@example.org"


def test_the_user_header_is_ignored(jwks: Service, issuer: Issuer) -> None:
    answer = ask(jwks, issuer.token("ada"), **{"X-User-ID": "eve"})
    assert answer.json()["user_id"] == "ada"
    assert ask(jwks, None, **{"X-User-ID": "eve"}).status_code == 401


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic YWRhOmFkYQ=="}, {"X-User-ID": "ada"}])
def test_without_a_token_the_answer_asks_for_one(jwks: Service, headers: dict[str, str]) -> None:
    answer = ask(jwks, None, **headers)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer" in answer.json()["detail"]


def test_the_synchronous_call_needs_a_token_too(jwks: Service, files: Files) -> None:
    answer = httpx.post(f"{jwks.url}/process/srt_media/sync", files=files, timeout=30)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert jwks.leftovers() == CLEAN


def test_tasks_belong_to_the_tokens_user(jwks: Service, issuer: Issuer, files: Files) -> None:
    bearer = {"Authorization": f"Bearer {issuer.token('ada')}"}
    task_id = httpx.post(f"{jwks.url}/process/srt_media/", files=files, headers=bearer, timeout=30).json()["task_id"]
    assert task_id.startswith("ada:")
    assert ask(jwks, issuer.token("eve"), f"/tasks/{task_id}/status").status_code == 403
    assert httpx.delete(f"{jwks.url}/tasks/{task_id}", headers=bearer).status_code == 200


def test_a_signed_link_takes_a_tokens_place(secret: Service) -> None:
    never = TaskId.new("ada")
    address = f"{secret.url}/tasks/{never}/media"
    with_link = httpx.get(f"{address}?{signed_query(SECRET, never, int(time.time()) + 60)}")
    assert (httpx.get(address).status_code, with_link.status_code) == (401, 404)
    assert with_link.json() == {"detail": "Task not found"}


def test_the_document_asks_for_tokens_where_the_server_does(jwks: Service, idle: Service) -> None:
    with_tokens, with_header = (httpx.get(f"{each.url}/openapi.json").json() for each in (jwks, idle))
    schemes = with_tokens["components"]["securitySchemes"]
    assert (schemes["User"]["type"], schemes["User"]["scheme"]) == ("http", "bearer")
    assert with_header["components"]["securitySchemes"]["User"]["name"] == "X-User-ID"
    at_once = [each["paths"]["/process/srt_media/sync"]["post"]["security"] for each in (with_tokens, with_header)]
    assert at_once == [[{"User": []}], [{"User": []}, {}]]
    files = with_tokens["paths"]["/tasks/{task_id}/media"]["get"]["security"]
    assert files == [{"User": []}, {"Link": []}]


def test_the_page_of_the_document_is_there(jwks: Service) -> None:
    assert httpx.get(f"{jwks.url}/docs").status_code == 200


def test_no_page_of_another_origin_may_call_unless_it_is_listed(jwks: Service, issuer: Issuer) -> None:
    answer = ask(jwks, issuer.token(), Origin="http://localhost:5173")
    assert "access-control-allow-origin" not in answer.headers


def test_the_log_says_which_mode_runs(jwks: Service, issuer: Issuer) -> None:
    (line,) = [line for line in jwks.log_lines() if line["event"] == "who may call"]
    assert line["mode"] == "jwt"
    assert issuer.url in line["means"]


def test_keys_that_cannot_be_fetched_are_waited_for_and_those_that_were_are_kept() -> None:
    issuer = Issuer()
    with issuer:
        settings = issuer.settings()
    with serving(workers=0, **settings) as service:
        away = ask(service, issuer.token())
        assert (away.status_code, away.headers["retry-after"]) == (503, "5")
        assert "try again" in away.json()["detail"]
        with issuer:
            eventually_sync(lambda: ask(service, issuer.token()).status_code == 200)
        assert ask(service, issuer.token()).status_code == 200
