"""Words of ten languages stand where they are spoken; words in another language than the speech are found out."""

from pathlib import Path

import numpy as np
import pytest
from corpus import VOICES, lecture
from recording import RATE

from cueweave.domain.transcript import Alignment, Cue, Sound, Span
from cueweave.stages.align import aligner
from cueweave.stages.align.forced import FORCED, OTHER_WORDS
from cueweave.stages.spread import spread_words

SECONDS = 45.0


def silent(share: float) -> None:
    """Nobody watches."""


def aligned(text: str, speech: str, folder: Path) -> tuple[Alignment, list[Cue], Sound]:
    """Words of one language's lecture on the speech of another's, or its own."""
    samples = lecture(speech).samples[: round(SECONDS * RATE)]
    samples.astype("<i2").tofile(folder / "sound.raw")
    sound = Sound(folder / "sound.raw", RATE, len(samples))
    cues = [cue for cue in lecture(text).cues if cue.end < SECONDS]
    spoken = [Span(cue.start, cue.end) for cue in lecture(speech).cues if cue.end < SECONDS]
    words = spread_words(cues, spoken, sound.duration)
    return aligner(text)(words, sound, spoken, silent), cues, sound


@pytest.mark.parametrize("language", VOICES)
def test_half_of_the_words_lie_within_40_ms_and_95_percent_within_250(language: str, tmp_path: Path) -> None:
    alignment, _, _ = aligned(language, language, tmp_path)
    truth = lecture(language).words[: len(alignment.words)]
    off = [abs(word.start - said.start) for word, said in zip(alignment.words, truth, strict=True) if said]
    assert alignment.method == FORCED
    assert alignment.aligned > 0.95
    assert np.median(off) <= 0.040
    assert np.quantile(off, 0.95) <= 0.250


@pytest.mark.parametrize(("text", "speech"), [("de", "en"), ("en", "de"), ("fr", "es"), ("en", "ru"), ("ru", "en")])
def test_a_translation_keeps_its_cue_times_and_is_called_one(text: str, speech: str, tmp_path: Path) -> None:
    alignment, cues, sound = aligned(text, speech, tmp_path)
    assert (alignment.method, alignment.aligned) == (OTHER_WORDS, 0.0)
    assert list(alignment.words) == spread_words(
        cues, [Span(cue.start, cue.end) for cue in lecture(speech).cues if cue.end < SECONDS], sound.duration
    )
