"""English speech recognised by PocketSphinx's own model: rough, but here without a download."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from pocketsphinx import Decoder

from cueweave.domain.transcript import Cue, Report, Sound, Span, Word
from cueweave.errors import NoSound

FRAME = 0.01
LONGEST = 15.0
"""Seconds heard at once; speech without a pause is cut there."""
JOIN = 0.5
"""Seconds: pauses up to this stay inside a chunk."""
MARGIN = 0.1
CUE_WORDS = 10


def transcribe_english(sound: Sound, speech: Sequence[Span], report: Report) -> list[Cue]:
    """Cues of at most ten words. Raises NoSound where no word was heard."""
    cues: list[Cue] = []
    for chunk in _chunks(speech):
        heard_until = cues[-1].end if cues else 0.0
        cues += _cues(list(_words(max(chunk.start - MARGIN, heard_until), chunk.end + MARGIN, sound)))
        report(min(chunk.end / sound.duration, 1.0))
    report(1.0)
    if not cues:
        raise NoSound("No speech was heard in the medium: send its subtitles along with it.")
    return cues


def _chunks(speech: Sequence[Span]) -> list[Span]:
    """Neighbouring spans joined while they stay short; long ones cut."""
    joined: list[Span] = []
    for span in speech:
        if joined and span.start - joined[-1].end <= JOIN and span.end - joined[-1].start <= LONGEST:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined += _cut(span)
    return joined


def _cut(span: Span) -> list[Span]:
    count = int((span.end - span.start) / LONGEST) + 1
    edges = [span.start + (span.end - span.start) * at / count for at in range(count + 1)]
    return [Span(start, end) for start, end in pairwise(edges)]


def _words(start: float, end: float, sound: Sound) -> Iterator[Word]:
    data = sound.read(start, end)
    if not data:
        return  # the decoder takes no empty sound
    decoder = _decoder()
    decoder.start_utt()
    decoder.process_raw(data, full_utt=True)
    decoder.end_utt()
    for segment in decoder.seg() or ():
        text = re.sub(r"\(\d+\)$", "", segment.word)
        if not text.startswith(("<", "[", "+")):
            first, last = start + segment.start_frame * FRAME, start + (segment.end_frame + 1) * FRAME
            yield Word(text, first, min(last, sound.duration), segment.prob)


def _cues(words: Sequence[Word]) -> list[Cue]:
    groups = [words[at : at + CUE_WORDS] for at in range(0, len(words), CUE_WORDS)]
    return [Cue(group[0].start, group[-1].end, " ".join(word.text for word in group)) for group in groups]


@cache
def _decoder() -> Any:
    """One a process: the model takes a while to load."""
    return Decoder(loglevel="FATAL")
