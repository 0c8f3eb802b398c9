"""What the task system counted, as Prometheus reads it: each API process tells the same, so take the `max`."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import SummaryMetricFamily
from prometheus_client.metrics_core import Metric

from cueweave.store.tallies import Tally
from cueweave.telemetry.metrics import counter, counters, gauge, gauges
from cueweave.work.config import WorkConfig
from cueweave.work.desk import Counts


def families(counts: Counts, limits: WorkConfig) -> Iterator[Metric]:
    """All of it."""
    yield from _now(counts, limits)
    yield from _room(counts)
    yield from _ended(counts.tally)
    yield from _work(counts.tally)
    yield from _model(counts.tally)


def _now(counts: Counts, limits: WorkConfig) -> Iterator[Metric]:
    by_status = (((str(status),), number) for status, number in counts.by_status.items())
    yield gauges("tasks", "Tasks by status; ended ones since the store began.", ("status",), by_status)
    by_stage = (((str(stage),), number) for stage, number in counts.by_stage.items())
    yield gauges("active_tasks_in_stage", "Active tasks by stage.", ("stage",), by_stage)
    yield gauge("active_tasks", "Tasks that are pending or processing.", counts.active)
    yield gauge("active_tasks_limit", "How many there may be at once.", limits.max_tasks)
    yield gauge("user_active_tasks_limit", "How many one user may have at once.", limits.max_tasks_per_user)
    yield gauge("queue_depth", "Tasks that wait for a worker.", counts.queued)
    yield gauge("queue_oldest_seconds", "How long the first of them waits.", counts.tally.oldest_waiting)
    yield gauge("workers", "Workers that showed a sign of life lately.", counts.workers)


def _room(counts: Counts) -> Iterator[Metric]:
    if counts.tally.storage_bytes is not None:
        used = counts.tally.storage_bytes
        yield gauge("storage_used_bytes", "What all files of tasks take; a worker looks once a minute.", used)
    if counts.disk:
        yield gauge("storage_size_bytes", "The file system on which they lie.", counts.disk.size)
        yield gauge("storage_free_bytes", "What is free there.", counts.disk.free)


def _ended(tally: Tally) -> Iterator[Metric]:
    yield counters(
        "tasks_ended",
        "Tasks that ended, by how, and by the stage in which.",
        ("outcome", "stage"),
        tally.ended_in.items(),
    )
    tries = (((outcome,), number) for outcome, number in tally.deliveries.items())
    yield counters("deliveries", "Tries to tell a callback address of a task's end.", ("outcome",), tries)
    yield counter("counter_mended", "How often the count of active tasks was set right.", tally.mended)


def _work(tally: Tally) -> Iterator[Metric]:
    causes = (((cause,), number) for cause, number in tally.attempts.items())
    yield counters("attempts", "Attempts at tasks, by why they were begun.", ("cause",), causes)
    stages = SummaryMetricFamily("cueweave_stage_seconds", "Seconds spent in each stage.", labels=["stage"])
    for stage, (seconds, times) in tally.stage_seconds.items():
        stages.add_metric([stage], count_value=times, sum_value=seconds)
    yield stages
    yield counter("media_seconds", "Seconds of media whose work was brought to an end.", tally.media_seconds)
    yield counter("work_seconds", "Seconds for which these were worked on.", tally.work_seconds)


def _model(tally: Tally) -> Iterator[Metric]:
    tokens = ((("in",), tally.llm.tokens_in), (("out",), tally.llm.tokens_out))
    yield counters("llm_tokens", "Tokens that language models took and gave.", ("direction",), tokens)
    requests = (((outcome,), number) for outcome, number in tally.llm.requests.items())
    yield counters("llm_requests", "Requests to language models by how they ended.", ("outcome",), requests)
    yield counter("llm_ungrounded", "What language models made up and was dropped.", tally.llm.ungrounded)
