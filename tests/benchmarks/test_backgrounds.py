"""Noise and music lie as far under the voice as is said, also where nobody speaks."""

import numpy as np
import pytest
from backgrounds import BACKGROUNDS, DECIBELS, mixed
from recording import RATE
from support.made_recording import made_recording


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_the_voice_is_louder_by_ten_decibels(name: str) -> None:
    made = made_recording(8)
    voice = made.samples.astype(np.float64)
    both = mixed(made, BACKGROUNDS[name](len(voice)), DECIBELS).samples.astype(np.float64)
    assert 10 * np.log10((voice**2).mean() / ((both - voice) ** 2).mean()) == pytest.approx(DECIBELS, abs=0.2)


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_pauses_are_filled(name: str) -> None:
    sound = BACKGROUNDS[name](10 * RATE)
    assert min(float((part**2).mean()) for part in np.split(sound, 20)) > 0.05
    assert float((sound**2).mean()) == pytest.approx(1.0)
