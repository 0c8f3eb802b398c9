"""SRT from words whose times are known: captions of one or two lines that break where a reader would."""

import json
import math
import textwrap
from collections.abc import Iterator, Sequence

from voice import SpokenWord

LINE, LINES = 42, 2
SMALL_WORD = 4  # "a", "the", "that": no caption should end there
CUE = 64  # well under two lines, so that uneven pieces still fit


def srt(sentences: Sequence[Sequence[SpokenWord]]) -> str:
    """One or more cues a sentence, timed from its words."""
    cues = [cue for sentence in sentences for cue in _cues(sentence)]
    return "\n".join(_block(number, cue) for number, cue in enumerate(cues, 1))


def truth(sentences: Sequence[Sequence[SpokenWord]]) -> str:
    """JSON: every displayed word with its true time in seconds, a word a line."""
    words = [word for sentence in sentences for word in sentence]
    lines = (
        json.dumps({"text": word.text, "start": round(word.start, 4), "end": round(word.end, 4)}) for word in words
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _cues(sentence: Sequence[SpokenWord]) -> Iterator[Sequence[SpokenWord]]:
    """The sentence in pieces of about the same length, broken after a comma where one is near."""
    pieces = math.ceil(len(_text(sentence)) / CUE)
    while pieces > 1:
        stop = _break(sentence, len(_text(sentence)) / pieces)
        yield sentence[:stop]
        sentence, pieces = sentence[stop:], pieces - 1
    yield sentence


def _break(sentence: Sequence[SpokenWord], goal: float) -> int:
    """How many words make a piece of about `goal` characters; a good place is worth some distance from it."""

    def cost(stop: int) -> float:
        last = sentence[stop - 1].text
        place = -0.3 if last.endswith(",") else 0.2 if len(last) <= SMALL_WORD else 0.0
        return abs(len(_text(sentence[:stop])) - goal) + place * goal

    return min(range(1, len(sentence)), key=cost)


def _block(number: int, cue: Sequence[SpokenWord]) -> str:
    text = _text(cue)
    width = LINE if len(text) <= LINE else min(LINE, len(text) // 2 + SMALL_WORD)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    if len(lines) > LINES:
        lines = textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False)
    return f"{number}\n{_clock(cue[0].start)} --> {_clock(cue[-1].end)}\n" + "\n".join(lines) + "\n"


def _text(words: Sequence[SpokenWord]) -> str:
    return " ".join(word.text for word in words)


def _clock(seconds: float) -> str:
    whole, milli = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{milli:03}"
