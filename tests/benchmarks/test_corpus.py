"""The benchmark's speech says when each word is heard, the same each time."""

from itertools import pairwise

import numpy as np
import pytest
from corpus import LONGEST_CUE, VOICES, dense_speech, lecture
from numpy.typing import NDArray
from recording import RATE


def loudness(samples: NDArray[np.int16], start: float, end: float) -> float:
    part = samples[round(start * RATE) : round(end * RATE)].astype(np.float64)
    return float(np.sqrt((part**2).mean()))


@pytest.mark.parametrize("language", VOICES)
def test_every_word_of_every_cue_has_its_time(language: str) -> None:
    made = lecture(language)
    assert sum(cue.text[-1] in ".?!" for cue in made.cues) >= 40
    assert sum(len(cue.text.split()) for cue in made.cues) == len(made.words)
    said = [word for word in made.words if word]
    assert len(said) >= len(made.words) - 1
    assert all(one.start < one.end <= other.start for one, other in pairwise(said))
    assert said[-1].end < made.duration
    assert all(len(cue.text) <= LONGEST_CUE * 1.1 for cue in made.cues)
    assert all(one.end <= other.start for one, other in pairwise(made.cues))


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_the_sound_agrees_with_the_times(language: str) -> None:
    made = lecture(language)
    said = [word for word in made.words if word]
    for before, word in pairwise(said):
        if word.start - before.end > 0.25:
            assert loudness(made.samples, word.start - 0.15, word.start - 0.02) < 20
            assert loudness(made.samples, before.end + 0.1, word.start - 0.1) < 20
        assert loudness(made.samples, word.start, max(word.end, word.start + 0.05)) > 100


def test_speech_is_the_same_each_time() -> None:
    one, other = lecture("tr"), lecture("tr")
    assert one.cues == other.cues
    assert np.array_equal(one.samples, other.samples)


def test_dense_speech_hardly_pauses() -> None:
    made = dense_speech("en", 20.0)
    said = [word for word in made.words if word]
    assert 20 <= made.duration < 30
    assert max(other.start - one.end for one, other in pairwise(said)) < 0.5
