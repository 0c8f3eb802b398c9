"""The old synchronous call: the result itself, through the same queue and limits."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from api.raw import exchange, head
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync

from cueweave.api.result_schema import Result

SYNC = "/process/srt_media/sync"


def test_it_answers_with_the_result_itself_and_needs_no_user(busy: Service, files: Files) -> None:
    with busy.client(None) as client:
        answer = client.post(SYNC, files=files)
    assert answer.status_code == 200, answer.text
    assert Result.model_validate(answer.json()).paragraphs
    assert re.fullmatch(r"@\d+", answer.headers["deprecation"])  # RFC 9745
    assert answer.headers["link"] == '</process/srt_media/>; rel="successor-version"'
    with busy.client("anonymous@127.0.0.1") as client:
        assert client.get("/users/me/tasks").json()["total_completed"] >= 1


def test_its_task_belongs_to_the_user_who_is_named(worked: httpx.Client, files: Files) -> None:
    assert worked.post(SYNC, files=files).status_code == 200
    assert worked.get("/users/me/tasks").json()["total_completed"] == 1


def test_a_bad_user_is_refused(idle: Service, files: Files) -> None:
    with idle.client("a:b") as client:
        assert client.post(SYNC, files=files).status_code == 400


def test_it_goes_through_the_same_limits(idle: Service, files: Files) -> None:
    with idle.client("anonymous@127.0.0.1") as client:
        for _ in range(5):
            client.post("/process/srt_media/", files=files).raise_for_status()
    answer = exchange(idle.url, head(SYNC, None, length=10**9))
    assert (answer.status, answer.json) == (429, {"detail": "Maximum 5 concurrent tasks per user exceeded"})


@pytest.mark.parametrize(("field", "status"), [("media_file", 415), ("srt_file", 415)])
def test_bad_input_is_refused_in_the_same_way(idle: Service, files: Files, field: str, status: int) -> None:
    with idle.client(None) as client:
        answer = client.post(SYNC, files={**files, field: ("x", bytes(range(256)) * 20)})
    assert answer.status_code == status, answer.text
    assert idle.leftovers() == CLEAN


def test_a_task_that_takes_too_long_is_cancelled(narrow: Service, files: Files) -> None:
    with narrow.client() as client:
        answer = client.post(SYNC, files=files)
        assert answer.status_code == 504, answer.text
        assert client.get("/users/me/tasks").json()["total_completed"] == 1
    assert answer.json()["detail"]
    assert narrow.leftovers() == CLEAN


def test_a_task_that_is_cancelled_from_elsewhere_is_told_as_such(idle: Service, files: Files) -> None:
    with idle.client() as client, idle.client() as other, ThreadPoolExecutor() as pool:
        waiting = pool.submit(other.post, SYNC, files=files)
        task = eventually_sync(lambda: client.get("/users/me/tasks").json()["active_tasks"])[0]
        client.delete(f"/tasks/{task['task_id']}").raise_for_status()
        answer = waiting.result(10)
    assert (answer.status_code, answer.json()) == (500, {"detail": "The task was cancelled."})


def test_a_client_that_goes_away_cancels_its_task(idle: Service, files: Files) -> None:
    request = httpx.Request("POST", idle.url + SYNC, files=files)
    body = request.read()
    head_bytes = head(SYNC, "ada", length=len(body)).replace(
        b"multipart/form-data; boundary=x", request.headers["content-type"].encode()
    )
    with idle.client() as client:

        def active() -> int:
            return int(client.get("/users/me/tasks").json()["total_active"])

        exchange(idle.url, head_bytes + body, wait=lambda: active() == 1, answer=False)
        eventually_sync(lambda: active() == 0)
        assert client.get("/users/me/tasks").json()["completed_tasks"][0]["status"] == "cancelled"
    assert idle.leftovers() == CLEAN
