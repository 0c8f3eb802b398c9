"""PocketSphinx, which finds known words in a stretch of sound."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pocketsphinx import Decoder

FRAME = 0.01
"""Seconds a frame."""
CENTRE = 0.008
"""Seconds from a frame's start to the change that it reports: the middle of its analysis window of 25.6 ms counts, so a
border between two frames lies 12.8 - 5 ms after the later one's start."""
BEAMS = (1e-80, 0.0)
"""How much less likely than the best a path may become. The narrow one takes 60% of the time and fails at times; at 0
no path is dropped."""
FASTEST = 2
"""Frames a phone needs at least, or no path goes through."""
LEAST_SCORE = 1e-300
"""Keeps the logarithm of a score finite."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word to be heard: one of the decoder's dictionary, or one by its phones, of which there may be several."""

    text: str
    phones: tuple[str, ...] = ()
    """Ways to say it, each phones apart by blanks; none for a word of the dictionary."""

    @property
    def key(self) -> str:
        """Its name in the decoder's dictionary."""
        return "~" + "|".join(self.phones).replace(" ", "~") if self.phones else self.text

    @property
    def shortest(self) -> int:
        """Frames that it lasts at least."""
        return FASTEST * min((way.count(" ") + 1 for way in self.phones), default=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """Where a word was heard, in seconds from the start of the sound."""

    start: float
    end: float
    loss: float
    """How much worse than the best sound of the model it fits: thousandths of the score's logarithm, a frame."""


def dictionary_phones(word: str) -> str | None:
    """How the model's English dictionary says the word, if it has it."""
    found: str | None = _decoder(BEAMS[0]).lookup_word(word)
    return found


def sounds(word: Spoken) -> int:
    """How many phones the word has at least."""
    ways = word.phones or (dictionary_phones(word.text) or "",)
    return min(way.count(" ") + 1 for way in ways)


def hear(words: Sequence[Spoken], data: bytes) -> list[Segment]:
    """A segment for each word, in order, or nothing where no path leads through all of them.

    `data` is 16-bit mono at 16 kHz. Pauses between words belong to no segment.
    """
    for beam in BEAMS:
        segments = _align(_decoder(beam), words, data)
        if len(segments) == len(words):
            return segments
    return []


def _align(decoder: Any, words: Sequence[Spoken], data: bytes) -> list[Segment]:
    for word in words:
        if word.phones and decoder.lookup_word(word.key) is None:
            for number, way in enumerate(word.phones, 1):
                decoder.add_word(word.key if number == 1 else f"{word.key}({number})", way, update=False)
    try:
        decoder.set_align_text(" ".join(word.key for word in words))
        decoder.reinit_feat()  # forgets the noise of what came before: the same sound gives the same times
        decoder.start_utt()
        decoder.process_raw(data, full_utt=True)
        decoder.end_utt()
    except RuntimeError:
        return []
    found = [segment for segment in decoder.seg() or () if not segment.word.startswith(("<", "["))]
    return [_segment(segment.start_frame, segment.end_frame + 1, segment.ascore) for segment in found]


def _segment(first: int, stop: int, score: float) -> Segment:
    loss = -1000 * math.log(max(score, LEAST_SCORE)) / (stop - first)
    return Segment(first * FRAME + (CENTRE if first else 0.0), stop * FRAME + CENTRE, loss)


@cache
def _decoder(beam: float) -> Any:
    """One of each width a process."""
    return Decoder(loglevel="FATAL", lm=None, bestpath=False, beam=beam, wbeam=beam, pbeam=beam)
