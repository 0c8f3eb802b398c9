"""Subtitles are put where they belong, by ear where somebody's voice alone leads astray."""

from pathlib import Path

import pytest
from make_sample import Sample

from cueweave.domain.transcript import Cue, Sound, Span
from cueweave.pipeline.fitting import fit
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.subtitles import read_subtitles


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def heard(sample: Sample, tmp_path: Path) -> tuple[Sound, list[Span]]:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    return sound, list(find_speech(sound, silent))


def test_good_subtitles_are_left_alone(sample: Sample, heard: tuple[Sound, list[Span]]) -> None:
    cues = read_subtitles(sample.srt.read_bytes())
    found = fit(cues, heard, heard[0].duration, "en", silent)
    assert (found.offset, found.rate, found.pieces) == (0.0, 1.0, ())


def test_what_is_heard_corrects_what_voices_alone_say(sample: Sample, heard: tuple[Sound, list[Span]]) -> None:
    cues = [Cue(cue.start + 7.0, cue.end + 7.0, cue.text) for cue in read_subtitles(sample.srt.read_bytes())]
    right = fit(cues, heard, heard[0].duration, "en", silent)
    assert right.offset == pytest.approx(-7.0, abs=0.1)
    sound, speech = heard
    early = [Span(max(span.start - 0.5, 0.0), max(span.end - 0.5, 0.1)) for span in speech]
    found = fit(cues, (sound, early), sound.duration, "en", silent)
    assert found.offset == pytest.approx(-7.0, abs=0.1)
