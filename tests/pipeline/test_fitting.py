"""Subtitles are put where they belong, by ear where somebody's voice alone leads astray."""

from dataclasses import replace
from pathlib import Path

import pytest
from make_sample import Sample

from cueweave.domain.transcript import Cue, Fit, Piece, Span
from cueweave.pipeline import fitting
from cueweave.pipeline.fitting import Recording, fit
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.subtitles import read_subtitles


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def lecture(sample: Sample, tmp_path: Path) -> Recording:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    return Recording(sound, find_speech(sound, silent), sound.duration, "en")


def test_good_subtitles_are_left_alone(sample: Sample, lecture: Recording) -> None:
    cues = read_subtitles(sample.srt.read_bytes())
    found = fit(cues, lecture, silent)
    assert (found.offset, found.rate, found.pieces) == (0.0, 1.0, ())


def test_what_is_heard_corrects_what_voices_alone_say(sample: Sample, lecture: Recording) -> None:
    cues = [Cue(cue.start + 7.0, cue.end + 7.0, cue.text) for cue in read_subtitles(sample.srt.read_bytes())]
    right = fit(cues, lecture, silent)
    assert right.offset == pytest.approx(-7.0, abs=0.1)
    early = [Span(max(span.start - 0.5, 0.0), max(span.end - 0.5, 0.1)) for span in lecture.speech]
    found = fit(cues, replace(lecture, speech=early), silent)
    assert found.offset == pytest.approx(-7.0, abs=0.1)


def test_a_short_stretch_with_an_offset_of_its_own_is_believed_when_it_is_heard(
    sample: Sample, lecture: Recording
) -> None:
    cues = read_subtitles(sample.srt.read_bytes())
    first = next(at for at, cue in enumerate(cues) if cue.start > 29.0)
    moved = [Cue(cue.start + 40 * (at >= first), cue.end + 40 * (at >= first), cue.text) for at, cue in enumerate(cues)]
    found = fit(moved, lecture, silent)
    assert [piece.offset for piece in found.pieces] == pytest.approx([0.0, -40.0], abs=0.2)


def test_a_few_cues_with_an_offset_of_their_own_are_not_believed_unless_they_are_heard(
    sample: Sample, lecture: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    cues = read_subtitles(sample.srt.read_bytes())
    moved = [Cue(cue.start + 3.0, cue.end + 3.0, cue.text) for cue in cues]
    false = (Piece(0.0, -3.0, 1.0), Piece(moved[4].start, 9.0, 1.0), Piece(moved[7].start, -3.0, 1.0))
    monkeypatch.setattr(fitting, "fit_subtitles", lambda _, **__: Fit(-3.0, 1.0, 0.5, "offset, 3 pieces", false))
    found = fit(moved, lecture, silent)
    assert found.pieces == ()
    assert found.offset == pytest.approx(-3.0, abs=0.3)


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where voices are heard tells too little, as it does when cues leave no gaps."""
    monkeypatch.setattr(fitting, "fit_subtitles", lambda _, **__: Fit(0.0, 1.0, 0.0, "as given"))


def endless(cues: list[Cue], *, late: float) -> list[Cue]:
    """The same, so many seconds later, each until the next one comes."""
    following = [*(cue.start for cue in cues[1:]), cues[-1].end]
    return [Cue(cue.start + late, end + late, cue.text) for cue, end in zip(cues, following, strict=True)]


@pytest.mark.usefixtures("unsure")
def test_where_voices_tell_too_little_the_likeliest_fit_is_believed_if_it_is_heard(
    sample: Sample, lecture: Recording
) -> None:
    cues = endless(read_subtitles(sample.srt.read_bytes()), late=7.0)
    assert fit(cues, lecture, silent).offset == pytest.approx(-7.0, abs=0.3)


@pytest.mark.usefixtures("unsure")
def test_the_likeliest_fit_of_other_words_is_not_believed(sample: Sample, lecture: Recording) -> None:
    cues = endless(read_subtitles(sample.srt.read_bytes()), late=7.0)
    others = [Cue(cue.start, cue.end, "Heute sprechen wir darüber, wie Brot gebacken wird.") for cue in cues]
    assert fit(others, lecture, silent).leaves_alone
