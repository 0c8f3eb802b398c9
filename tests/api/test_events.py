"""Following a task by server-sent events."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx
import pytest
from api.conftest import serving
from api.service import Files, Service
from support.eventually import eventually_sync

from cueweave.api.streams import MOST_PER_USER


def create(client: httpx.Client, files: Files) -> str:
    task_id: str = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    return task_id


@contextmanager
def events(client: httpx.Client, task_id: str) -> Iterator[Iterator[dict[str, str]]]:
    """The events of the stream, as a browser reads them; comments as the field with no name."""
    with client.stream("GET", f"/tasks/{task_id}/events") as answer:
        assert answer.status_code == 200, answer.read()
        assert answer.headers["content-type"].partition(";")[0] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-cache"
        yield _read(answer.iter_lines())


def _read(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    event: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(":")
            event[name] = value.removeprefix(" ")
        elif event:
            yield event
            event = {}


def status(event: dict[str, str]) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(event["data"])
    return body


def test_a_task_is_told_at_once_and_to_its_end(worked: httpx.Client, files: Files) -> None:
    task_id = create(worked, files)
    with events(worked, task_id) as stream:
        told = list(stream)
    assert all(event["id"] for event in told)
    tasks = [status(event) for event in told]
    assert tasks[-1] == worked.get(f"/tasks/{task_id}/status").json()
    assert tasks[-1]["status"] == "completed"
    assert [task["progress"] for task in tasks] == sorted(task["progress"] for task in tasks)
    assert len({event["id"] for event in told}) == len(told)


def test_a_task_that_is_over_is_told_once(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    ada.delete(f"/tasks/{task_id}").raise_for_status()
    with events(ada, task_id) as stream:
        assert [status(event)["status"] for event in stream] == ["cancelled"]


def test_a_change_is_told_to_all_who_follow(idle: Service, ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    with ExitStack() as stack:
        streams = [stack.enter_context(events(ada, task_id)) for _ in range(3)]
        assert [status(next(stream))["status"] for stream in streams] == ["pending"] * 3
        with idle.client() as other:
            other.delete(f"/tasks/{task_id}").raise_for_status()
        assert [[status(event)["status"] for event in stream] for stream in streams] == [["cancelled"]] * 3


def test_a_silent_stream_shows_that_it_lives(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    began = time.monotonic()
    with events(ada, task_id) as stream:
        assert "data" in next(stream)
        assert next(stream) == {"": "ping"}
    assert time.monotonic() - began < 20  # proxies give up after 30 to 60 seconds of silence


def test_a_user_has_so_many_streams_and_a_closed_one_frees_its_place(
    idle: Service, ada: httpx.Client, files: Files
) -> None:
    task_id = create(ada, files)
    with ExitStack() as stack:
        streams = [stack.enter_context(events(ada, task_id)) for _ in range(MOST_PER_USER)]
        assert [status(next(stream))["status"] for stream in streams] == ["pending"] * MOST_PER_USER
        with ada.stream("GET", f"/tasks/{task_id}/events") as refused:
            assert refused.status_code == 429
            assert "event streams" in json.loads(refused.read())["detail"]
        assert int(refused.headers["retry-after"]) > 0
        with idle.client("eve") as eve, events(eve, create(eve, files)) as stream:
            assert status(next(stream))["status"] == "pending"

    def has_room() -> bool:
        with ada.stream("GET", f"/tasks/{task_id}/events") as answer:
            return answer.status_code == 200

    assert eventually_sync(has_room, within=5)


@pytest.mark.parametrize(("user", "expected"), [("eve", 403), (None, 401)])
def test_nobody_else_can_follow_a_task(
    idle: Service, ada: httpx.Client, files: Files, user: str | None, expected: int
) -> None:
    with idle.client(user) as other:
        assert other.get(f"/tasks/{create(ada, files)}/events").status_code == expected


def test_a_task_that_never_was_cannot_be_followed(ada: httpx.Client) -> None:
    answer = ada.get("/tasks/ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b/events")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Task not found"})


def test_streams_outlive_the_stores_absence_and_end_with_the_server(files: Files) -> None:
    with serving() as service, service.client() as client:
        task_id = create(client, files)
        with events(client, task_id) as stream:
            next(stream)
            service.store.log()  # it has written down all that it knows
            service.store.kill()
            eventually_sync(lambda: any(line.get("event", "").startswith("those who") for line in service.log_lines()))
            service.store.start()
            with service.client() as other:
                other.delete(f"/tasks/{task_id}").raise_for_status()
            assert [status(event)["status"] for event in stream] == ["cancelled"]
        task_id = create(client, files)
        with events(client, task_id) as stream:
            next(stream)
            service.stop()
            assert list(stream) == []  # an end in order, not a broken connection
