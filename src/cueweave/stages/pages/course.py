"""The likeliest course through the pages: mostly on to the next, sometimes back, sometimes none (Viterbi, 1967)."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Habits:
    """How likely a speaker does what between one stretch and the next, of 1.0."""

    stays: float
    goes_on: float
    """To the next page."""
    jumps: float
    """To any page at all."""
    pauses: float
    """Shows no page; the place among the pages is remembered."""
    resumes: float
    """After a pause: to the page before it, or the next, each so likely."""


def likeliest(evidence: Floats, habits: Habits) -> list[int | None]:
    """For each stretch (rows) its page (columns), or None; evidence is by how much a page is likelier than none (log).

    States are all pages, and a pause after each page and before the first.
    """
    stretches, pages = evidence.shape
    if not stretches or not pages:
        return [None] * stretches
    stays, goes_on, pauses, resumes = map(log, (habits.stays, habits.goes_on, habits.pauses, habits.resumes))
    jump = log(habits.jumps / pages)
    goes_on_pausing = log(1 - 2 * habits.resumes - habits.jumps)
    shown = np.full(pages, -np.inf)
    paused = np.full(pages + 1, -np.inf)
    paused[0] = 0.0
    from_shown = np.zeros((stretches, pages), np.int32)
    from_paused = np.zeros((stretches, pages + 1), np.int32)
    own = np.arange(pages)
    for at in range(stretches):
        furthest = int(np.argmax(np.concatenate([shown, paused])))
        highest = max(float(shown.max()), float(paused.max()))
        options = np.stack(
            [
                shown + stays,
                np.concatenate([[-np.inf], shown[:-1]]) + goes_on,
                paused[:-1] + resumes,
                paused[1:] + resumes,
                np.full(pages, highest + jump),
            ]
        )
        origins = np.stack([own, own - 1, pages + own, pages + own + 1, np.full(pages, furthest)])
        chosen = options.argmax(0)
        resting = np.stack([paused + goes_on_pausing, np.concatenate([[-np.inf], shown]) + pauses])
        rested = resting.argmax(0)
        from_shown[at] = origins[chosen, own]
        from_paused[at] = np.where(rested == 0, pages + np.arange(pages + 1), np.arange(pages + 1) - 1)
        shown = options[chosen, own] + evidence[at]
        paused = resting.max(0)
    return _traced(from_shown, from_paused, int(np.argmax(np.concatenate([shown, paused]))))


def _traced(from_shown: NDArray[np.int32], from_paused: NDArray[np.int32], state: int) -> list[int | None]:
    pages = from_shown.shape[1]
    course: list[int | None] = []
    for shown, paused in zip(from_shown[::-1], from_paused[::-1], strict=True):
        course.append(state if state < pages else None)
        state = int(shown[state]) if state < pages else int(paused[state - pages])
    return course[::-1]
