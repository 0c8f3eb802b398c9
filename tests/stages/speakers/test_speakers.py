"""Voices are told apart by a model that is made here, and each sentence goes to the one that speaks most of it."""

from pathlib import Path

import pytest
from stages.words_of import words_of
from support.tiny_voices import write_tiny_voices
from support.tones import write_tones

from cueweave.domain.transcript import Sentence, Sound, Span
from cueweave.domain.voices import VoiceTurn
from cueweave.stages.speakers import diarizer, speakers_of


@pytest.fixture
def sound(tmp_path: Path) -> Sound:
    return write_tones(tmp_path / "sound.raw")


def test_a_voice_that_comes_back_is_known_again(sound: Sound, tmp_path: Path) -> None:
    told: list[float] = []
    speech = [Span(0.2, 3.8), Span(3.9, 4.0), Span(4.2, 7.8), Span(8.2, 11.8)]
    turns = diarizer(write_tiny_voices(tmp_path / "voices.onnx"))(sound, speech, told.append)
    assert turns == [
        VoiceTurn(0.2, 3.8, "Speaker 1"),
        VoiceTurn(4.2, 7.8, "Speaker 2"),
        VoiceTurn(8.2, 11.8, "Speaker 1"),
    ]
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_where_nobody_speaks_nobody_is_told(sound: Sound, tmp_path: Path) -> None:
    assert diarizer(write_tiny_voices(tmp_path / "voices.onnx"))(sound, [], lambda _: None) == []


def test_a_sentence_goes_to_the_voice_that_speaks_most_of_it() -> None:
    words = words_of("We go now. Yes, we do. Well.", pause=1.0)
    sentences = [Sentence(0, 3), Sentence(3, 6), Sentence(6, 7)]
    turns = [VoiceTurn(0.0, 2.1, "Speaker 1"), VoiceTurn(2.1, 3.0, "Speaker 2")]
    assert speakers_of(words, sentences, turns) == ["Speaker 1"] * 3 + ["Speaker 2"] * 4


def test_before_the_first_voice_nobody_is_known() -> None:
    words = words_of("We go. Yes.", pause=1.0)
    assert speakers_of(words, [Sentence(0, 2), Sentence(2, 3)], [VoiceTurn(1.5, 2.0, "Speaker 1")]) == [
        None,
        None,
        "Speaker 1",
    ]
