"""The figures of the table are what they are called."""

import pytest
from measure import distance, starts, trust

from cueweave.domain.transcript import Span


def test_distances_are_told_of_what_is_known() -> None:
    found = distance([1.0, 2.04, 3.2, 9.0], [1.0, 2.0, 3.0, None])
    assert found
    assert found.median == pytest.approx(0.04)
    assert found.percentile_95 == pytest.approx(0.184)
    assert found.within == pytest.approx((2 / 3, 2 / 3, 1.0))


def test_nothing_known_is_nothing_told() -> None:
    assert distance([1.0], [None]) is None


def test_trust_counts_the_sure_and_those_of_them_that_are_right() -> None:
    found = trust([1.0, 2.0, 3.0, 4.0, 5.0], [0.95, 0.9, 0.9, 0.2, 0.99], [1.05, 2.2, 3.0, 4.0, None])
    assert found.sure == pytest.approx(0.75)
    assert found.sure_and_right == pytest.approx(2 / 3)


def test_without_a_truth_only_the_sure_are_counted() -> None:
    found = trust([1.0, 2.0], [0.95, 0.1], [None, None])
    assert (found.sure, found.sure_and_right) == (0.5, None)


def test_words_without_a_time_have_no_start() -> None:
    assert starts([Span(1.0, 2.0), None]) == [1.0, None]
