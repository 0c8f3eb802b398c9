"""Whatever was heard, words come in order, inside the medium, each with a time of its own."""

from itertools import pairwise

from hypothesis import given, strategies as st

from cueweave.domain.transcript import Word
from cueweave.stages.align.heard import Heard
from cueweave.stages.align.order import SHORTEST, agreeing, better, in_order

TIMES = st.floats(0, 60)
HEARD = st.dictionaries(
    st.integers(0, 30), st.builds(lambda at, length, loss: Heard(at, at + length, loss), TIMES, st.floats(0, 3), TIMES)
)


@given(HEARD, st.lists(st.booleans(), min_size=31, max_size=31), st.lists(TIMES, min_size=31, max_size=31))
def test_nothing_runs_backwards_and_spoken_words_last(
    heard: dict[int, Heard], spoken: list[bool], rough: list[float]
) -> None:
    words = [Word(str(at), start, start, 0.3) for at, start in enumerate(sorted(rough))]
    timed = {at: Word(str(at), found.start, found.end, 0.9) for at, found in heard.items()}
    ordered = in_order(words, spoken, timed, 61.0)
    assert [word.text for word in ordered] == [word.text for word in words]
    assert all(0.0 <= word.start <= word.end <= 61.0 for word in ordered)
    assert all(one.end <= other.start + 1e-9 for one, other in pairwise(ordered))
    assert all(word.end - word.start > SHORTEST - 1e-9 for word, said in zip(ordered, spoken, strict=True) if said)


@given(HEARD)
def test_words_that_contradict_each_other_are_not_both_kept(heard: dict[int, Heard]) -> None:
    kept = agreeing(heard)
    assert bool(kept) == bool(heard)
    assert all(heard[at] is found for at, found in kept.items())
    assert all(one.start <= other.start for (_, one), (_, other) in pairwise(sorted(kept.items())))


def test_the_better_of_two_hearings_of_a_run_is_kept() -> None:
    first = {0: Heard(0.0, 0.5, 1.0), 1: Heard(0.5, 1.0, 6.0)}
    assert better(first, {1: Heard(0.6, 1.0, 2.0)}, range(1, 2))[1].start == 0.6
    assert better(first, {1: Heard(0.6, 1.0, 7.0)}, range(1, 2)) == first
    assert better(first, {}, range(1, 2)) == first
