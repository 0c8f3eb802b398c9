"""The numbers of /metrics: what they count, and what asking for them costs."""

from __future__ import annotations

import dataclasses
import json

import httpx
from api.service import Files, Service
from prometheus_client.parser import text_string_to_metric_families
from redis import Redis
from support.made import a_task

from cueweave.domain.tasks import Status, TaskId
from cueweave.store import keys

MANY = 10_000
REQUESTS = "cueweave_http_requests_total"


def told(client: httpx.Client, name: str, **labels: str) -> float:
    """The sum of this number over all samples that have these labels."""
    return sum(
        sample.value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )


def test_requests_are_counted_by_the_template_of_their_route(ada: httpx.Client) -> None:
    labels = {"route": "/tasks/{task_id}/status", "method": "GET", "status": "404"}
    before = told(ada, REQUESTS, **labels), told(ada, "cueweave_http_seconds_count", route=labels["route"])
    for _ in range(2):
        ada.get("/tasks/ada:0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11/status")
    after = told(ada, REQUESTS, **labels), told(ada, "cueweave_http_seconds_count", route=labels["route"])
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 2]


def test_what_belongs_to_no_route_and_no_method_shares_one_name(ada: httpx.Client) -> None:
    before = told(ada, REQUESTS, route="(none)", method="other")
    ada.request("BREW", "/a/made/up/address")
    assert told(ada, REQUESTS, route="(none)", method="other") == before + 1


def test_refusals_are_counted_by_their_reason(ada: httpx.Client, files: Files) -> None:
    before = told(ada, "cueweave_refusals_total", reason="user_limit_reached")
    answers = [ada.post("/process/srt_media/", files=files).status_code for _ in range(6)]
    assert answers == [202] * 5 + [429]
    assert told(ada, "cueweave_refusals_total", reason="user_limit_reached") == before + 1


def test_the_bytes_and_seconds_of_uploads_are_counted(ada: httpx.Client, files: Files) -> None:
    size = sum(len(data) for _, data in files.values())
    before = told(ada, "cueweave_upload_bytes_total"), told(ada, "cueweave_upload_seconds_count")
    ada.post("/process/srt_media/", files=files).raise_for_status()
    assert told(ada, "cueweave_upload_bytes_total") == before[0] + size
    assert told(ada, "cueweave_upload_seconds_count") == before[1] + 1


def test_active_tasks_stand_beside_their_limits(ada: httpx.Client, files: Files) -> None:
    ada.post("/process/srt_media/", files=files).raise_for_status()
    assert told(ada, "cueweave_active_tasks") == told(ada, "cueweave_active_tasks_in_stage", stage="queued") == 1
    assert told(ada, "cueweave_active_tasks_limit") == 20
    assert told(ada, "cueweave_user_active_tasks_limit") == 5
    assert 0 < told(ada, "cueweave_queue_oldest_seconds") < 120


def test_finished_tasks_cost_a_scrape_nothing(idle: Service, ada: httpx.Client) -> None:
    few = commands_of_a_scrape(idle, ada)
    finish_many(idle)
    assert "scan" not in few
    assert commands_of_a_scrape(idle, ada) == few


def commands_of_a_scrape(service: Service, client: httpx.Client) -> dict[str, int]:
    """What the store is asked, and how often; the queue's own waiting aside."""
    with Redis.from_url(service.store.url) as redis:
        client.get("/metrics")  # whatever is loaded once is loaded now
        redis.config_resetstat()
        client.get("/metrics").raise_for_status()
        stats = redis.info("commandstats")
    ours = ("hget", "hgetall", "get", "zrange", "zrangebyscore", "time", "scan", "keys", "smembers")
    return {name: stats[f"cmdstat_{name}"]["calls"] for name in ours if f"cmdstat_{name}" in stats}


def finish_many(service: Service) -> None:
    """As many tasks as a busy week leaves behind, as the scripts would leave them."""
    made = [dataclasses.replace(a_task(), status=Status.COMPLETED) for _ in range(MANY)]
    with Redis.from_url(service.store.url) as redis, redis.pipeline(transaction=False) as pipeline:
        for at, task in enumerate(made):
            task_id = TaskId.parse(task.task_id)
            pipeline.hset(keys.record(task_id), "data", json.dumps(dataclasses.asdict(task)))
            pipeline.expire(keys.record(task_id), 600)
            pipeline.zadd(keys.user_finished(task_id.user), {task.task_id: at})
        pipeline.expire(keys.user_finished("ada"), 600)
        pipeline.hincrby(keys.ENDED, "completed", MANY)
        pipeline.execute()
