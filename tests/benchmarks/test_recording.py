"""Recordings can be cut and filled, and their words move along."""

import numpy as np
import pytest
from recording import RATE, insert, pauses, remove, repeat
from support.made_recording import made_recording


def test_what_was_put_in_can_be_cut_out_again() -> None:
    made = made_recording(6)
    at = pauses(made)[2]
    longer = insert(made, at, np.zeros(3 * RATE, np.int16))
    back = remove(longer, at, at + 3.0)
    assert np.array_equal(back.samples, made.samples)
    assert [cue.start for cue in back.cues] == pytest.approx([cue.start for cue in made.cues])
    assert [word.start for word in back.words if word] == pytest.approx([word.start for word in made.words if word])


def test_pauses_lie_before_cues() -> None:
    assert pauses(made_recording(4)) == [3.0, 5.5, 8.0]


def test_a_recording_is_repeated_whole() -> None:
    made = made_recording(2)
    twice = repeat(made, 2)
    assert twice.duration == 2 * made.duration
    assert len(twice.words) == 2 * len(made.words)
    assert twice.cues[2].start == made.duration + made.cues[0].start
