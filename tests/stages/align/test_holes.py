"""Words that were not heard are looked for between those that were, alone, and at both ends of too long a gap."""

from cueweave.domain.transcript import Word
from cueweave.stages.align.heard import Heard
from cueweave.stages.align.holes import hole_windows

WORDS = [Word("word", float(at), at + 0.5, 0.3) for at in range(10)]
SPOKEN = [True] * 10


def heard(*indices: int, later: float = 0.0) -> dict[int, Heard]:
    return {at: Heard(at + later * (at > 4), at + 0.5 + later * (at > 4), 1.0) for at in indices}


def test_where_all_is_heard_there_is_no_hole() -> None:
    assert hole_windows(WORDS, SPOKEN, heard(*range(10)), 20.0) == []


def test_what_is_not_spoken_is_no_hole() -> None:
    assert hole_windows(WORDS, [at != 4 for at in range(10)], heard(0, 1, 2, 3, 5, 6, 7, 8, 9), 20.0) == []


def test_a_hole_is_looked_for_with_its_neighbours_and_alone() -> None:
    between, alone = hole_windows(WORDS, SPOKEN, heard(0, 1, 2, 3, 6, 7, 8, 9), 20.0)
    assert (between.before, between.first, between.stop, between.after) == (2, 4, 6, 8)
    assert (between.start, between.end) == (2.0, 7.5)
    assert (alone.before, alone.first, alone.stop, alone.after) == (4, 4, 6, 6)
    assert (alone.start, alone.end) == (3.6, 5.9)


def test_words_before_or_after_something_put_in_are_looked_for_on_both_sides_of_it() -> None:
    *_, left, right = hole_windows(WORDS, SPOKEN, heard(0, 1, 2, 3, 6, 7, 8, 9, later=30.0), 60.0)
    assert (left.first, left.stop, right.first, right.stop) == (4, 6, 4, 6)
    assert left.start == 3.0
    assert left.end < 10.0
    assert right.start > 30.0
    assert right.end == 36.5
