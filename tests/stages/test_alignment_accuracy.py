"""On the sample each word stands where it is spoken, also when the subtitles come late or are rough."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from make_sample import Sample

from cueweave.domain.transcript import Cue, Sound, Word
from cueweave.stages.align import aligner
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.subtitles import read_subtitles
from cueweave.stages.sync import apply_fit, fit_subtitles, search_fits


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def sound(sample: Sample, tmp_path: Path) -> Sound:
    return decode_sound(sample.media, tmp_path / "sound.raw", silent)


def assert_exact(words: Sequence[Word], sample: Sample) -> None:
    """Half of the words within 60 ms of their true start, 95% within 250 ms."""
    truth = [word["start"] for word in json.loads(sample.words.read_text())]
    distance = np.abs(np.array([word.start for word in words]) - np.array(truth))
    assert np.median(distance) <= 0.060
    assert np.quantile(distance, 0.95) <= 0.250


@pytest.mark.parametrize("late", [0.0, 1.7])
def test_words_are_exact_also_when_the_subtitles_come_late(sample: Sample, sound: Sound, late: float) -> None:
    cues = [Cue(cue.start + late, cue.end + late, cue.text) for cue in read_subtitles(sample.srt.read_bytes())]
    speech = find_speech(sound, silent)
    fit = fit_subtitles(search_fits(cues, speech, sound.duration, silent))
    words = spread_words(apply_fit(cues, fit, sound.duration), speech, sound.duration)
    aligned = aligner("en")(words, sound, speech, silent)
    assert_exact(aligned.words, sample)
    assert aligned.aligned > 0.98
    assert fit.offset == pytest.approx(-late, abs=0.1)


def test_words_are_exact_when_each_cue_is_off_by_up_to_300_ms(sample: Sample, sound: Sound) -> None:
    chance = random.Random(1)
    errors = [(chance.uniform(-0.3, 0.3), cue) for cue in read_subtitles(sample.srt.read_bytes())]
    cues = [Cue(max(cue.start + error, 0.0), cue.end + error, cue.text) for error, cue in errors]
    speech = find_speech(sound, silent)
    words = spread_words(cues, speech, sound.duration)
    assert_exact(aligner("en")(words, sound, speech, silent).words, sample)
