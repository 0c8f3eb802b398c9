"""Logs with the ids of task and request on every line, and the numbers for Prometheus."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal

import structlog
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, SummaryMetricFamily
from prometheus_client.registry import Collector
from structlog.typing import Processor

from cueweave.telemetry.safe_lines import SafeLines

Format = Literal["json", "text"]
Counters = Mapping[str, tuple[str, str | None, Mapping[str, int]]]
"""Name to help text, label, and counts by the label's value; without a label the one count stands under ""."""

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_QUIET = {
    "docket": logging.WARNING,  # tells each start and end of a task, as we do
    "uvicorn.access": logging.WARNING,  # the API logs requests itself
}


def configure_logging(*, format: Format, secrets: Sequence[str] = ()) -> None:
    """Send all logs of this process, ours and those of libraries, to stderr in one shape, without these secrets."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_SHARED, processors=_last(format, secrets))
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "docket"):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(_QUIET.get(name, logging.INFO))


def _last(format: Format, secrets: Sequence[str]) -> list[Processor]:
    """Tracebacks never show local variables: those hold whatever a request or the settings hold."""
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if format == "json":
        tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        shape: list[Processor] = [structlog.processors.ExceptionRenderer(tracebacks)]
        writer: Processor = structlog.processors.JSONRenderer(sort_keys=False)
    else:
        shape = [structlog.processors.format_exc_info]
        writer = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    return [remove, *shape, SafeLines(secrets), writer]


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


@contextmanager
def task_context(task_id: str) -> Iterator[None]:
    """Every line that is logged inside carries the task's id."""
    with structlog.contextvars.bound_contextvars(task_id=task_id):
        yield


@contextmanager
def request_context(request_id: str) -> Iterator[None]:
    """Every line that is logged inside carries the request's id."""
    with structlog.contextvars.bound_contextvars(request_id=request_id):
        yield


class _Numbers(Collector):
    """What the store counted, as Prometheus reads it; the store counts since several processes work."""

    def __init__(
        self,
        by_status: Mapping[str, int],
        gauges: Mapping[str, tuple[str, int]],
        counters: Counters,
        stage_seconds: Mapping[str, tuple[float, int]],
        counter_mended: int,
    ) -> None:
        self._by_status = by_status
        self._gauges = gauges
        self._counters = counters
        self._stage_seconds = stage_seconds
        self._counter_mended = counter_mended

    def collect(self) -> Iterator[GaugeMetricFamily | CounterMetricFamily | SummaryMetricFamily]:
        """The families."""
        tasks = GaugeMetricFamily(
            "cueweave_tasks", "Tasks by status; ended ones since the store began.", labels=["status"]
        )
        for status, count in self._by_status.items():
            tasks.add_metric([status], count)
        yield tasks
        for name, (text, value) in self._gauges.items():
            yield GaugeMetricFamily(f"cueweave_{name}", text, value=value)
        for name, (text, label, counts) in self._counters.items():
            counter = CounterMetricFamily(f"cueweave_{name}", text, labels=[label] if label else [])
            for labelled, count in counts.items():
                counter.add_metric([labelled] if label else [], count)
            yield counter
        stages = SummaryMetricFamily("cueweave_stage_seconds", "Seconds spent in each stage.", labels=["stage"])
        for stage, (seconds, count) in self._stage_seconds.items():
            stages.add_metric([stage], count_value=count, sum_value=seconds)
        yield stages
        yield CounterMetricFamily(
            "cueweave_counter_mended", "How often the count of active tasks was set right.", value=self._counter_mended
        )


def metrics_text(
    *,
    by_status: Mapping[str, int],
    gauges: Mapping[str, tuple[str, int]],
    counters: Counters,
    stage_seconds: Mapping[str, tuple[float, int]],
    counter_mended: int,
) -> bytes:
    """The numbers in Prometheus' text format. `gauges`: name to (help text, value)."""
    registry = CollectorRegistry()
    registry.register(_Numbers(by_status, gauges, counters, stage_seconds, counter_mended))
    return generate_latest(registry)
