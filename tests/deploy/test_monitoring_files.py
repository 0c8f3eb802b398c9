"""The dashboard and the alerts ask for numbers that are really told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from deploy.conftest import Watched
from prometheus_client.parser import text_string_to_metric_families

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy/prometheus/alerts.yml"
DASHBOARD = ROOT / "deploy/grafana/cueweave.json"
NAME = re.compile(r"\b(?:cueweave|process)_[a-z_]+")
needs_promtool = pytest.mark.skipif(
    not shutil.which("promtool"), reason="promtool isn't here: Debian has it in its package prometheus"
)


def alerts() -> list[dict[str, Any]]:
    groups = yaml.safe_load(RULES.read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def panels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(DASHBOARD.read_text())["panels"]
    return found


def asked() -> list[tuple[str, str]]:
    """Where, and for what, a number is asked."""
    of_rules = [(rule["alert"], rule["expr"]) for rule in alerts()]
    of_panels = [(panel["title"], target["expr"]) for panel in panels() for target in panel["targets"]]
    return [(where, name) for where, expression in of_rules + of_panels for name in NAME.findall(expression)]


def told(text: str) -> set[str]:
    """Every name that the text's families may use, samples or none."""
    names = set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split()
            parts = ("_bucket", "_sum", "_count") if kind == "histogram" else ("_sum", "_count")
            names |= {name + part for part in parts} if kind in ("histogram", "summary") else {name}
    return names


def test_every_number_that_is_asked_for_is_told(watched: Watched) -> None:
    known = told(watched.scrape())
    assert len(asked()) > 30
    assert [each for each in asked() if each[1] not in known] == []


def test_every_number_of_ours_is_on_the_dashboard(watched: Watched) -> None:
    ours = {family.name for family in text_string_to_metric_families(watched.scrape()) if "cueweave_" in family.name}
    shown = {re.sub("_(bucket|sum|count|total)$", "", name) for _, name in asked()}
    beside = {"cueweave_tasks", "cueweave_user_active_tasks_limit"}  # shown in other words
    assert ours - shown == beside


def test_no_number_is_told_by_user_task_or_raw_path(watched: Watched) -> None:
    with watched.service.client("ada@example.org") as client:
        client.get("/tasks/ada@example.org:0b9c6e0e-2f6a-4a63-9d6c-6f1c9c6f7a11/status")
        client.get("/nothing/of/ada@example.org")
    labels = [
        value
        for family in text_string_to_metric_families(watched.scrape())
        for sample in family.samples
        for value in sample.labels.values()
    ]
    assert "/tasks/{task_id}/status" in labels
    assert [value for value in labels if "example.org" in value or "6f1c9c6f7a11" in value] == []


def test_every_alert_has_its_section_in_the_runbook() -> None:
    sections = set(re.findall(r"^## (\w+)$", (ROOT / "docs/runbook.md").read_text(), re.MULTILINE))
    names = [rule["alert"] for rule in alerts()]
    assert set(names) <= sections
    assert [rule["annotations"]["runbook"] for rule in alerts()] == [
        f"docs/runbook.md#{name.lower()}" for name in names
    ]


def test_panels_lie_beside_each_other() -> None:
    places = [
        (panel["gridPos"]["x"] + x, panel["gridPos"]["y"] + y)
        for panel in panels()
        for x in range(panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["h"])
    ]
    assert len(places) == len(set(places))
    assert max(x for x, _ in places) < 24


@needs_promtool
@pytest.mark.parametrize(
    ("what", "file"),
    [
        (("check", "rules"), RULES),
        (("check", "config"), ROOT / "deploy/prometheus/prometheus.yml"),
        (("test", "rules"), ROOT / "tests/deploy/alerts_test.yml"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else " ".join(value),
)
def test_promtool_agrees(what: tuple[str, str], file: Path) -> None:
    done = subprocess.run(["promtool", *what, str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@needs_promtool
def test_promtool_reads_what_is_told(watched: Watched) -> None:
    for text in watched.scrapes():
        done = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, text=True)
        counted = "cueweave_counter_mended_total metric name should not include type 'counter'"  # it is one
        assert [line for line in done.stderr.splitlines() if not line.endswith(counted)] == []


@needs_promtool
def test_promtool_reads_every_question_of_the_dashboard(tmp_path: Path) -> None:
    expressions = [target["expr"] for panel in panels() for target in panel["targets"]]
    rules = [
        {"record": f"a:{at}", "expr": expression.replace("$__rate_interval", "5m")}
        for at, expression in enumerate(expressions)
    ]
    file = tmp_path / "rules.yml"
    file.write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": rules}]}))
    done = subprocess.run(["promtool", "check", "rules", str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
