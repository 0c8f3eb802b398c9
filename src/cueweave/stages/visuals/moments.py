"""The frames that decide: all key frames, and pictures between them that stood still after something came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cueweave.stages.visuals.frames import Frame, Group, Video
from cueweave.stages.visuals.thumbnails import changed

DENSE = 3.0
"""Seconds between key frames up to which the next one shows whether a picture stands still."""
STILL = 1.2
"""Seconds without a burst for a picture between key frames to be looked at."""
APART, MARGIN = 1.0, 0.12
"""Seconds between two looks at the same picture, and before the next burst."""
FEW_CELLS = 3
"""Changed cells below which two key frames show the same, so that there is nothing to look for."""
PICTURE_OF_KEY = 0.35
"""A burst so large beside the next key frame brings another picture."""
TOUCH_UP = 0.5
"""Seconds after a key frame in which encoders refine it."""
FREE, SHARE = 300.0, 0.12
"""Seconds that may be decoded between key frames whatever comes, and as a share of the video so far."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A picture, and the same place about a second later: where they differ, something moves.

    `came` is when the picture came at the earliest: at the burst before it, else at its key frame.
    """

    came: float
    frame: Frame
    later: Frame


@dataclass(frozen=True, slots=True)
class Still:
    """A stretch from `first` to `end` without bursts; what it shows came at `came`."""

    came: float
    first: float
    end: float


class Looks:
    """Decodes between key frames, within a budget."""

    def __init__(self, video: Video) -> None:
        self._video = video
        self._spent = 0.0

    def at(self, group: Group, times: Sequence[float]) -> list[Frame]:
        """The last frame before each of these times, in order; fewer where the video is torn, none over budget."""
        if not times or self._spent + times[-1] - group.time > FREE + SHARE * group.time:
            return []
        self._spent += times[-1] - group.time
        found: list[Frame] = []
        before = None
        for frame in self._video.frames(group.at):
            while len(found) < len(times) and before is not None and self._video.time(frame) > times[len(found)]:
                found.append(self._video.seen(before, group.at))
            if len(found) == len(times):
                break
            before = frame
        return found


def moments(video: Video, looks: Looks) -> Iterator[Moment]:
    """All moments of a video in order of time."""
    before: tuple[Group, Frame] | None = None
    now: tuple[Group, Frame] | None = None
    for following in video.groups():
        if now is not None:
            yield from _within(now, following[1], before, looks)
        before, now = now, following
    if now is not None:
        yield from _within(now, None, before, looks)


def _within(
    now: tuple[Group, Frame], following: Frame | None, before: tuple[Group, Frame] | None, looks: Looks
) -> Iterator[Moment]:
    """The moments of one group; `following` is the next key frame."""
    group, frame = now
    if following is not None and group.end - group.time <= DENSE:
        yield Moment(_came(group, before), frame, following)
        return
    still = list(_still(group))
    is_new = before is None or int(changed(before[1].thumbnail, frame.thumbnail).sum()) >= FEW_CELLS
    found = looks.at(group, _times(still)) if is_new or len(still) > 1 else []
    if len(found) <= 1 or still[0].end - group.time >= STILL:
        yield Moment(_came(group, before), frame, found[0] if found else frame)
    came = [one.came for one in still[1:] for _ in range(2 if _is_long(one) else 1)]
    for start, first, second in zip(came, found[1::2], found[2::2], strict=False):
        yield Moment(start, first, second)


def _came(group: Group, before: tuple[Group, Frame] | None) -> float:
    """At the largest burst that wasn't looked at, if it was as large as a picture; else with the key frame itself."""
    if before is None:
        return group.time
    dense = group.time - before[0].time <= DENSE
    bursts = [
        burst
        for burst in before[0].bursts()
        if (dense or group.time - burst.end < STILL) and burst.start - before[0].time > TOUCH_UP
    ]
    large = max(bursts, key=lambda burst: burst.size, default=None)
    return large.start if large is not None and large.size >= group.size * PICTURE_OF_KEY else group.time


def _still(group: Group) -> Iterator[Still]:
    """What stands still: first the key frame's picture, however short, then those after bursts."""
    bursts = group.bursts()
    ends = [*(burst.start for burst in bursts[0:]), group.end]
    yield Still(group.time, group.time, ends[0])
    for burst, end in zip(bursts, ends[1:], strict=True):
        if end - burst.end >= STILL:
            came = group.time if burst.start - group.time <= TOUCH_UP else burst.start
            yield Still(came, burst.end, end)


def _times(still: Sequence[Still]) -> list[float]:
    """When to look: a second after the key frame's picture, and twice at start and end of each of the others.

    The start since black may follow without a burst, the end since that is the slide at its fullest.
    """
    times = [max(min(still[0].first + APART, still[0].end - MARGIN), still[0].first)]
    for one in still[1:]:
        last = one.end - MARGIN
        if _is_long(one):
            times += [one.first + MARGIN, one.first + MARGIN + APART]
        times += [max(last - APART, one.first + MARGIN), last]
    return times


def _is_long(still: Still) -> bool:
    return still.end - still.first >= DENSE
