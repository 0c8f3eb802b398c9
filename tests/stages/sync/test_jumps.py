"""Stretches of cues with an offset of their own: where they begin, and which are not believed."""

from collections.abc import Sequence

import numpy as np
import pytest

from cueweave.stages.sync.jumps import Weighed, likeliest_cuts

OFFSETS = np.array([0.0, 30.0, 42.0])
PRICE = 18.0


def weighed(rows: Sequence[tuple[float, float, float]], length: float = 3.0) -> Weighed:
    """A cue every four seconds, so long, and what each says for the offsets."""
    start = np.array([4.0 * at for at in range(len(rows))])
    return Weighed(np.array(rows, np.float32), OFFSETS, start, start + length)


def test_an_offset_that_jumps_is_found_at_its_cue() -> None:
    cuts, value = likeliest_cuts(weighed([(5, -5, -5)] * 6 + [(-5, 5, -5)] * 6), PRICE)
    assert cuts == [(0, 0), (6, 1)]
    assert value == pytest.approx(12 * 5 - PRICE)


def test_a_stretch_that_would_be_heard_while_the_next_one_is_goes() -> None:
    by_chance = [(-9, -3, 3), (-9, -3, 4), (-30, -1, 6)]
    cuts, _ = likeliest_cuts(weighed([(5, -5, -5)] * 6 + [*by_chance] + [(-5, 5, -5)] * 6), PRICE)
    assert cuts == [(0, 0), (6, 1)]


def test_a_stretch_before_a_passage_that_is_missing_stays() -> None:
    missing = [(-2, -2, -2)] * 8
    offsets = np.array([0.0, -32.0])
    start = np.array([4.0 * at for at in range(20)])
    says = np.array([(5, -5)] * 6 + [(one, other) for one, other, _ in missing] + [(-5, 5)] * 6, np.float32)
    cuts, _ = likeliest_cuts(Weighed(says, offsets, start, start + 3.0), PRICE)
    assert [offsets[state] for _, state in cuts] == [0.0, -32.0]
    assert cuts[1][0] == 14
