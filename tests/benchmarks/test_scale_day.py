"""What a day needs is arithmetic that can be done by hand, and no more places than the wait wants."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scale_day import Assumed, Measured, a_day, day_rows, sized

USERS = Assumed(mean_seconds=1000.0, bytes_per_second=1e6, plays=2.0, cell_tasks=1000, peak=1.5)
SEEN = Measured(work_fixed=10.0, work_per_second=0.1, result_bytes=5e7, result_bytes_per_second=5e4, store_bytes=1e6)


def test_there_are_as_few_places_as_the_wait_allows() -> None:
    cell = sized(1000, SEEN, USERS)
    assert cell.outcome.wait_within(0.99) <= USERS.longest_wait
    assert a_day(round(cell.places * 0.7), 1000, SEEN, USERS).wait_within(0.99) > USERS.longest_wait
    assert cell.busy() * cell.places * 86400 == pytest.approx(1000 * (10 + 100), rel=0.1)


def test_whoever_wants_no_wait_needs_more_places() -> None:
    patient, hasty = (replace(USERS, longest_wait=seconds) for seconds in (600.0, 1.0))
    assert sized(1000, SEEN, patient).places < sized(1000, SEEN, hasty).places


def test_bytes_and_cells_are_those_of_the_tasks() -> None:
    rows = {row.what: (row.ours, row.beside) for row in day_rows(10_000, SEEN, USERS)}
    assert rows["media"][0] == "2,778 h a day"
    assert rows["cells, each a store with its APIs and workers"][0] == "10"
    assert rows["its memory"][0] == "7.0 GB"
    assert rows["storage of media"] == ("70 TB", "10 TB a day for 7 days")
    assert rows["storage of results and pictures"] == ("7.0 TB", "1.00 TB a day")
    height = 10_000 * 1000 * 1e6 * 8 / 86400 / 1e9 * 1.5
    assert rows["in, at the height"][0] == f"{height:.1f} Gbit/s"
    assert rows["out, at the height"][0] == f"{2 * height:.1f} Gbit/s"
