"""The log's one line for each request, and what else is said about it."""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from typing import Any

import httpx
import pytest
from api.service import Files, Service
from starlette.types import Message, Receive, Scope, Send
from support.eventually import eventually_sync
from support.logs import restored_logging as restored_logging

from cueweave.api.access import AccessLog
from cueweave.telemetry import configure_logging

SCOPE = {"type": "http", "method": "GET", "path": "/limits", "raw_path": b"/limits", "path_params": {}}


def lines_of(service: Service, request_id: str) -> list[dict[str, Any]]:
    return [line for line in service.log_lines() if line.get("request_id") == request_id]


def request_line(service: Service, request_id: str) -> dict[str, Any]:
    """The one of this request; a second one fails the test."""
    (line,) = [each for each in lines_of(service, request_id) if each["event"] == "request"]
    return line


@pytest.mark.parametrize(
    ("method", "path", "route", "status"),
    [
        ("GET", "/limits", "/limits", 200),
        ("GET", "/tasks/ada:logged/status", "/tasks/{task_id}/status", 404),
        ("GET", "/users/me/tasks?limit=0", "/users/me/tasks", 422),
        ("PUT", "/nothing", "(none)", 404),
    ],
)
def test_each_request_has_one_line(
    idle: Service, ada: httpx.Client, method: str, path: str, route: str, status: int
) -> None:
    request_id = uuid.uuid4().hex
    answer = ada.request(method, path, headers={"X-Request-ID": request_id})
    line = request_line(idle, request_id)
    assert (line["method"], line["route"], line["status"], line["bytes"]) == (
        method,
        route,
        status,
        len(answer.content),
    )
    assert 0 < line["ms"] < 60_000
    assert line["path"] == path.partition("?")[0]


def test_the_line_says_whose_request_it_was_and_of_which_task(idle: Service, ada: httpx.Client, files: Files) -> None:
    made, asked = uuid.uuid4().hex, uuid.uuid4().hex
    task_id = ada.post("/process/srt_media/", files=files, headers={"X-Request-ID": made}).json()["task_id"]
    ada.get(f"/tasks/{task_id}/status", headers={"X-Request-ID": asked})
    for request_id in (made, asked):
        line = request_line(idle, request_id)
        assert (line["user"], line["task_id"]) == ("ada", task_id)


def test_machines_that_ask_every_few_seconds_leave_no_lines(idle: Service, ada: httpx.Client) -> None:
    request_id = uuid.uuid4().hex
    for path in ("/healthz", "/readyz", "/metrics"):
        ada.get(path, headers={"X-Request-ID": request_id}).raise_for_status()
    assert lines_of(idle, request_id) == []


def test_a_body_is_in_no_line(idle: Service, ada: httpx.Client, files: Files) -> None:
    words = "unheard-of-words"
    srt = f"1\n00:00:00,000 --> 00:00:02,000\n{words}\n".encode()
    ada.post("/process/srt_media/", files={**files, "srt_file": ("talk.srt", srt)}).raise_for_status()
    ada.post("/process/srt_media/", files={**files, "media_file": ("talk.wav", words.encode())})
    ada.post("/process/srt_media/", content=words)
    assert words not in idle.log.read_text()


def test_lines_of_a_task_name_it_its_user_and_the_attempt(
    busy: Service, worked: httpx.Client, user: str, files: Files
) -> None:
    task_id = worked.post("/process/srt_media/", files=files).json()["task_id"]

    def worker_lines() -> list[dict[str, Any]]:
        ours = [line for line in busy.log_lines() if line.get("task_id") == task_id]
        lines = [line for line in ours if line["logger"].startswith("cueweave.work.runner")]
        return lines if "task completed" in [line["event"] for line in lines] else []

    started, *_, completed = eventually_sync(worker_lines, within=60)
    for line in (started, completed):
        assert (line["user"], line["attempt"]) == (user, 1)
    assert completed["stage"] == "aligning"


@pytest.mark.usefixtures("restored_logging")
async def test_a_client_that_went_before_the_answer_is_told_as_that(capsys: pytest.CaptureFixture[str]) -> None:
    async def silent(_scope: Scope, _receive: Receive, _send: Send) -> None:
        """Nobody is there to be answered."""

    assert await line_about(silent, capsys) == {"status": 499, "bytes": 0}


@pytest.mark.usefixtures("restored_logging")
async def test_what_breaks_without_an_answer_is_an_error_of_the_server(capsys: pytest.CaptureFixture[str]) -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ValueError("broken")

    assert await line_about(broken, capsys) == {"status": 500, "bytes": 0}


@pytest.mark.usefixtures("restored_logging")
async def test_a_stream_has_one_line_when_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    async def stream(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for more in (True, True, False):
            await send({"type": "http.response.body", "body": b"12345", "more_body": more})

    assert await line_about(stream, capsys) == {"status": 200, "bytes": 15}


async def line_about(app: Any, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    async def never() -> Message:
        raise AssertionError

    async def nowhere(_message: Message) -> None:
        """The client sees nothing of it."""

    configure_logging(format="json")
    with suppress(ValueError):
        await AccessLog(app)(dict(SCOPE), never, nowhere)
    (line,) = [json.loads(each) for each in capsys.readouterr().err.splitlines()]
    return {name: line[name] for name in ("status", "bytes")}
