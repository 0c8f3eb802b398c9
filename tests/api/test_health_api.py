"""What the operator asks, and what is at addresses that nobody described."""

from __future__ import annotations

import tempfile
from pathlib import Path

import httpx
import pytest
from api.service import Files, Service
from prometheus_client.parser import text_string_to_metric_families
from support.eventually import eventually_sync
from support.valkey import Valkey


def numbers(client: httpx.Client) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        sample.name + "".join(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_it_lives_and_is_ready(ada: httpx.Client) -> None:
    assert ada.get("/healthz").json() == {"status": "ok"}
    answer = ada.get("/readyz")
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "store": True,
            "storage": True,
            "workers": 0,
            "transcriber": "pocketsphinx",
            "transcriber_because": "no server is set, and no model is in /no/models",
        },
    )


def test_what_hears_without_subtitles_is_logged_with_the_reason(idle: Service) -> None:
    line = next(each for each in idle.log_lines() if each["event"] == "who hears without subtitles")
    assert (line["engine"], "no model" in line["because"]) == ("pocketsphinx", True)


def test_workers_are_counted(busy: Service) -> None:
    assert busy.get("/readyz").json()["workers"] == 1


def test_metrics_count_tasks(ada: httpx.Client, files: Files) -> None:
    tasks = [ada.post("/process/srt_media/", files=files).json()["task_id"] for _ in range(3)]
    ada.delete(f"/tasks/{tasks[0]}").raise_for_status()
    found = numbers(ada)
    assert found["cueweave_taskspending"] == 2
    assert found["cueweave_taskscancelled"] == 1
    assert found["cueweave_active_tasks"] == found["cueweave_queue_depth"] == 2
    assert found["cueweave_counter_mended_total"] == 0


def test_metrics_know_the_seconds_of_each_stage(worked: httpx.Client, files: Files) -> None:
    assert worked.post("/process/srt_media/sync", files=files).status_code == 200
    eventually_sync(lambda: numbers(worked).get("cueweave_stage_seconds_sumaligning", 0) > 0)
    assert numbers(worked)["cueweave_workers"] == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("PUT", "/users/me/tasks", 405),
        ("GET", "/process/srt_media/", 405),
        ("GET", "/%2e", 404),
    ],
)
def test_other_addresses_and_methods_are_refused_in_the_same_shape(
    ada: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = ada.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["detail"]


def test_it_lives_on_without_its_store_and_works_again_with_it(files: Files) -> None:
    with tempfile.TemporaryDirectory(prefix="cw-") as folder:
        valkey = Valkey(Path(folder))
        valkey.start()
        service = Service(Path(folder), valkey).start()
        try:
            with service.client() as client:
                valkey.kill()
                assert client.get("/healthz").status_code == 200
                gone = client.get("/readyz")
                assert (gone.status_code, gone.json()["store"], gone.json()["storage"]) == (503, False, True)
                for answer in (client.post("/process/srt_media/", files=files), client.get("/users/me/tasks")):
                    assert answer.status_code == 503
                    assert int(answer.headers["retry-after"]) > 0
                    assert "redis" not in answer.text.lower()
                assert client.get("/metrics").status_code == 503
                valkey.start()
                eventually_sync(lambda: client.get("/readyz").status_code == 200)
                assert client.post("/process/srt_media/", files=files).status_code == 202
        finally:
            service.stop()
            valkey.kill()
