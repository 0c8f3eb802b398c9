"""Pages on other origins."""

from __future__ import annotations

import httpx
import pytest
from api.service import Service

OURS = [
    "http://localhost",
    "http://localhost:5173",
    "https://127.0.0.1:8443",
    "http://[::1]:3000",
    "http://app.localhost:80",
]
FOREIGN = [
    "https://example.org",
    "http://localhost.example.org",
    "http://127.0.0.1.example.org",
    "null",
    "http://evil-localhost",
]


def ask_first(client: httpx.Client, origin: str) -> httpx.Response:
    asked = {"Origin": origin, "Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "x-user-id"}
    return client.options("/tasks/x", headers=asked)


@pytest.mark.parametrize("origin", OURS)
def test_pages_of_this_machine_may_call(ada: httpx.Client, origin: str) -> None:
    assert ask_first(ada, origin).status_code == 200
    answer = ada.get("/users/me/tasks", headers={"Origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin
    exposed = answer.headers["access-control-expose-headers"].lower()
    assert all(name in exposed for name in ("location", "retry-after", "ratelimit"))


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize("header", ["x-user-id", "authorization", "if-match", "range"])
def test_pages_may_send_what_calls_need(ada: httpx.Client, method: str, header: str) -> None:
    asked = {"Origin": OURS[0], "Access-Control-Request-Method": method, "Access-Control-Request-Headers": header}
    assert ada.options("/tasks/x", headers=asked).status_code == 200


def test_pages_can_read_what_answers_say(ada: httpx.Client) -> None:
    exposed = ada.get("/tasks/x/status", headers={"Origin": OURS[0]}).headers["access-control-expose-headers"]
    names = exposed.lower().split(", ")
    assert {"etag", "content-range", "accept-ranges", "x-request-id", "www-authenticate"} <= set(names)


def test_pages_of_this_machine_may_edit_results(ada: httpx.Client) -> None:
    asked = {
        "Origin": OURS[0],
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "content-type, if-match, if-none-match, last-event-id, x-user-id",
    }
    assert ada.options("/tasks/x/result", headers=asked).status_code == 200
    assert "ETag" in ada.get("/limits", headers={"Origin": OURS[0]}).headers["access-control-expose-headers"]


@pytest.mark.parametrize("origin", OURS)
def test_pages_of_this_machine_can_read_errors(ada: httpx.Client, origin: str) -> None:
    answer = ada.get("/tasks/x/status", headers={"Origin": origin})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (404, origin)


@pytest.mark.parametrize("origin", FOREIGN)
def test_other_pages_may_not(ada: httpx.Client, origin: str) -> None:
    refused = ask_first(ada, origin)
    assert (refused.status_code, list(refused.json())) == (400, ["detail"])
    assert "access-control-allow-origin" not in ada.get("/users/me/tasks", headers={"Origin": origin}).headers


def test_a_list_of_origins_takes_the_place_of_this_machine(narrow: Service) -> None:
    with narrow.client() as client:
        assert ask_first(client, "https://lectures.example.org").status_code == 200
        assert ask_first(client, "http://localhost").status_code == 400
