"""On the sample each word stands where it is spoken, also when the subtitles come late."""

import json
from pathlib import Path

import numpy as np
import pytest
from make_sample import Sample

from cueweave.domain.transcript import Cue
from cueweave.stages.align import aligner
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.spread import spread_words
from cueweave.stages.subtitles import read_subtitles
from cueweave.stages.sync import apply_fit, fit_subtitles


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.mark.parametrize("late", [0.0, 1.7])
def test_half_of_the_words_are_within_60_ms_and_95_percent_within_250(
    sample: Sample, tmp_path: Path, late: float
) -> None:
    truth = np.array([word["start"] for word in json.loads(sample.words.read_text())])
    cues = [Cue(cue.start + late, cue.end + late, cue.text) for cue in read_subtitles(sample.srt.read_bytes())]
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    speech = find_speech(sound, silent)
    fit = fit_subtitles(cues, speech, sound.duration, silent)
    words = spread_words(apply_fit(cues, fit, sound.duration), speech, sound.duration)
    aligned = aligner("en")(words, sound, speech, silent)
    distance = np.abs(np.array([word.start for word in aligned.words]) - truth)
    assert np.median(distance) <= 0.060
    assert np.quantile(distance, 0.95) <= 0.250
    assert aligned.aligned > 0.98
    assert fit.offset == pytest.approx(-late, abs=0.1)
