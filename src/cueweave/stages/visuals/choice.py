"""Which of the slides that were seen are worth showing, and which of them are the same picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from cueweave.stages.visuals.thumbnails import around, changed, lost, means, sharpness
from cueweave.stages.visuals.watch import GONE, PEOPLE, SHOT_SECONDS, Slide

SHORTEST = 1.5
"""Seconds for which a slide must be seen."""
RESTLESS = 0.25
"""Share of its moments at which something moves in what was filmed; in a photo nothing does."""
BLURRED = 0.45
"""Of the usual sharpness of a video's slides: below, it is out of focus."""
ALIKE, SAME_SHOT = 6.0, 18.0
"""Of 255, mean difference of cells' brightness: above, it can't be the same slide, or is another shot."""


def worth_showing(slides: Sequence[Slide]) -> list[Slide]:
    """The slides that can be read; where there are none, a few shots of what was filmed."""
    seen = [slide for slide in slides if slide.end - slide.start >= SHORTEST]
    drawn = [slide for slide in seen if not _is_filmed(slide)]
    return _joined(_sharp(drawn)) if drawn else _shots(seen)


def first_alike(slides: Sequence[Slide]) -> list[int]:
    """For each slide the first one that shows the same, as an index: its own where it is new."""
    answer: list[int] = []
    for at, slide in enumerate(slides):
        earlier = (other for other in range(at) if answer[other] == other and _same(slides[other], slide))
        answer.append(next(earlier, at))
    return answer


def _is_filmed(slide: Slide) -> bool:
    restless = slide.restless > RESTLESS * slide.moments or slide.live.mean() > PEOPLE
    return not slide.drawn and bool(restless)


def _sharp(slides: Sequence[Slide]) -> list[Slide]:
    """Without what is out of focus; photos may be soft."""
    found = [sharpness(slide.frame.thumbnail, slide.live) for slide in slides]
    least = BLURRED * median(found)
    return [slide for slide, sharp in zip(slides, found, strict=True) if sharp >= least or not slide.drawn]


def _joined(slides: Sequence[Slide]) -> list[Slide]:
    """A slide that comes back right after itself, with nothing worth showing between, is one."""
    joined: list[Slide] = []
    for slide in slides:
        if joined and _same(joined[-1], slide):
            joined[-1] = replace(joined[-1], end=slide.end)
        else:
            joined.append(slide)
    return joined


def _shots(slides: Sequence[Slide]) -> list[Slide]:
    """Each shot once, however often it comes back."""
    shots: list[Slide] = []
    for slide in slides:
        apart = not shots or slide.start - shots[-1].start >= SHOT_SECONDS
        if apart and all(_apart(shot, slide) > SAME_SHOT for shot in shots):
            shots.append(slide)
    return shots


def _same(one: Slide, other: Slide) -> bool:
    if _apart(one, other) > ALIKE:
        return False
    before, after = one.frame.thumbnail, other.frame.thumbnail
    differs = changed(before, after) & ~around(one.live | other.live)
    return bool(differs.sum() < 2 * GONE and (differs & (lost(before, after) | lost(after, before))).sum() < GONE)


def _apart(one: Slide, other: Slide) -> float:
    seen = ~(one.live | other.live)
    difference = np.abs(means(one.frame.thumbnail) - means(other.frame.thumbnail))[seen]
    return float(difference.mean()) if difference.size else 0.0
