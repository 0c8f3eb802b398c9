"""What an engine makes up over silence, music and noise is found out; what is said stays, where it is said."""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
import pytest
from pipeline.made_sounds import Made, made_sound
from stages.heard.utterances import utterance

from cueweave.domain.transcript import Utterance, Word
from cueweave.errors import NoSound
from cueweave.pipeline.fitting import Recording
from cueweave.pipeline.said import Said, from_engine

FIRST = "Good morning, everybody, and welcome to our course on how harbours work."
SECOND = "A lighthouse looks simple from the shore, yet a great deal of thought went into its lamp."
THIRD = "Twice a day the sea comes in, and twice a day it goes out again."
NOTHING = "silence 0.6"


def silent(share: float) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    parts = [FIRST, "music 4", "silence 4", SECOND, "noise 4", NOTHING, THIRD, NOTHING]
    return made_sound(parts, tmp_path_factory.mktemp("made") / "sound.raw")


def sifted(made: Made, heard: Sequence[Utterance], language: str | None = None) -> Said:
    return from_engine(heard, Recording(made.sound, made.speech, made.sound.duration, language), silent)


def texts(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def jittered(utterances: Sequence[Utterance], seconds: float) -> list[Utterance]:
    """Each time off by up to so many seconds, in order."""
    chance = random.Random(3)
    moved: list[Utterance] = []
    at = 0.0
    for each in utterances:
        words = []
        for word in each.words:
            start = max(word.start + chance.uniform(-seconds, seconds), at)
            at = max(word.end + chance.uniform(-seconds, seconds), start)
            words.append(replace(word, start=start, end=at))
        moved.append(replace(each, words=tuple(words)))
    return moved


def with_dreams(made: Made) -> list[Utterance]:
    """What a recogniser may write over music, silence and noise, among the truth."""
    _, music, silence, _, noise, *_ = made.starts
    dreams = [
        utterance("Thanks for watching!", music + 1.2, music + 2.8),
        *(utterance("Thank you.", silence + 0.9 * at, silence + 0.9 * at + 0.8) for at in range(4)),
        utterance("Subtitles by the community", noise + 1.2, noise + 2.8),
    ]
    return sorted([*made.utterances, *dreams], key=lambda each: each.words[0].start)


def test_what_is_made_up_over_music_silence_and_noise_goes_and_the_rest_stays(
    made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        said = sifted(made, with_dreams(made))
    assert texts(said.words) == f"{FIRST} {SECOND} {THIRD}"
    told = [record.getMessage() for record in caplog.records]
    assert any("heard words where nobody speaks: " in line for line in told)
    assert not any("watching" in line for line in told)


@pytest.mark.parametrize("seconds", [0.0, 0.3])
def test_words_heard_right_stand_within_40_ms_however_rough_the_engine(made: Made, seconds: float) -> None:
    said = sifted(made, jittered(made.utterances, seconds))
    truth = list(chain.from_iterable(each.words for each in made.utterances))
    assert texts(said.words) == texts(truth)
    assert np.median([abs(word.start - true.start) for word, true in zip(said.words, truth, strict=True)]) <= 0.040


def test_what_the_sound_does_not_hold_goes_though_somebody_speaks(made: Made, caplog: pytest.LogCaptureFixture) -> None:
    first, second, third = made.utterances
    false = utterance(
        "Please remember to like this video and subscribe to the channel", second.words[0].start, second.words[-1].end
    )
    with caplog.at_level(logging.WARNING):
        said = sifted(made, [first, false, third])
    assert texts(said.words) == f"{FIRST} {THIRD}"
    assert "dropped 11 of " in caplog.text
    assert "that the sound does not hold" in caplog.text


def test_where_nothing_is_left_the_sender_is_told_what_to_do(made: Made) -> None:
    with pytest.raises(NoSound, match="send its subtitles"):
        sifted(made, [utterance("Thanks for watching!", made.starts[2] + 1.0, made.starts[2] + 3.0)])


def test_the_language_is_the_one_that_the_engine_told_for_most_of_the_time(made: Made) -> None:
    first, *others = made.utterances
    heard = [replace(first, language="de"), *(replace(each, language="en-US") for each in others)]
    assert sifted(made, heard).language == "en"


def test_the_language_that_the_sender_tells_counts_more(made: Made) -> None:
    assert sifted(made, [replace(made.utterances[0], language="en")], language="nl").language == "nl"
