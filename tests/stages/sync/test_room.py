"""Cues are put around speech as people put them."""

import random

import numpy as np
import pytest

from cueweave.domain.transcript import Span
from cueweave.stages.sync.room import best_move

SPEECH = [Span(at * 6.0 + 5, at * 6.0 + 8) for at in range(60)]


def move(lead: float, tail: float, off: float, *, chance: float = 0.0) -> float:
    """For cues with so much room before and after speech that lie so far off, each edge up to `chance` farther out."""
    more = random.Random(1)
    starts = np.array([span.start - lead - more.uniform(0, chance) for span in SPEECH])
    ends = np.array([span.end + tail + more.uniform(0, chance) for span in SPEECH])
    return best_move(starts + off, ends + off, SPEECH)


@pytest.mark.parametrize("off", [-0.15, 0.0, 0.15])
def test_cues_of_the_length_of_their_speech_are_put_onto_it(off: float) -> None:
    assert move(0.0, 0.0, off) == pytest.approx(-off, abs=0.001)


@pytest.mark.parametrize("tail", [0.1, 0.25, 0.35])
def test_a_tail_as_people_leave_it_is_no_lead(tail: float) -> None:
    assert move(0.05, tail, 0.1) == pytest.approx(-0.1, abs=0.06)


def test_a_few_cues_with_little_room_tell_where_all_belong() -> None:
    assert move(0.0, 0.0, 0.1, chance=0.3) == pytest.approx(-0.1, abs=0.04)


def test_without_speech_nearby_nothing_moves() -> None:
    assert best_move(np.array([100.0]), np.array([103.0]), [Span(1.0, 2.0)]) == 0.0
