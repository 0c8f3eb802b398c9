"""Text made to take long, past the reader of subtitles: the steps that are done for it grow as it does."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType

import pytest
from hostile_kinds import KINDS
from text_part import text_part

SIZES = (1000, 2000, 4000)
"""Bytes."""
GROWTH = 3.0
"""Where the text doubles, what comes on top doubles too; were it the square of the text, it would be four times."""


def steps(data: bytes) -> int:
    """Functions that are called, and turns of loops within expressions."""
    count = 0

    def called(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        for _ in text_part(data):
            pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "kind",
    [
        "numbers",
        "percentages",
        "from to",
        "so many out of ten",
        "different words",
        "ellipses",
        "short sentences",
        "brackets",
        "letters that name",
        "labels of many",
        "token: capitals with dots",
        "token: numbers and hyphens",
        "token: groups of digits",
        "token: elisions",
        "cues of voices",
        "cues that roll",
    ],
)
def test_twice_the_text_takes_twice_the_steps(kind: str) -> None:
    counts = [steps(KINDS[kind](size)) for size in (SIZES[0], *SIZES)][1:]  # first what is loaded once
    first, second = (more - less for less, more in pairwise(counts))
    assert second <= GROWTH * first, counts
