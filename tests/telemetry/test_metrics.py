"""Numbers for Prometheus."""

from prometheus_client.parser import text_string_to_metric_families

from cueweave import __version__
from cueweave.telemetry.metrics import counter, counters, gauge, gauges, metrics_text


def test_numbers_from_elsewhere_stand_beside_those_of_the_process() -> None:
    told = [
        gauge("active_tasks", "Active tasks.", 3),
        gauges("tasks", "Tasks.", ("status",), [(("pending",), 2)]),
        counter("llm_ungrounded", "Made up.", 3),
        counters("tasks_ended", "Ended.", ("outcome", "stage"), [(("failed", "aligning"), 1)]),
    ]
    lines = metrics_text(told).decode().splitlines()
    for line in (
        "cueweave_active_tasks 3.0",
        'cueweave_tasks{status="pending"} 2.0',
        "cueweave_llm_ungrounded_total 3.0",
        'cueweave_tasks_ended_total{outcome="failed",stage="aligning"} 1.0',
    ):
        assert line in lines
    assert any(line.startswith("process_resident_memory_bytes ") for line in lines)


def test_the_build_says_its_version() -> None:
    found = [
        sample
        for family in text_string_to_metric_families(metrics_text().decode())
        for sample in family.samples
        if sample.name == "cueweave_build_info"
    ]
    assert [sample.labels["version"] for sample in found] == [__version__]
