"""Follows the picture from moment to moment: which slide is shown, and where something moves all the time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cueweave.stages.visuals.frames import Frame
from cueweave.stages.visuals.moments import Moment
from cueweave.stages.visuals.thumbnails import (
    CELLS,
    Cells,
    Thumbnail,
    around,
    changed,
    is_bare,
    is_drawn,
    lost,
    on_paper,
    sharpness,
)

MOVING = 0.6
"""Share of cells: where more of them move, a camera pans or one picture becomes another."""
STEADY = 0.02
"""Share of cells that may move in a picture that stands still, beside those that move all the time."""
DECAY, MOST_MOTION, LIVE = 0.95, 6.0, 2.5
"""A cell is live (a camera's picture, a ticker) once it moved thrice in a row; forgotten after some thirty moments."""
NEAR = 4
"""Cells around those within which the still parts of a camera's picture and its frame lie."""
GONE = 4
"""Cells whose content goes with a slide; a pointer that moves, a page number or a clock touch fewer."""
PICTURE = 0.15
"""Share of cells that must be gone where neither slide has paper: a photo that replaces a photo."""
BEGAN = 4.0
"""Seconds between the first sign of another slide and its standing still, at most."""
PASSING = 2.0
"""Seconds: what goes earlier is a transition, or a slide that nobody could read."""
BLURRED = 0.6
"""Of the sharpness of the slide so far."""
PEOPLE = 0.15
"""Share of cells that are live in a picture of a person, more than in a photo with a speaker's inset."""
SHOT, SHOT_SECONDS = 0.5, 30.0
"""What was filmed is another picture when so much of it changed, so long after the one before."""
MOST_SLIDES = 1000


@dataclass(frozen=True, slots=True)
class Slide:
    """A picture from its first moment to its last; `frame` shows it at its fullest."""

    start: float
    end: float
    frame: Frame
    live: Cells
    """Where something moved over it."""
    drawn: bool
    """Otherwise filmed, or a photo."""
    moments: int = 1
    restless: int = 0
    """Moments at which as much moved as does in a picture of a person."""


class Watch:
    """Takes one moment after the other; `slides` is what was seen so far."""

    def __init__(self) -> None:
        self.slides: list[Slide] = []
        self._motion: NDArray[np.float64] = np.zeros(CELLS)
        self._moved: Cells = np.zeros(CELLS, bool)
        self._away: float | None = None
        self._began: float | None = None
        self._seen = 0.0

    def see(self, moment: Moment) -> None:
        """Take the next moment."""
        moving = changed(moment.frame.thumbnail, moment.later.thumbnail)
        learned = around(self._motion > LIVE)
        if moving.mean() <= MOVING:
            self._motion = np.minimum(self._motion * DECAY + (moving & self._moved), MOST_MOTION)
        self._moved = moving
        live = around(moving) | learned
        steady = (moving & ~learned).mean() <= STEADY
        if is_bare(moment.frame.thumbnail, around(learned, NEAR)):
            self._began = None
            # black comes without a burst: then somewhere between the last sight of the slide and this one
            between = (self._seen + moment.frame.time) / 2
            self._leave(moment.came if moment.came > self._seen else between)
            return
        self._notice(moment, learned)
        if (moving | learned).mean() > MOVING:
            self._leave(moment.came if self._began else moment.later.time)
        elif not self.slides:
            self._arrive(moment, live, steady=steady)
        else:
            self._compare(moment, live, steady=steady)

    def _notice(self, moment: Moment, learned: Cells) -> None:
        """When another slide may have begun to come, though it doesn't stand still yet."""
        if self._began is not None and moment.came - self._began > BEGAN:
            self._began = None
        before, now = self.slides[-1].frame.thumbnail if self.slides else None, moment.frame.thumbnail
        if before is None or not _is_gone(before, now, _gone(before, now, changed(before, now) & ~learned)):
            self._began = None
        elif self._began is None:
            self._began = moment.came

    def _compare(self, moment: Moment, live: Cells, *, steady: bool) -> None:
        """The slide that is shown, something on top of it, or another one."""
        before, now = self.slides[-1].frame.thumbnail, moment.frame.thumbnail
        differs = changed(before, now) & ~live
        gone = _gone(before, now, differs)
        if not _is_gone(before, now, gone) and not (steady and gone.mean() > PICTURE):
            self._stay(moment, live, steady=steady, fuller=differs.sum() >= GONE)
        elif self._is_another(moment, differs.sum() / max((~live).sum(), 1), live):
            self._arrive(moment, live, steady=steady)
        else:
            self._began = None
            self._leave(moment.came)

    def _is_another(self, moment: Moment, differing: float, live: Cells) -> bool:
        """What is drawn, or a photo, is another slide at once; what is filmed only in another shot long after."""
        if is_drawn(moment.frame.thumbnail, live):
            return True
        long_since = moment.came - self.slides[-1].start >= SHOT_SECONDS
        return bool(differing >= SHOT and (live.mean() <= PEOPLE or long_since))

    def _stay(self, moment: Moment, live: Cells, *, steady: bool, fuller: bool) -> None:
        last, self._away, self._seen = self.slides[-1], None, (moment.later if steady else moment.frame).time
        sharp = sharpness(moment.frame.thumbnail, live) >= BLURRED * sharpness(last.frame.thumbnail, last.live)
        if sharp and (steady or fuller):
            last = replace(last, frame=moment.frame, live=live, drawn=is_drawn(moment.frame.thumbnail, live))
        self.slides[-1] = replace(last, moments=last.moments + 1, restless=last.restless + int(live.mean() > PEOPLE))

    def _arrive(self, moment: Moment, live: Cells, *, steady: bool) -> None:
        """Another slide; it takes the place of one that only passed."""
        start = self._began or moment.came
        self._began = None
        self._leave(start)
        if self.slides and start - self.slides[-1].start < PASSING:
            start = self.slides.pop().start
        if len(self.slides) < MOST_SLIDES:
            drawn = is_drawn(moment.frame.thumbnail, live)
            self.slides.append(Slide(start, start, moment.frame, live, drawn, restless=int(live.mean() > PEOPLE)))
        self._away, self._seen = None, (moment.later if steady else moment.frame).time

    def _leave(self, time: float) -> None:
        """Something else is shown than the slide, which ends here unless it comes back."""
        if self._away is None and self.slides:
            self._away = max(time, self._seen)
            self.slides[-1] = replace(self.slides[-1], end=self._away)

    def finish(self, time: float) -> list[Slide]:
        """The video ends: all slides, in order."""
        self._leave(time)
        return [replace(slide, end=max(min(slide.end, time), slide.start)) for slide in self.slides]


def _gone(before: Thumbnail, now: Thumbnail, differs: Cells) -> Cells:
    """The cells among those that lost what they showed; none where there are too few to matter."""
    return differs & lost(before, now) if differs.sum() >= GONE else np.zeros_like(differs)


def _is_gone(before: Thumbnail, now: Thumbnail, cells: Cells) -> bool:
    """Whether what was drawn is gone from these cells or covered by what is drawn; a speaker who moves is neither."""
    return int((on_paper(before, cells) | on_paper(now, cells)).sum()) >= GONE
