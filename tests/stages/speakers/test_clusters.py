"""Voiceprints are sorted by voice, however many there are."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from cueweave.stages.speakers.clusters import MOST, Prints, clusters

SIZE = 16


def prints(voices: list[int], spread: float = 0.05) -> Prints:
    """One for each number of a voice; voices stand at right angles."""
    chance = np.random.default_rng(1)
    return (np.eye(SIZE)[voices] + chance.normal(0.0, spread, (len(voices), SIZE))).astype(np.float32)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_voices_are_numbered_as_they_come_up(few: list[int]) -> None:
    voices = [voice for voice in few for _ in range(2)]
    numbers: dict[int, int] = {}
    assert clusters(prints(voices), [2.0] * len(voices)) == [numbers.setdefault(v, len(numbers)) for v in voices]


def test_no_voiceprints_have_no_voices() -> None:
    assert clusters(np.zeros((0, SIZE), np.float32), []) == []


def test_a_voice_heard_for_a_moment_is_taken_for_another() -> None:
    assert clusters(prints([0, 0, 1, 0, 2, 2]), [2.0, 2.0, 1.0, 2.0, 2.0, 2.0])[2] in (0, 1)
    assert len(set(clusters(prints([0, 0, 1, 0, 2, 2]), [2.0, 2.0, 1.0, 2.0, 2.0, 2.0]))) == 2


def test_hours_of_voiceprints_are_sorted_too() -> None:
    voices = [at // 50 % 3 for at in range(4 * MOST)]
    assert clusters(prints(voices), [2.0] * len(voices)) == voices


@pytest.mark.parametrize("count", [1, 2, 7])
def test_silence_is_one_voice(count: int) -> None:
    assert set(clusters(np.full((count, SIZE), 0.1, np.float32), [2.0] * count)) == {0}
