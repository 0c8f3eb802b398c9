"""Handing in a recording: every answer that `POST /process/srt_media/` can give to a good form."""

from __future__ import annotations

import uuid

import httpx
import pytest
from api.raw import exchange, head
from api.service import CLEAN, Files, Service
from support.eventually import eventually_sync

MISSING = "Missing X-User-ID header. Please provide user identification."


@pytest.mark.parametrize("path", ["/process/srt_media/", "/process/srt_media"])
def test_a_good_upload_is_accepted(ada: httpx.Client, files: Files, path: str) -> None:
    answer = ada.post(path, files=files)
    assert answer.status_code == 202
    task = answer.json()
    user, _, key = task["task_id"].partition(":")
    assert (user, str(uuid.UUID(key))) == ("ada", key)
    assert task == {
        "task_id": task["task_id"],
        "status": "pending",
        "message": "Task created successfully. Use the task_id to track progress.",
    }
    assert answer.headers["location"] == f"/tasks/{task['task_id']}/status"
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("user", ["a|b@c", "a+b", "A.b_c-9", "x" * 128])
def test_the_location_leads_to_the_task_whatever_the_user_is_called(idle: Service, files: Files, user: str) -> None:
    with idle.client(user) as client:
        created = client.post("/process/srt_media/", files=files)
        found = client.get(created.headers["location"])
    assert found.json()["task_id"] == created.json()["task_id"] == f"{user}:{created.json()['task_id'][-36:]}"
    assert "|" not in created.headers["location"]


def test_subtitles_may_be_left_out(ada: httpx.Client, files: Files) -> None:
    assert ada.post("/process/srt_media/", files={"media_file": files["media_file"]}).status_code == 202


def test_a_file_input_that_was_left_blank_counts_as_left_out(ada: httpx.Client, files: Files) -> None:
    blank = (
        b'--x\r\nContent-Disposition: form-data; name="srt_file"; filename=""\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n\r\n"
        b'--x\r\nContent-Disposition: form-data; name="media_file"; filename="a.wav"\r\n\r\n'
    )
    body = blank + files["media_file"][1] + b"\r\n--x--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert ada.post("/process/srt_media/", content=body, headers=headers).status_code == 202


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "/etc/passwd",
        "C:\\talks\\talk.wav",
        "..",
        "a\tb",
        "Vortrag über Öl.wav",
        "講演.wav",
        "x" * 5000,
    ],
)
def test_a_file_may_be_called_anything(idle: Service, ada: httpx.Client, files: Files, name: str) -> None:
    upload = {field: (name, data) for field, (_, data) in files.items()}
    task_id = ada.post("/process/srt_media/", files=upload).raise_for_status().json()["task_id"]
    assert idle.leftovers()["tasks"] == [task_id.partition(":")[2]]
    assert ada.delete(f"/tasks/{task_id}").status_code == 200
    assert idle.leftovers() == CLEAN


@pytest.mark.parametrize("given", [{}, {"X-User-ID": ""}])
def test_nobody_is_refused(idle: Service, files: Files, given: dict[str, str]) -> None:
    with idle.client(None) as client:
        answer = client.post("/process/srt_media/", files=files, headers=given)
    assert (answer.status_code, answer.json()) == (401, {"detail": MISSING})


@pytest.mark.parametrize("user", ["a:b", "a/b", "a b", "ä", "x" * 129, "a\x7f", "<script>", "*", "a\\b"])
def test_a_user_with_forbidden_characters_is_refused(idle: Service, files: Files, user: str) -> None:
    with idle.client(None) as client:
        answer = client.post("/process/srt_media/", files=files, headers={b"X-User-ID": user.encode()})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("Invalid X-User-ID header: ")
    assert idle.leftovers() == CLEAN


def test_two_users_in_one_request_are_refused(idle: Service) -> None:
    with idle.client(None) as client:
        answer = client.get("/users/me/tasks", headers=[("X-User-ID", "ada"), ("X-User-ID", "eve")])
    assert (answer.status_code, answer.json()["detail"][:24]) == (400, "Invalid X-User-ID header")


def test_the_sixth_task_of_a_user_is_refused_before_its_body_travels(
    idle: Service, ada: httpx.Client, files: Files
) -> None:
    for _ in range(5):
        ada.post("/process/srt_media/", files=files).raise_for_status()
    answer = exchange(idle.url, head("/process/srt_media/", "ada", length=1024**3))
    assert answer.status == 429
    assert answer.json == {"detail": "Maximum 5 concurrent tasks per user exceeded"}
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["connection"] == "close"
    with idle.client("grace") as other:
        assert other.post("/process/srt_media/", files=files).status_code == 202


def test_the_task_after_the_twentieth_is_refused(idle: Service, files: Files) -> None:
    for number in range(20):
        with idle.client(f"user{number % 4}") as client:
            client.post("/process/srt_media/", files=files).raise_for_status()
    with idle.client("last") as client:
        answer = client.post("/process/srt_media/", files=files)
    assert (answer.status_code, answer.json()) == (503, {"detail": "Server is busy, please try again later"})
    assert int(answer.headers["retry-after"]) > 0
    assert len(idle.leftovers()["tasks"]) == 20  # type: ignore[arg-type]


def test_a_client_that_goes_away_leaves_nothing(idle: Service) -> None:
    head_bytes = head("/process/srt_media/", "ada", length=10**9)
    form = b'--x\r\nContent-Disposition: form-data; name="media_file"; filename="a.wav"\r\n\r\n' + bytes(100_000)
    exchange(idle.url, head_bytes + form, wait=lambda: bool(idle.leftovers()["incoming"]), answer=False)
    eventually_sync(lambda: idle.leftovers() == CLEAN)
    assert idle.get("/healthz").status_code == 200
