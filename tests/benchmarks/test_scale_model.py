"""The simulated Cueweave agrees with what queues are known to do, and with the real one's limits and turns."""

from __future__ import annotations

from itertools import repeat
from random import Random

import pytest
from scale_model import DAY, Arrival, Cell, Limits, by_day, poisson

NO_LIMITS = Limits(10**9, 10**9)


def at_once() -> float:
    return 0.0


def test_one_place_with_a_fixed_time_waits_as_long_as_the_formula_says() -> None:
    """Pollaczek and Khinchine: load / (2 (1 - load)) of the work's time."""
    arrivals = poisson(lambda _: 0.7, 0.7, until=100_000, users=10**6, chance=Random(1))
    outcome = Cell(1, NO_LIMITS, work=lambda: 1.0, pick_up=at_once).run(arrivals)
    assert outcome.mean_wait() == pytest.approx(0.7 / (2 * 0.3), rel=0.05)


def test_four_places_with_exponential_times_wait_as_long_as_erlangs_formula_says() -> None:
    """Four places at a load of 3: Erlang's C is 0.5094, the mean wait C / (4 - 3)."""
    chance = Random(2)
    arrivals = poisson(lambda _: 3.0, 3.0, until=40_000, users=10**6, chance=chance)
    outcome = Cell(4, NO_LIMITS, work=lambda: chance.expovariate(1.0), pick_up=at_once).run(arrivals)
    assert outcome.mean_wait() == pytest.approx(0.5094, rel=0.07)


def test_what_goes_beyond_the_limits_is_refused() -> None:
    arrivals = [Arrival(0.0, user) for user in [*repeat("ada", 7), *repeat("eve", 4), *repeat("bob", 4)]]
    outcome = Cell(1, Limits(5, 10), work=lambda: 1.0, pick_up=at_once).run(arrivals)
    assert outcome.refused == {"user": 2, "server": 3}
    assert (outcome.most_active, len(outcome.done), outcome.makespan()) == (10, 10, 10.0)


def test_turns_are_those_of_the_real_one() -> None:
    """The order that tests/store/test_fairness.py holds the script to."""
    arrivals = [Arrival(0.0, user) for user in ("ada", "ada", "ada", "eve", "bob")]
    outcome = Cell(1, NO_LIMITS, work=lambda: 1.0, pick_up=at_once).run(arrivals)
    assert [each.user for each in outcome.done] == ["ada", "eve", "bob", "ada", "ada"]


def test_picking_up_takes_its_time_once_a_task() -> None:
    outcome = Cell(2, NO_LIMITS, work=lambda: 1.0, pick_up=lambda: 0.25).run([Arrival(0.0, "ada")] * 4)
    assert outcome.makespan() == 2.5
    assert outcome.mean_wait() == pytest.approx((0.25 + 1.5) / 2)
    assert outcome.wait_within(0.5) == 0.25


def test_a_day_has_its_tasks_and_its_height() -> None:
    rate = by_day(DAY, peak=1.8)
    assert max(rate(time) for time in range(0, int(DAY), 60)) == pytest.approx(1.8, rel=1e-3)
    assert sum(rate(time) * 60 for time in range(0, int(DAY), 60)) == pytest.approx(DAY, rel=1e-3)
