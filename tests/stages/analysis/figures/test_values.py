"""How many numbers are looked at."""

from __future__ import annotations

from cueweave.stages.analysis.figures.number import Number
from cueweave.stages.analysis.figures.values import affordable


def crowd(size: int) -> list[Number]:
    return [Number(at, at + 1, 1.0) for at in range(size)]


def test_as_many_numbers_as_ten_hours_of_speech_have_are_all_looked_at() -> None:
    small, large = [crowd(5)] * 5000, [crowd(200)] * 20
    assert list(affordable([*small, *large])) == [*small, *large]


def test_of_more_numbers_the_first_are_looked_at() -> None:
    assert [len(each) for each in affordable([crowd(9000), crowd(50_000), crowd(5)])] == [9000, 1000]
