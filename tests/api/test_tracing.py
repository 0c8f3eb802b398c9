"""One trace from a client's request through the queue into the stages of the work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import pytest
from api.conftest import serving
from api.service import Service, recording
from support.collector import Collector, Seen, collecting
from support.eventually import eventually_sync

pytestmark = pytest.mark.xdist_group("api-traced")
TRACE, CALLER = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
ROUTE = "POST /process/srt_media/"


@pytest.fixture(scope="module")
def collector() -> Iterator[Collector]:
    with collecting() as running:
        yield running


@pytest.fixture(scope="module")
def traced(collector: Collector) -> Iterator[Service]:
    told = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "200"}
    with serving(workers=1, **told) as service:
        yield service


@pytest.fixture(scope="module")
def task_id(traced: Service, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A task that a client made within a trace of its own."""
    files, headers = recording(tmp_path_factory.mktemp("media")), {"traceparent": f"00-{TRACE}-{CALLER}-01"}
    with traced.client("ada@example.org") as client:
        made = client.post("/process/srt_media/", files=files, headers=headers).raise_for_status()
    return str(made.json()["task_id"])


def the(collector: Collector, name: str) -> Seen:
    """The first span of this name, as soon as it is there."""
    return cast("Seen", eventually_sync(lambda: collector.named(name), within=60))


def of_trace(collector: Collector) -> dict[str, Seen]:
    return {span.name: span for span in list(collector.spans) if span.trace == TRACE}


def test_a_task_is_one_trace_from_the_client_into_each_stage(collector: Collector, task_id: str) -> None:
    eventually_sync(lambda: {ROUTE, "attempt", "docket.add"} <= set(of_trace(collector)), within=90)
    spans = of_trace(collector)
    request, attempt = spans[ROUTE], spans["attempt"]
    assert (request.parent, attempt.parent) == (CALLER, request.id)
    assert (request.service, attempt.service) == ("cueweave-api", "cueweave-worker")
    assert (request.attributes["http.route"], request.attributes["http.response.status_code"]) == (
        "/process/srt_media/",
        "202",
    )
    assert spans["inspect the upload"].parent == spans["docket.add"].parent == request.id
    assert (attempt.attributes["cueweave.task"], attempt.attributes["cueweave.ending"]) == (
        task_id.partition(":")[2],
        "done",
    )
    stages = sorted((span for span in spans.values() if span.parent == attempt.id), key=lambda span: span.start)
    assert [span.name for span in stages][-1] == "aligning"
    assert len(stages) >= 2
    assert attempt.start <= stages[0].start
    assert all(before.end <= after.start for before, after in pairwise(stages))
    assert stages[-1].end <= attempt.end
    ours = [span for span in collector.spans if span.library == "cueweave"]
    assert "example.org" not in json.dumps([span.attributes for span in ours])


@pytest.mark.usefixtures("task_id")
def test_the_queue_s_own_span_is_linked(collector: Collector) -> None:
    attempt = the(collector, "attempt")
    of_the_queue = eventually_sync(
        lambda: [span for span in list(collector.spans) if span.id in attempt.links], within=60
    )
    assert [span.library for span in of_the_queue] == ["docket.worker"]


@pytest.mark.usefixtures("task_id")
def test_lines_in_the_log_name_the_trace(traced: Service, collector: Collector) -> None:
    the(collector, "attempt")
    told = {line["event"]: line.get("trace_id") for line in traced.log_lines() if line.get("trace_id") == TRACE}
    assert {"task accepted", "task completed", "request"} <= set(told)


def test_what_machines_ask_and_what_is_done_again_and_again_makes_no_spans(
    traced: Service, collector: Collector
) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        traced.get(path).raise_for_status()
    traced.get("/limits?signature=secret-of-a-link").raise_for_status()
    assert the(collector, "GET /limits").parent == ""
    assert not [span.name for span in collector.spans if span.name.endswith(("healthz", "readyz", "metrics"))]
    assert [span.name for span in collector.spans if span.library == "docket.docket" and not span.parent] == []
    assert "secret-of-a-link" not in json.dumps([span.attributes for span in collector.spans])
