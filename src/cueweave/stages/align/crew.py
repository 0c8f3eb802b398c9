"""Stretches heard by several processes at once, since the decoder keeps one core busy and Python's lock held."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from functools import partial

from cueweave.domain.transcript import Sound
from cueweave.stages.align.heard import Heard, Stretch, hear_stretch
from cueweave.stages.forked import crew

WORTH_IT = 4
"""Stretches below which starting processes takes longer than it saves."""


def hear_all(sound: Sound, stretches: Sequence[Stretch]) -> Generator[dict[int, Heard], None, None]:
    """What is heard in each stretch, in order, by as many processes as there are processors for this one.

    They are forked, so that the model is in memory once; closing the iterator ends them.
    """
    hear = partial(hear_stretch, sound)
    count = min(len(os.sched_getaffinity(0)), len(stretches))
    if count < 2 or len(stretches) < WORTH_IT:
        yield from map(hear, stretches)
        return
    with crew(count) as members:
        yield from members.map(hear, stretches)
