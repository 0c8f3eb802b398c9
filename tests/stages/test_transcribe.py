"""Speech without subtitles becomes words, roughly; silence is said to be silent."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from make_sample import Sample

from cueweave.domain.transcript import Sound, Span
from cueweave.errors import NoSound
from cueweave.stages.media import decode_sound
from cueweave.stages.speech import find_speech
from cueweave.stages.transcribe import transcriber


def silent(share: float) -> None:
    """Nobody watches."""


def test_some_words_of_the_sample_are_heard(sample: Sample, tmp_path: Path) -> None:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    speech = [span for span in find_speech(sound, silent) if span.end < 16]
    cues = transcriber("pocketsphinx")(sound, speech, silent)
    heard = {word for cue in cues for word in cue.text.split()}
    said = {word["text"].lower().strip(".,") for word in json.loads(sample.words.read_text()) if word["end"] < 16}
    assert len(heard & said) >= 0.3 * len(said)
    assert all(0 <= cue.start < cue.end <= sound.duration for cue in cues)


def test_speech_without_a_pause_gives_cues_in_order(sample: Sample, tmp_path: Path) -> None:
    sound = decode_sound(sample.media, tmp_path / "sound.raw", silent)
    cues = transcriber("pocketsphinx")(sound, [Span(20.0, 36.0), Span(sound.duration, sound.duration)], silent)
    assert all(earlier.end <= later.start for earlier, later in pairwise(cues))
    assert all(1 <= len(cue.text.split()) <= 10 for cue in cues)


def test_silence_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "raw").write_bytes(bytes(32000))
    with pytest.raises(NoSound, match="send its subtitles"):
        transcriber("pocketsphinx")(Sound(tmp_path / "raw", 16000, 16000), [], silent)
