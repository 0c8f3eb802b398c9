"""Asking about tasks: who may see what, and pages of finished ones."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import httpx
import pytest
from api.service import CLEAN, Files, Service

NEVER = uuid.UUID(int=7)
CALLS = [
    ("GET", "/tasks/{}/status"),
    ("GET", "/tasks/{}/result"),
    ("GET", "/tasks/{}/assets/slide-001.jpg"),
    ("DELETE", "/tasks/{}"),
]


def create(client: httpx.Client, files: Files) -> str:
    task_id: str = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    return task_id


def test_a_fresh_task_is_pending(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    task = ada.get(f"/tasks/{task_id}/status").json()
    assert set(task) == {"task_id", "status", "stage", "progress", "created_at", "updated_at"}
    assert (task["task_id"], task["status"], task["stage"], task["progress"]) == (task_id, "pending", "queued", 0)
    assert task["created_at"].endswith("Z")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(task["created_at"])).total_seconds()) < 60


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_the_task_of_somebody_else_is_denied(
    idle: Service, ada: httpx.Client, files: Files, method: str, path: str
) -> None:
    task_id = create(ada, files)
    with idle.client("eve") as eve:
        answer = eve.request(method, path.format(task_id))
    assert (answer.status_code, answer.json()) == (403, {"detail": "Access denied"})
    assert ada.get(f"/tasks/{task_id}/status").json()["status"] == "pending"


@pytest.mark.parametrize(("method", "path"), CALLS)
@pytest.mark.parametrize(
    "task_id", [f"ada:{NEVER}", f"eve:{NEVER}", "ada", "ada:1", f"a:b:{NEVER}", "%00", "ada:" + "z" * 36]
)
def test_a_task_that_never_was_is_not_found(ada: httpx.Client, method: str, path: str, task_id: str) -> None:
    answer = ada.request(method, path.format(task_id))
    assert (answer.status_code, answer.json()) == (404, {"detail": "Task not found"})


@pytest.mark.parametrize(("method", "path"), [*CALLS, ("GET", "/users/me/tasks"), ("POST", "/process/srt_media/")])
def test_every_call_needs_a_user(idle: Service, method: str, path: str) -> None:
    with idle.client(None) as client:
        answer = client.request(method, path.format(f"ada:{NEVER}"))
        bad = client.request(method, path.format(f"ada:{NEVER}"), headers={"X-User-ID": "a:b"})
    assert answer.status_code == 401
    assert answer.json() == {"detail": "Missing X-User-ID header. Please provide user identification."}
    assert bad.status_code == 400
    assert bad.json()["detail"].startswith("Invalid X-User-ID header: ")


def test_a_task_id_may_come_without_dashes_and_in_capitals(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    user, _, key = task_id.partition(":")
    assert ada.get(f"/tasks/{user}:{key.replace('-', '').upper()}/status").json()["task_id"] == task_id


def test_the_result_of_an_unfinished_task_conflicts(ada: httpx.Client, files: Files) -> None:
    answer = ada.get(f"/tasks/{create(ada, files)}/result")
    assert (answer.status_code, answer.json()) == (409, {"detail": "Task is not completed. Current status: pending"})


def test_a_cancelled_task_can_be_cancelled_again(idle: Service, ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    first, second = ada.delete(f"/tasks/{task_id}"), ada.delete(f"/tasks/{task_id}")
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json() == {"task_id": task_id, "status": "cancelled", "message": "Task cancelled."}
    assert idle.leftovers() == CLEAN
    assert ada.get(f"/tasks/{task_id}/status").json()["status"] == "cancelled"


def test_cancelling_frees_the_slot_at_once(ada: httpx.Client, files: Files) -> None:
    tasks = [create(ada, files) for _ in range(5)]
    assert ada.post("/process/srt_media/", files=files).status_code == 429
    ada.delete(f"/tasks/{tasks[0]}").raise_for_status()
    assert ada.post("/process/srt_media/", files=files).status_code == 202


def test_the_list_shows_the_users_own_tasks_newest_first(idle: Service, ada: httpx.Client, files: Files) -> None:
    with idle.client("eve") as eve:
        create(eve, files)
    tasks = [create(ada, files) for _ in range(3)]
    ended = tasks.pop(0)
    ada.delete(f"/tasks/{ended}").raise_for_status()
    listed = ada.get("/users/me/tasks").json()
    assert set(listed) == {"user_id", "active_tasks", "completed_tasks", "total_active", "total_completed"}
    assert listed["user_id"] == "ada"
    assert [each["task_id"] for each in listed["active_tasks"]] == tasks[::-1]
    assert [each["task_id"] for each in listed["completed_tasks"]] == [ended]
    assert listed["completed_tasks"][0] == ada.get(f"/tasks/{ended}/status").json()
    assert (listed["total_active"], listed["total_completed"]) == (2, 1)


def test_finished_tasks_may_be_left_out_of_the_list(ada: httpx.Client, files: Files) -> None:
    ada.delete(f"/tasks/{create(ada, files)}").raise_for_status()
    listed = ada.get("/users/me/tasks", params={"include_completed": "false"}).json()
    assert (listed["completed_tasks"], listed["total_completed"]) == ([], 1)


def test_pages_of_finished_tasks_hold_each_of_them_once(ada: httpx.Client, files: Files) -> None:
    tasks = [create(ada, files) for _ in range(5)]
    for task_id in tasks:
        ada.delete(f"/tasks/{task_id}").raise_for_status()
    found: list[str] = []
    more: dict[str, str] = {}
    while True:
        page = ada.get("/users/me/tasks", params={"limit": 2, **more}).json()
        assert page["total_completed"] == 5
        found += [each["task_id"] for each in page["completed_tasks"]]
        if "next_cursor" not in page:
            break
        more = {"cursor": page["next_cursor"]}
    assert found == tasks[::-1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "0"),
        ("limit", "201"),
        ("limit", "many"),
        ("include_completed", "perhaps"),
        ("includecompleted", "true"),
        ("cursor", "nonsense"),
        ("cursor", "MTIgYWRh"),
        ("cursor", "\N{SNOWMAN}"),
    ],
)
def test_a_bad_question_names_its_field(ada: httpx.Client, name: str, value: str) -> None:
    answer = ada.get("/users/me/tasks", params={name: value})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(f"{name}: ")


@pytest.mark.parametrize("limit", [1, 200])
def test_the_limits_of_a_page_are_allowed(ada: httpx.Client, limit: int) -> None:
    assert ada.get("/users/me/tasks", params={"limit": limit}).status_code == 200


def test_the_answer_to_a_bad_question_is_short(ada: httpx.Client) -> None:
    answer = ada.get("/users/me/tasks", params={"a" * 5000: "1"})
    assert answer.status_code == 422
    assert len(answer.content) < 300
