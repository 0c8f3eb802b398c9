"""What a worker process counts itself; nothing here is told by user or task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from prometheus_client import Counter, Gauge, Histogram

from cueweave.domain.tasks import Stage
from cueweave.telemetry.metrics import REGISTRY

_running = Gauge("cueweave_worker_running_tasks", "Tasks that this worker runs now.", registry=REGISTRY)
_room = Gauge("cueweave_worker_concurrency", "How many it may run at once; 0 when it is to stop.", registry=REGISTRY)
_attempts = Counter(
    "cueweave_worker_attempts", "Attempts of this worker by how they ended.", ("ending",), registry=REGISTRY
)
_stage_seconds = Histogram(
    "cueweave_worker_stage_seconds",
    "Seconds that completed work spent in each stage.",
    ("stage",),
    buckets=(0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600),
    registry=REGISTRY,
)
_times_real_time = Histogram(
    "cueweave_worker_times_real_time",
    "Seconds of medium per second of completed work.",
    buckets=(0.5, 1, 2, 5, 10, 20, 40, 80, 160),
    registry=REGISTRY,
)


def may_run(concurrency: int) -> None:
    """How many tasks this worker may run at once from now on."""
    _room.set(concurrency)


@contextmanager
def running() -> Iterator[None]:
    """A task runs as long as the block."""
    with _running.track_inprogress():
        yield


def ended(kind: type[object]) -> None:
    """An attempt came to this ending."""
    _attempts.labels(kind.__name__.lower()).inc()


def passed(stages: Mapping[Stage, float], *, media_seconds: float) -> None:
    """The work on a medium of this length was brought to an end; the seconds that each stage took."""
    for stage, seconds in stages.items():
        _stage_seconds.labels(stage).observe(seconds)
    if (total := sum(stages.values())) > 0:
        _times_real_time.observe(media_seconds / total)
