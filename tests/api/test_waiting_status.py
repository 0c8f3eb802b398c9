"""A status that is held back until it has changed."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import pytest
from api.service import Files, Service
from support.eventually import eventually_sync

from cueweave.api.streams import MOST_PER_USER


def create(client: httpx.Client, files: Files) -> str:
    task_id: str = client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"]
    return task_id


def test_a_client_that_only_waits_sees_the_task_to_its_end(worked: httpx.Client, files: Files) -> None:
    address = f"/tasks/{create(worked, files)}/status?wait=30"
    told = [worked.get(address).raise_for_status().json()]
    while told[-1]["status"] not in ("completed", "failed"):
        told.append(worked.get(address).raise_for_status().json())
    assert told[-1]["status"] == "completed"
    assert [task["progress"] for task in told] == sorted(task["progress"] for task in told)


def test_the_answer_comes_when_the_task_is_cancelled(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    with ThreadPoolExecutor() as other:
        waiting = other.submit(ada.get, f"/tasks/{task_id}/status?wait=60", timeout=90)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.3)
        ada.delete(f"/tasks/{task_id}").raise_for_status()
        assert waiting.result(timeout=30).json()["status"] == "cancelled"


def test_without_a_change_the_answer_comes_in_the_end(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    began = time.monotonic()
    answer = ada.get(f"/tasks/{task_id}/status?wait=1")
    assert (answer.json()["status"], time.monotonic() - began >= 1) == ("pending", True)


def test_the_status_of_a_task_that_is_over_is_not_held_back(ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    ada.delete(f"/tasks/{task_id}").raise_for_status()
    assert ada.get(f"/tasks/{task_id}/status?wait=60", timeout=30).json()["status"] == "cancelled"


@pytest.mark.parametrize("seconds", ["-1", "61", "soon", "1.5"])
def test_a_wait_that_is_none_is_refused(ada: httpx.Client, files: Files, seconds: str) -> None:
    assert ada.get(f"/tasks/{create(ada, files)}/status", params={"wait": seconds}).status_code == 422


def test_waiting_answers_count_as_streams(idle: Service, ada: httpx.Client, files: Files) -> None:
    task_id = create(ada, files)
    with ExitStack() as stack:
        for _ in range(MOST_PER_USER):
            stack.enter_context(ada.stream("GET", f"/tasks/{task_id}/events"))
        assert ada.get(f"/tasks/{task_id}/status?wait=30").status_code == 429
        assert ada.get(f"/tasks/{task_id}/status").status_code == 200
    eventually_sync(lambda: ada.get(f"/tasks/{task_id}/status?wait=1").status_code == 200)
    assert idle.get("/healthz").status_code == 200
