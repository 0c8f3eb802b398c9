"""The rows of the table that benchmarks print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import run
from row import Row, compared, exponent, figure, limited, table


def test_medians_stand_beside_those_of_a_peer_with_their_ratio_and_spread() -> None:
    row = compared("polls", [90.0, 100.0, 120.0], [200.0, 190.0, 210.0], "a second", peer="bare")
    assert row == Row("polls", "100 a second", "bare: 200 a second", 0.5, 0.3)


def test_a_single_run_has_no_spread() -> None:
    row = limited("memory", [25.0], 100, "MiB")
    assert (row.ratio, row.spread) == (0.25, None)


@pytest.mark.parametrize(("value", "shown"), [(1234.5, "1,234"), (100.4, "100"), (99.96, "100"), (0.01234, "0.0123")])
def test_figures_have_three_digits(value: float, shown: str) -> None:
    assert figure(value) == shown


def test_the_exponent_is_that_of_the_power_by_which_costs_grow() -> None:
    assert exponent([10, 100, 1000], [3, 300, 30000]) == pytest.approx(2)
    assert exponent([10, 100, 1000], [5, 5, 5]) == pytest.approx(0)


def test_results_are_written_for_people_and_for_programs_and_a_part_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "OUT", tmp_path / "results")
    memory, again = limited("memory", [25.0, 30.0], 100, "MiB"), limited("memory", [20.0], 100, "MiB")
    speed = limited("time", [1.0], 3, "s")
    run.write({"upload": [speed], "status": [memory]})
    run.write({"status": [again]})
    assert table([again, speed]) in (tmp_path / "results/bench.md").read_text()
    told = json.loads((tmp_path / "results/bench.json").read_text())["rows"]
    assert [(row["what"], row["ratio"]) for row in told["status"]] == [("memory", 0.2)]
