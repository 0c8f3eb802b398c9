"""The cheapest way to cut, against trying all ways."""

from itertools import pairwise
from random import Random

import numpy as np
from hypothesis import given, strategies as st

from cueweave.stages.analysis.sections.program import cheapest_runs, run_totals


@given(st.integers(1, 9), st.integers(1, 4), st.randoms(use_true_random=False))
def test_no_other_way_to_cut_is_cheaper(count: int, longest: int, chance: Random) -> None:
    costs = np.array([[chance.uniform(-5, 5) for _ in range(longest)] for _ in range(count)])

    def price(begins: list[int]) -> float:
        bounds = list(pairwise([*begins, count]))
        if any(stop - first > longest for first, stop in bounds):
            return float("inf")
        return sum(float(costs[first, stop - first - 1]) for first, stop in bounds)

    ways = [[0, *(at for at in range(1, count) if mask >> at & 1)] for mask in range(0, 1 << count, 2)]
    assert price(cheapest_runs(costs)) <= min(map(price, ways)) + 1e-9


def test_nothing_has_no_runs() -> None:
    assert cheapest_runs(np.zeros((0, 3))) == []


def test_totals_are_those_of_runs_that_begin_at_each_unit() -> None:
    assert run_totals(np.array([1, 2, 4]), 3).tolist() == [[1, 3, 7], [2, 6, 6], [4, 4, 4]]
