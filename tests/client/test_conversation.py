"""How often is asked, and when not any more."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from client.conftest import MakeClient
from client.scripted import Told, answering, task

from cueweave.client import Busy, NotCueweave, ServerFailed, TaskState, Unreachable
from cueweave.domain.tasks import Status

RECEIPT = {"task_id": "ada:x", "status": "pending", "message": "Task created."}
BUSY = Told(503, {"detail": "Server is busy"}, {"Retry-After": "1"})
LOST = Told(0)


def test_what_the_server_asks_for_is_waited(client: MakeClient) -> None:
    with answering(BUSY, Told(200, task())) as server:
        started = time.monotonic()
        assert client(server.url).status("ada:x").progress == 40
        assert time.monotonic() - started >= 1


def test_a_longer_pause_than_patience_has_is_not_begun(client: MakeClient) -> None:
    with answering(Told(429, {"detail": "Too many requests"}, {"Retry-After": "60"})) as server:
        with pytest.raises(Busy, match="Too many requests") as busy:
            client(server.url, patience=5).status("ada:x")
        assert (busy.value.retry_after, len(server.questions)) == (60, 1)


def test_patience_ends(client: MakeClient) -> None:
    with answering(Told(502, b"<html>")) as server:
        with pytest.raises(ServerFailed, match="status 502"):
            client(server.url, patience=1).status("ada:x")
        assert 2 <= len(server.questions) <= 8


def test_what_asking_again_doesnt_mend_is_asked_once(client: MakeClient) -> None:
    with answering(Told(500, {"detail": "Something went wrong inside the server."})) as server:
        with pytest.raises(ServerFailed, match="Something went wrong"):
            client(server.url).status("ada:x")
        assert len(server.questions) == 1


def test_an_upload_is_sent_again_under_the_same_key_and_the_next_under_another(
    client: MakeClient, tmp_path: Path
) -> None:
    (tmp_path / "talk.mp4").write_bytes(b"sound")
    with answering(LOST, BUSY, Told(202, RECEIPT)) as server:
        asked = client(server.url)
        assert asked.submit(tmp_path / "talk.mp4").task_id == "ada:x"
        asked.submit(tmp_path / "talk.mp4")
        asked.submit(tmp_path / "talk.mp4", idempotency_key="mine")
    keys = [headers["Idempotency-Key"] for _, headers in server.questions]
    assert len(set(keys[:3])) == 1
    assert keys[3] not in (keys[0], "mine")
    assert keys[4] == "mine"


def test_a_wait_goes_on_after_lost_connections_and_hears_of_each_change_once(client: MakeClient) -> None:
    script = [Told(200, task()), LOST, Told(502, b""), Told(200, task()), Told(200, task("completed", progress=100))]
    states: list[TaskState] = []
    with answering(*script) as server:
        ended = client(server.url, patience=0).wait("ada:x", on_progress=states.append)
    assert [state.progress for state in states] == [40, 100]
    assert ended.status is Status.COMPLETED
    assert [path for path, _ in server.questions] == ["/tasks/ada:x/status"] + ["/tasks/ada:x/status?wait=30"] * 4


def test_where_no_answer_may_be_held_back_it_is_asked_now_and_then(client: MakeClient) -> None:
    full = Told(429, {"detail": "You follow as many tasks as allowed"}, {"Retry-After": "1"})
    script = [Told(200, task()), full, Told(200, task()), full, Told(200, task("completed"))]
    with answering(*script) as server:
        client(server.url).wait("ada:x")
    assert [path.partition("?")[2] for path, _ in server.questions] == ["", "wait=30", "", "wait=30", ""]


def test_a_server_that_never_was_is_not_waited_for(client: MakeClient) -> None:
    started = time.monotonic()
    with pytest.raises(Unreachable, match=r"No server answers at http://127.0.0.1:1\.") as nobody:
        client("http://127.0.0.1:1").limits()
    assert (nobody.value.was_reached, nobody.value.status) == (False, 0)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "told",
    [
        Told(200, b"<html>"),
        Told(200, ["a", "list"]),
        Told(200, {"task_id": "ada:x"}),
        Told(200, task("dreaming")),
        Told(301, b"", {"Location": "https://elsewhere.example.org/"}),
        Told(404, b"Not Found"),
    ],
)
def test_something_else_that_answers_is_told_apart(client: MakeClient, told: Told) -> None:
    with answering(told) as server, pytest.raises(NotCueweave, match="is not Cueweave"):
        client(server.url).status("ada:x")


def test_tasks_come_page_by_page(client: MakeClient) -> None:
    totals = {"user_id": "ada", "total_active": 1, "total_completed": 2}
    first = {"active_tasks": [task()], "completed_tasks": [task("failed", error_message="No.")], "next_cursor": "a b&c"}
    last = {"active_tasks": [task()], "completed_tasks": [task("cancelled")]}
    with answering(Told(200, totals | first), Told(200, totals | last)) as server:
        assert [each.status for each in client(server.url).tasks()] == ["processing", "failed", "cancelled"]
    assert [path for path, _ in server.questions] == ["/users/me/tasks", "/users/me/tasks?cursor=a+b%26c"]
