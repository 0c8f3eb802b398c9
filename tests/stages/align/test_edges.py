"""Words beside a pause begin and end with their sound; pauses that a word swallowed are given back."""

import numpy as np
import pytest

from cueweave.stages.align.decoder import Segment
from cueweave.stages.align.edges import trimmed

RATE = 16000


def sound(*parts: tuple[float, int]) -> bytes:
    """Noise of so many seconds and so loud, one after another."""
    chance = np.random.default_rng(1)
    pieces = [chance.normal(0, loudness, round(seconds * RATE)) for seconds, loudness in parts]
    return np.concatenate(pieces).astype("<i2").tobytes()


def test_a_word_that_begins_in_the_pause_and_ends_in_it_is_trimmed() -> None:
    data = sound((1.0, 5), (0.4, 3000), (1.0, 5))
    (word,) = trimmed([Segment(0.9, 1.52, 1.0)], data, RATE)
    assert word.start == pytest.approx(1.0, abs=0.015)
    assert word.end == pytest.approx(1.4, abs=0.015)


def test_a_word_that_begins_too_late_gets_its_first_sound() -> None:
    data = sound((1.0, 5), (0.4, 3000), (1.0, 5))
    (word,) = trimmed([Segment(1.03, 1.4, 1.0)], data, RATE)
    assert word.start == pytest.approx(1.0, abs=0.015)


def test_words_that_touch_stay_unless_one_swallowed_a_pause() -> None:
    data = sound((0.5, 3000), (0.08, 5), (0.5, 3000), (0.6, 5), (0.5, 3000))
    words = trimmed([Segment(0.0, 0.55, 1.0), Segment(0.55, 1.68, 1.0), Segment(1.68, 2.18, 1.0)], data, RATE)
    assert words[0].end == words[1].start == 0.55
    assert words[1].end == pytest.approx(1.08, abs=0.02)


def test_in_loud_noise_a_word_keeps_its_soft_sounds() -> None:
    segments = [Segment(0.8, 1.4, 1.0)]
    assert trimmed(segments, sound((0.8, 1000), (0.2, 1200), (0.4, 5000), (1.0, 1000)), RATE) == segments


def test_in_even_noise_nothing_moves() -> None:
    segments = [Segment(0.3, 0.7, 1.0), Segment(0.9, 1.3, 1.0)]
    assert trimmed(segments, sound((2.0, 1000)), RATE) == segments
