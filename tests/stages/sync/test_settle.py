"""A fit is made exact by the words that were heard."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from cueweave.domain.transcript import Cue, Fit, Piece, Word
from cueweave.stages.sync.settle import settled

CUES = 40
SHIFT = 45.0
"""Seconds by which the medium is later than its subtitles."""
ROUGH = Fit(SHIFT + 0.08, 1.0, 0.8, "offset")
GIVEN = Fit(0.0, 1.0, 0.8, "as given")


def spoken(*, pause: float) -> list[Word]:
    """Three words a cue, with a pause after every cue."""
    chance = random.Random(5)
    words: list[Word] = []
    clock = SHIFT + 1.0
    for _ in range(CUES):
        for _ in range(3):
            length = chance.uniform(0.2, 0.7)
            words.append(Word("word", clock, clock + length, 0.97))
            clock += length
        clock += pause
    return words


def around(words: Sequence[Word], lead: float, tail: float) -> list[Cue]:
    """Cues that stand so many seconds before and after their three words; no two overlap."""
    firsts, lasts = words[::3], words[2::3]
    starts = [first.start - lead for first in firsts]
    ends = [min(last.end + tail, after) for last, after in zip(lasts, [*starts[1:], float("inf")], strict=True)]
    return [Cue(start - SHIFT, end - SHIFT, "one two three") for start, end in zip(starts, ends, strict=True)]


def test_a_cue_that_follows_in_the_middle_of_speech_starts_with_its_word() -> None:
    words = spoken(pause=0.0)
    assert settled(ROUGH, around(words, 0.0, 0.25), words).offset == pytest.approx(SHIFT, abs=0.005)


def test_frames_left_free_before_a_cue_are_taken_from_the_end_of_the_one_before() -> None:
    words = spoken(pause=0.0)
    cues = [replace(cue, end=cue.end - 0.08) for cue in around(words, 0.0, 0.25)]
    assert settled(ROUGH, cues, words).offset == pytest.approx(SHIFT, abs=0.005)


@pytest.mark.parametrize(("lead", "tail"), [(0.0, 0.0), (0.1, 0.1), (0.02, 0.05), (0.2, 0.2), (0.05, 0.15)])
def test_the_same_room_around_all_words_is_parted_in_the_middle(lead: float, tail: float) -> None:
    words = spoken(pause=1.5)
    move = settled(ROUGH, around(words, lead, tail), words).offset - SHIFT
    assert move == pytest.approx((lead - tail) / 2, abs=0.001)


@pytest.mark.parametrize("tail", [0.2, 0.3, 0.8])
def test_of_different_rooms_little_lies_before_the_words(tail: float) -> None:
    words = spoken(pause=3.0)
    chance = random.Random(2)
    cues = [replace(cue, end=cue.end + chance.uniform(0.0, 0.5)) for cue in around(words, 0.05, tail)]
    move = settled(ROUGH, cues, words).offset - SHIFT
    assert move == pytest.approx(0.05 - 0.04, abs=0.001)


def test_where_only_the_tail_is_even_the_earliest_cues_start_at_their_words() -> None:
    words = spoken(pause=3.0)
    chance = random.Random(2)
    cues = [replace(cue, start=cue.start - chance.uniform(0.0, 0.2)) for cue in around(words, 0.0, 0.3)]
    assert settled(ROUGH, cues, words).offset == pytest.approx(SHIFT, abs=0.03)


def test_misheard_words_move_nothing() -> None:
    heard = spoken(pause=0.0)
    cues = around(heard, 0.0, 0.0)
    misheard = [replace(word, start=word.start - 0.3) if at % 15 == 0 else word for at, word in enumerate(heard)]
    assert settled(ROUGH, cues, misheard).offset == pytest.approx(SHIFT, abs=0.005)


def test_each_piece_is_settled_by_its_own_words() -> None:
    words = [
        replace(word, start=word.start + 30.0, end=word.end + 30.0) if at >= 60 else word
        for at, word in enumerate(spoken(pause=0.0))
    ]
    cues = [replace(cue, start=cue.start - (30.0 if at >= 20 else 0.0)) for at, cue in enumerate(around(words, 0, 0))]
    cues = [replace(cue, end=cue.end - (30.0 if at >= 20 else 0.0)) for at, cue in enumerate(cues)]
    rough = (Piece(0.0, SHIFT - 0.1, 1.0), Piece(cues[20].start, SHIFT + 30.12, 1.0))
    fit = settled(Fit(SHIFT - 0.1, 1.0, 0.8, "offset, 2 pieces", rough), cues, words)
    assert [piece.offset for piece in fit.pieces] == pytest.approx([SHIFT, SHIFT + 30.0], abs=0.005)
    assert fit.offset == fit.pieces[0].offset
    assert [piece.start for piece in fit.pieces] == [piece.start for piece in rough]


@pytest.mark.parametrize(("late", "tail"), [(0.08, 0.1), (-0.3, 0.4), (-0.2, 0.6)])
def test_subtitles_that_seemed_right_stay_where_their_words_stick_out_by_little(late: float, tail: float) -> None:
    words = spoken(pause=1.5)
    cues = [replace(cue, start=cue.start + SHIFT, end=cue.end + SHIFT) for cue in around(words, -late, tail + late)]
    assert settled(GIVEN, cues, words) == GIVEN


@pytest.mark.parametrize("late", [0.2, -0.2])
def test_subtitles_that_seemed_right_are_moved_where_most_words_stick_out(late: float) -> None:
    words = spoken(pause=1.5)
    cues = [replace(cue, start=cue.start + SHIFT, end=cue.end + SHIFT) for cue in around(words, -late, late)]
    fit = settled(GIVEN, cues, words)
    assert fit.offset == pytest.approx(-late, abs=0.002)
    assert fit.method == "offset"


def test_subtitles_set_by_hand_stay_though_some_cues_are_late() -> None:
    words = spoken(pause=1.5)
    chance = random.Random(3)
    cues = [
        Cue(cue.start + SHIFT + chance.gauss(0, 0.2), cue.end + SHIFT + chance.gauss(0.2, 0.2), cue.text)
        for cue in around(words, 0.0, 0.0)
    ]
    assert settled(GIVEN, cues, words) == GIVEN


def test_without_sure_words_the_fit_stays() -> None:
    words = spoken(pause=0.0)
    doubtful = [replace(word, confidence=0.5 if at > 3 else word.confidence) for at, word in enumerate(words)]
    assert settled(ROUGH, around(words, 0.0, 0.0), doubtful) == ROUGH


@given(
    off=st.floats(-0.3, 0.3),
    lead=st.floats(0.0, 0.15),
    tail=st.floats(0.0, 0.4),
    pause=st.sampled_from([0.0, 0.4, 1.5]),
)
def test_how_far_off_the_rough_fit_is_makes_no_difference(off: float, lead: float, tail: float, pause: float) -> None:
    words = spoken(pause=pause)
    cues = around(words, lead, tail)
    exact = settled(replace(ROUGH, offset=SHIFT), cues, words)
    assert settled(replace(ROUGH, offset=SHIFT + off), cues, words).offset == pytest.approx(exact.offset, abs=0.0011)
