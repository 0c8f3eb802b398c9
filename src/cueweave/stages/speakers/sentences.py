"""Who says each sentence, by whose voice is heard during most of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cueweave.domain.transcript import Sentence, Word
from cueweave.domain.voices import VoiceTurn


def speakers_of(words: Sequence[Word], sentences: Sequence[Sentence], turns: Sequence[VoiceTurn]) -> list[str | None]:
    """The speaker of each word; a sentence has one, so that rough times and edges of turns cut none in two.

    A sentence in which no voice is told goes on with the one before; None where there was none yet.
    """
    ends = [turn.end for turn in turns]
    speakers: list[str | None] = []
    before: str | None = None
    for sentence in sentences:
        start, end = words[sentence.first].start, words[sentence.stop - 1].end
        before = _most(turns, ends, start, end) or before
        speakers += [before] * (sentence.stop - sentence.first)
    return speakers


def _most(turns: Sequence[VoiceTurn], ends: Sequence[float], start: float, end: float) -> str | None:
    seconds: dict[str, float] = {}
    for turn in turns[bisect_right(ends, start) :]:
        if turn.start >= end:
            break
        heard = min(turn.end, end) - max(turn.start, start)
        seconds[turn.speaker] = seconds.get(turn.speaker, 0.0) + heard
    return max(seconds, key=lambda speaker: seconds[speaker], default=None)
