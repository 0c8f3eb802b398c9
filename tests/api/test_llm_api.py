"""The service with a language model: a real server on loopback, in whatever state."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import psutil
import pytest
from api.conftest import serving
from api.service import Answer, Files, Service
from api.test_flow import over
from api.test_health_api import numbers
from redis import Redis
from support.eventually import eventually_sync
from support.model_server import ModelServer, fails, good

KEY = "sk-very-secret-1234"
pytestmark = pytest.mark.xdist_group("api-llm")


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture(scope="module")
def service(model: ModelServer) -> Iterator[Service]:
    settings = {"CUEWEAVE_LLM": "tiny", "CUEWEAVE_LLM_BASE_URL": model.url, "CUEWEAVE_LLM_API_KEY": KEY}
    with serving(workers=1, **settings) as running:
        yield running


@pytest.fixture
def client(service: Service, model: ModelServer, user: str) -> Iterator[httpx.Client]:
    model.script = good
    with service.client(user) as client:
        yield client


def submitted(client: httpx.Client, files: Files) -> str:
    return str(client.post("/process/srt_media/", files=files).raise_for_status().json()["task_id"])


def result(client: httpx.Client, files: Files) -> tuple[str, Answer]:
    task_id = submitted(client, files)
    task = over(client, task_id)
    assert task["status"] == "completed", task
    answer: Answer = client.get(f"/tasks/{task_id}/result").raise_for_status().json()
    return task_id, answer["result"]


def test_a_task_is_analysed_by_the_model_and_its_cost_is_told(
    service: Service, client: httpx.Client, files: Files
) -> None:
    before = numbers(client).get("cueweave_llm_tokens_totalin", 0)
    task_id, document = result(client, files)
    assert document["analysis"] == {"method": "tiny"}
    assert [word["word"] for word in document["paragraphs"][0]["keywords"]] == ["quick"]
    eventually_sync(lambda: numbers(client)["cueweave_llm_tokens_totalin"] == before + 1000)
    (line,) = [
        each for each in service.log_lines() if each["event"] == "language model asked" and each["task_id"] == task_id
    ]
    assert (line["tokens_in"], line["tokens_out"], line["requests"]) == (1000, 200, {"answered": 1})


def test_a_task_completes_without_a_model_that_fails(
    service: Service, model: ModelServer, client: httpx.Client, files: Files
) -> None:
    model.script = fails(status=500, headers={"Retry-After": "0.01"})
    task_id, document = result(client, files)
    assert document["analysis"] == {"method": "tiny; offline for 1 of 1 windows"}
    eventually_sync(lambda: numbers(client).get("cueweave_llm_requests_totalserver_error", 0) >= 3)
    assert any("1 x server error" in each["event"] for each in service.log_lines() if each.get("task_id") == task_id)


def test_cancelling_a_task_ends_its_requests(model: ModelServer, client: httpx.Client, files: Files) -> None:
    model.script = fails(hang=True)
    asked, gone = len(model.seen), model.gone
    task_id = submitted(client, files)
    eventually_sync(lambda: len(model.seen) > asked, within=60)
    eventually_sync(lambda: client.get(f"/tasks/{task_id}/status").json()["stage"] == "processing_llm", within=5)
    client.delete(f"/tasks/{task_id}").raise_for_status()
    model.wait_for(gone=gone + 1)


def test_the_key_is_nowhere_but_in_the_request(
    service: Service, model: ModelServer, client: httpx.Client, files: Files
) -> None:
    model.script = fails(status=401)  # which tells the key back
    result(client, files)
    assert model.seen[-1].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in service.log.read_text()
    with Redis.from_url(service.store.url) as redis:
        kept = [redis.dump(name) for name in redis.scan_iter("*")]
    assert not any(KEY.encode() in (each or b"") for each in kept)
    assert not any(KEY in argument for each in psutil.process_iter() for argument in _command(each))


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
