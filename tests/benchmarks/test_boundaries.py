"""The measures of boundaries, on cases that can be counted by hand."""

import pytest
from boundaries import boundary_f1, even, pk, window_diff
from hypothesis import given, strategies as st

BOUNDARIES = st.sets(st.integers(1, 19), max_size=8)


@given(BOUNDARIES)
def test_the_truth_is_without_error(truth: set[int]) -> None:
    assert (pk(20, truth, truth), window_diff(20, truth, truth), boundary_f1(truth, truth)) == (0.0, 0.0, 1.0)


def test_pairs_half_a_segment_apart_are_looked_at() -> None:
    """Twelve units, segments of six: nine pairs three apart, of which three have the boundary between them."""
    assert pk(12, [6], []) == pytest.approx(3 / 9)
    assert window_diff(12, [6], []) == pytest.approx(3 / 9)


def test_a_near_miss_costs_less_than_a_far_one() -> None:
    assert pk(12, [6], [7]) == pytest.approx(2 / 9)
    assert pk(12, [6], [7]) < pk(12, [6], [9])


def test_only_window_diff_sees_a_second_boundary_beside_the_first() -> None:
    assert pk(12, [6], [5, 6, 7]) < window_diff(12, [6], [5, 6, 7])


def test_f1_wants_the_exact_place() -> None:
    assert boundary_f1([3, 6], [3, 7]) == 0.5


def test_even_segments() -> None:
    assert even(12, 4) == [3, 6, 9]
    assert even(3, 1) == []
