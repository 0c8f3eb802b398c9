"""Wrong subtitles keep their words, and the truth stays the truth."""

from itertools import pairwise

import numpy as np
import pytest
from conditions import CONDITIONS, JITTER, SHIFT
from recording import RATE, Case, Recording
from support.made_recording import made_recording

from cueweave.domain.transcript import Span


def texts(case: Case) -> list[str]:
    return [word for cue in case.given for word in cue.text.split()]


def sound_of(recording: Recording, span: Span) -> list[int]:
    first = round(span.start * RATE)
    return [int(sample) for sample in recording.samples[first : first + 100]]


@pytest.mark.parametrize("name", CONDITIONS)
def test_each_word_keeps_its_place_and_its_sound(name: str) -> None:
    made = made_recording()
    case = CONDITIONS[name](made)
    own = [word for cue in made.cues for word in cue.text.split()]
    assert len(texts(case)) == len(case.truth) == len(own)
    assert len(case.given) == len(case.cue_starts) == len(made.cues)
    for given, text, truth, before in zip(texts(case), own, case.truth, made.words, strict=True):
        if truth and before:
            assert given == text
            assert sound_of(case.heard, truth) == sound_of(made, before)


@pytest.mark.parametrize("name", CONDITIONS)
def test_cues_start_where_their_first_word_does(name: str) -> None:
    case = CONDITIONS[name](made_recording())
    for at, start in enumerate(case.cue_starts):
        if start is not None and (first := case.truth[3 * at]):
            assert start == pytest.approx(first.start)


def test_only_missing_and_wrong_words_are_not_measured() -> None:
    made = made_recording()
    unmeasured = {name: sum(word is None for word in condition(made).truth) for name, condition in CONDITIONS.items()}
    assert {name for name, count in unmeasured.items() if count} == {"part out", "10% wrong"}
    assert unmeasured["part out"] == 15  # a quarter of 20 cues, as the medium is shorter than two minutes
    assert 1 <= unmeasured["10% wrong"] <= 15


def test_the_medium_changes_as_the_subtitles_do_not() -> None:
    made = made_recording()
    assert CONDITIONS["45 s early"](made).heard.duration == made.duration + SHIFT
    assert CONDITIONS["advert in"](made).heard.duration == made.duration + 30
    assert CONDITIONS["part out"](made).heard.duration == pytest.approx(made.duration * 0.75, abs=2.5)
    assert CONDITIONS["25/23.976"](made).given[-1].end == pytest.approx(made.cues[-1].end * 23.976 / 25)


def test_jittered_cues_stay_in_order_and_near() -> None:
    made = made_recording()
    given = CONDITIONS["jitter 0.4 s"](made).given
    assert all(one.start <= other.start for one, other in pairwise(given))
    assert all(abs(cue.start - before.start) <= JITTER for cue, before in zip(given, made.cues, strict=True))
    assert len({round(cue.start - before.start, 3) for cue, before in zip(given, made.cues, strict=True)}) > 10


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_is_the_same_each_time(name: str) -> None:
    one, other = (CONDITIONS[name](made_recording()) for _ in range(2))
    assert one.given == other.given
    assert np.array_equal(one.heard.samples, other.heard.samples)
