"""What a result must hold is told by the subtitles, not by the steps that could lose it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cueweave.domain.transcript import Cue, Fit, Sound, Span, Word
from cueweave.pipeline import said
from cueweave.pipeline.fitting import Recording
from cueweave.stages.spread import spread_words

CUES = [Cue(0.0, 2.0, "Every word counts."), Cue(2.0, 4.0, "So does the last.")]
RECORDING = Recording(Sound(Path("nowhere"), 16_000, 64_000), [Span(0.0, 4.0)], 4.0, "en")


def test_a_word_that_a_step_loses_is_still_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(cues: Sequence[Cue], speech: Sequence[Span], duration: float) -> list[Word]:
        return spread_words(cues, speech, duration)[:-1]

    monkeypatch.setattr(said, "fit", lambda *_: Fit(0.0, 1.0, 1.0, "as given"))
    monkeypatch.setattr(said, "find_speakers", lambda _: [None] * 6)
    monkeypatch.setattr(said, "spread_words", forgetful)
    found = said.from_subtitles(CUES, RECORDING, lambda _: None)
    assert len(found.words) == 6
    assert " ".join(found.spoken) == "Every word counts. So does the last."
