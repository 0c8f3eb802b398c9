"""Speakers are told by their voices only where the subtitles name nobody."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.tiny_voices import write_tiny_voices
from support.tones import write_tones

from cueweave.domain.transcript import Fit, Sentence, Span, Word
from cueweave.pipeline.fitting import Recording
from cueweave.pipeline.said import Said, told_apart

WORDS = [Word(text, 2.0 * at, 2.0 * at + 1.8, 0.3) for at, text in enumerate("We go. Never again. Then stay.".split())]
SENTENCES = [Sentence(0, 2), Sentence(2, 4), Sentence(4, 6)]
SAID = Said(
    WORDS, [word.text for word in WORDS], SENTENCES, frozenset(), [None] * 6, "en", Fit(0.0, 1.0, 1.0, "as given")
)


def told(said: Said, folder: Path) -> Said:
    sound = write_tones(folder / "sound.raw")
    speech = [Span(0.2, 3.8), Span(4.2, 7.8), Span(8.2, 11.8)]
    model = write_tiny_voices(folder / "voices.onnx")
    return told_apart(said, Recording(sound, speech, sound.duration, "en"), model, lambda _: None)


def test_sentences_get_speakers_and_turns_where_the_voice_changes(tmp_path: Path) -> None:
    found = told(SAID, tmp_path)
    assert found.speakers == ["Speaker 1"] * 2 + ["Speaker 2"] * 2 + ["Speaker 1"] * 2
    assert found.turns == {2, 4}


@pytest.mark.parametrize("named", [["Ann"] * 2 + ["Bob"] * 4, [None] * 4 + ["Ann"] * 2])
def test_names_in_the_subtitles_count_more_than_voices(named: list[str | None], tmp_path: Path) -> None:
    said = replace(SAID, speakers=named, turns=frozenset({4}))
    assert told(said, tmp_path) == said
