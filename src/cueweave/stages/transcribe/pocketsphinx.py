"""English speech recognised by PocketSphinx's own model: rough, but here without a download."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pocketsphinx import Decoder

from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.stages.transcribe.windows import windows

FRAME = 0.01
LONGEST = 15.0
"""Seconds heard at once; speech without a pause is cut there."""
JOIN = 0.5
"""Seconds: pauses up to this stay inside a stretch."""
MARGIN = 0.1
MOST_WORDS = 10


def transcribe_english(sound: Sound, speech: Sequence[Span], _language: str | None, report: Report) -> list[Utterance]:
    """English, whatever the language is said to be. Utterances of at most ten words."""
    heard: list[Utterance] = []
    stretches = windows(speech, longest=LONGEST, join=JOIN)
    for at, stretch in enumerate(stretches, start=1):
        heard_until = heard[-1].words[-1].end if heard else 0.0
        heard += _utterances(list(_words(max(stretch.start - MARGIN, heard_until), stretch.end + MARGIN, sound)))
        report(at / len(stretches))
    return heard


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


def _utterances(words: Sequence[Word]) -> list[Utterance]:
    return [Utterance(tuple(words[at : at + MOST_WORDS])) for at in range(0, len(words), MOST_WORDS)]


@cache
def _decoder() -> Any:
    """One a process: the model takes a while to load."""
    return Decoder(loglevel="FATAL")
