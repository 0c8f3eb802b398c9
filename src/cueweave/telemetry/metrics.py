"""Numbers as Prometheus reads them: what this process counted itself, and what it was told elsewhere."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Info, ProcessCollector, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from cueweave import __version__

disable_created_metrics()  # type: ignore[no-untyped-call]  # as many lines again, which Prometheus doesn't read in this format
REGISTRY = CollectorRegistry()
"""Of this process: floors put what they count themselves here. Several processes add up, as Prometheus' `sum` does."""
ProcessCollector(registry=REGISTRY)
_BUILD = Info("cueweave_build", "What runs here.", registry=REGISTRY)
_BUILD.info({"version": __version__, "python": platform.python_version()})
Labelled = Iterable[tuple[tuple[str, ...], float]]
"""Values of labels, and the number that they stand for."""


class _Told(Collector):
    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterator[Metric]:
        yield from self._families


def metrics_text(told: Iterable[Metric] = ()) -> bytes:
    """The numbers of this process, and those that it was told, in Prometheus' text format."""
    elsewhere = CollectorRegistry()
    elsewhere.register(_Told(list(told)))
    return generate_latest(elsewhere) + generate_latest(REGISTRY)


def gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    """One number that goes up and down."""
    return GaugeMetricFamily(f"cueweave_{name}", text, value=value)


def gauges(name: str, text: str, labels: tuple[str, ...], values: Labelled) -> GaugeMetricFamily:
    """The same for each value of the labels."""
    family = GaugeMetricFamily(f"cueweave_{name}", text, labels=labels)
    for labelled, value in values:
        family.add_metric(labelled, value)
    return family


def counter(name: str, text: str, value: float) -> CounterMetricFamily:
    """One number that only grows; `_total` is put behind its name."""
    return CounterMetricFamily(f"cueweave_{name}", text, value=value)


def counters(name: str, text: str, labels: tuple[str, ...], values: Labelled) -> CounterMetricFamily:
    """The same for each value of the labels."""
    family = CounterMetricFamily(f"cueweave_{name}", text, labels=labels)
    for labelled, value in values:
        family.add_metric(labelled, value)
    return family
