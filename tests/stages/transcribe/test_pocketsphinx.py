"""Speech without subtitles becomes words, roughly."""

import json
from itertools import pairwise
from pathlib import Path

from make_sample import Sample

from cueweave.domain.transcript import Span
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.transcribe.pocketsphinx import transcribe_english


def silent(share: float) -> None:
    """Nobody watches."""


def test_some_words_of_the_sample_are_heard(sample: Sample, tmp_path: Path) -> None:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    speech = [span for span in find_speech(sound, silent) if span.end < 16]
    heard = transcribe_english(sound, speech, None, silent)
    texts = {word.text for utterance in heard for word in utterance.words}
    said = {word["text"].lower().strip(".,") for word in json.loads(sample.words.read_text()) if word["end"] < 16}
    assert len(texts & said) >= 0.3 * len(said)
    assert all(0 <= word.start < word.end <= sound.duration for utterance in heard for word in utterance.words)


def test_speech_without_a_pause_gives_words_in_order(sample: Sample, tmp_path: Path) -> None:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    speech = [Span(20.0, 36.0), Span(sound.duration, sound.duration)]
    heard = transcribe_english(sound, speech, None, silent)
    words = [word for utterance in heard for word in utterance.words]
    assert all(earlier.end <= later.start for earlier, later in pairwise(words))
    assert all(1 <= len(utterance.words) <= 10 for utterance in heard)
