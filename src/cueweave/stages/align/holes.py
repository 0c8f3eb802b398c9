"""Words that were not heard where they were expected, looked for between those that were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cueweave.domain.transcript import Word
from cueweave.stages.align.heard import Heard
from cueweave.stages.align.windows import Window, cut_runs, widened

ANCHORS = 2
"""Heard words on each side that are aligned along."""
FARTHEST = 5.0
"""Seconds from its rough time at which a word is looked for."""
ALONE = 0.4
"""Seconds around the rough times: another speaker close by, in the same window, can spoil what is heard."""
SLOWEST, ROOM = 0.1, 1.0
"""Seconds a letter that slow speech takes, and for pauses."""
LONGEST = 30.0
"""Seconds between anchors beyond which a hole is cut up."""


def hole_windows(
    words: Sequence[Word], spoken: Sequence[bool], heard: Mapping[int, Heard], duration: float
) -> list[Window]:
    """Windows for the runs of spoken words without a time: between their neighbours that have one, and alone."""
    return [
        window
        for first, stop in _holes(spoken, heard)
        for window in (
            *_between(words, first, stop, heard, duration),
            _alone(words, first, stop, heard, duration),
            *_at_the_ends(words, first, stop, heard),
        )
    ]


def _holes(spoken: Sequence[bool], heard: Mapping[int, Heard]) -> Iterator[tuple[int, int]]:
    first = stop = 0
    for at, is_spoken in enumerate(spoken):
        if at in heard:
            if stop > first:
                yield first, stop
            first = stop = at + 1
        elif is_spoken:
            stop = at + 1
        elif stop <= first:
            first = stop = at + 1
    if stop > first:
        yield first, stop


def _between(words: Sequence[Word], first: int, stop: int, heard: Mapping[int, Heard], duration: float) -> list[Window]:
    before, start = _left(words, first, heard)
    after, end = _right(words, stop, heard, duration)
    if end - start <= LONGEST:
        return [Window(first, stop, before, after, start, max(end, start))]
    runs = cut_runs(words, first, stop)
    return [widened(words, one, other, duration, context=0.0, padding=FARTHEST) for one, other in runs]


def _alone(words: Sequence[Word], first: int, stop: int, heard: Mapping[int, Heard], duration: float) -> Window:
    """Just the run, in the room that its neighbours leave."""
    start = max(words[first].start - ALONE, heard[first - 1].end if first - 1 in heard else 0.0)
    end = min(words[stop - 1].end + ALONE, heard[stop].start if stop in heard else duration)
    return Window(first, stop, first, stop, start, max(end, start))


def _at_the_ends(words: Sequence[Word], first: int, stop: int, heard: Mapping[int, Heard]) -> Iterator[Window]:
    """Right after the word before and right before the word after, where far more lies between than the run can fill.

    Something was put into the medium there that the subtitles know nothing of, and they are off on one side of it.
    """
    if first - 1 not in heard or stop not in heard:
        return
    length = ROOM + SLOWEST * sum(len(word.text) + 1 for word in words[first:stop])
    start, end = heard[first - 1].end, heard[stop].start
    if FARTHEST + length < end - start and length <= LONGEST:
        yield Window(first, stop, first - 1, stop, heard[first - 1].start, start + length)
        yield Window(first, stop, first, stop + 1, end - length, heard[stop].end)


def _left(words: Sequence[Word], first: int, heard: Mapping[int, Heard]) -> tuple[int, float]:
    """From which word and from which second on to look."""
    earliest = max(words[first].start - FARTHEST, 0.0)
    if first - 1 not in heard or heard[first - 1].start < earliest:
        return first, max(earliest, heard[first - 1].end) if first - 1 in heard else earliest
    before = first - 1
    while first - before < ANCHORS and before - 1 in heard and heard[before - 1].start >= earliest:
        before -= 1
    return before, heard[before].start


def _right(words: Sequence[Word], stop: int, heard: Mapping[int, Heard], duration: float) -> tuple[int, float]:
    """Up to and without which word, and up to which second to look."""
    latest = min(words[stop - 1].end + FARTHEST, duration)
    if stop not in heard or heard[stop].end > latest:
        return stop, min(latest, heard[stop].start) if stop in heard else latest
    after = stop + 1
    while after - stop < ANCHORS and after in heard and heard[after].end <= latest:
        after += 1
    return after, heard[after - 1].end
