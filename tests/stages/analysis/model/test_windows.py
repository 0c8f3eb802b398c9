"""Windows over a text of any length."""

from itertools import pairwise

from hypothesis import given, strategies as st

from cueweave.stages.analysis.model.windows import cut_windows


@given(st.lists(st.integers(1, 100), min_size=1, max_size=400))
def test_windows_cover_all_sentences_overlap_and_keep_the_budget(costs: list[int]) -> None:
    windows = cut_windows(costs, 400)
    assert windows[0].first == 0
    assert windows[-1].stop == len(costs)
    for one, other in pairwise(windows):
        assert one.first < other.first < one.stop < other.stop
    assert all(sum(costs[each.first : each.stop]) <= 400 for each in windows)


@given(st.integers(200, 3000))
def test_no_window_is_much_shorter_than_the_others(sentences: int) -> None:
    sizes = [each.stop - each.first for each in cut_windows([20] * sentences, 2000)]
    assert min(sizes) > max(sizes) / 2


def test_a_short_text_is_one_window() -> None:
    assert len(cut_windows([10] * 20, 400)) == 1
