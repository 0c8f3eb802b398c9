"""The frames that decide: all key frames, and pictures between them that stood still after something came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cueweave.stages.visuals.frames import Frame, Group, Video, seen
from cueweave.stages.visuals.thumbnails import Thumbnail, changed

DENSE = 3.0
"""Seconds between key frames up to which the next one shows whether a picture stands still."""
STILL = 1.2
"""Seconds without a burst for a picture between key frames to be looked at."""
APART, MARGIN = 1.0, 0.12
"""Seconds between two looks at the same picture, and before the next burst."""
FEW_CELLS = 3
FREE, SHARE = 600.0, 0.35
"""Seconds that may be decoded between key frames whatever comes, and as a share of the video so far."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A picture, and the same place about a second later: where they differ, something moves.

    `came` is when the picture came at the earliest: at the burst before it, else at its key frame.
    """

    came: float
    frame: Frame
    later: Frame


class Looks:
    """Decodes between key frames, within a budget."""

    def __init__(self, video: Video) -> None:
        self._video = video
        self._spent = 0.0

    def at(self, group: Group, times: Sequence[float]) -> list[Frame]:
        """The last frame at or before each of these times, in order; fewer where the video is torn, none over budget."""
        if not times or self._spent + times[-1] - group.time > FREE + SHARE * group.time:
            return []
        self._spent += times[-1] - group.time
        found: list[Frame] = []
        before = None
        for frame in self._video.frames(group.at):
            while len(found) < len(times) and before is not None and (frame.time or 0.0) > times[len(found)]:
                found.append(seen(before, group.at))
            if len(found) == len(times):
                break
            before = frame
        return found


def moments(video: Video, looks: Looks) -> Iterator[Moment]:
    """All moments of a video in order of time."""
    before: tuple[Group, Frame] | None = None
    previous: Group | None = None
    shown: Thumbnail | None = None
    for group, frame in video.groups():
        if before is not None:
            yield from _within(before, frame, previous, shown, looks)
            previous, shown = before[0], before[1].thumbnail
        before = group, frame
    if before is not None:
        yield from _within(before, None, previous, shown, looks)


def _within(now, following, previous, shown, looks):
    group, frame = now
    if group.end - group.time <= DENSE and following is not None:
        bursts = previous.bursts() if previous is not None and previous.end - previous.time <= DENSE else []
        yield Moment(bursts[-1].start if bursts else group.time, frame, following)
        return
    still = list(_still(group))
    times = _times(still)
    same = shown is not None and changed(shown, frame.thumbnail).sum() < FEW_CELLS
    if len(still) <= 1 and same:
        times = []
    found = looks.at(group, times) if times else []
    yield Moment(group.time, frame, found[0] if found else frame)
    for number, (came, _, _) in enumerate(still[1:]):
        pair = found[1 + 2 * number : 3 + 2 * number]
        if len(pair) == 2:
            yield Moment(came, *pair)


def _still(group: Group) -> Iterator[tuple[float, float, float]]:
    """(came, from, to) of what stands still: first the key frame's picture, however short, then those after bursts."""
    bursts = group.bursts()
    ends = [*(burst.start for burst in bursts[0:]), group.end]
    yield group.time, group.time, ends[0]
    for burst, end in zip(bursts, ends[1:], strict=True):
        if end - burst.end >= STILL:
            yield burst.start, burst.end, end


def _times(still: Sequence[tuple[float, float, float]]) -> list[float]:
    """When to look: a second after the key frame, twice at the end of each of the others, at its fullest."""
    _, first, end = still[0]
    times = [max(min(first + APART, end - MARGIN), first)]
    for _, start, end in still[1:]:
        last = end - MARGIN
        times += [max(last - APART, start + MARGIN), last]
    return times
