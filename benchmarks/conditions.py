"""The ways in which subtitles are wrong, each as a function from a recording to a case."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate

import numpy as np
from backgrounds import music
from recording import RATE, Case, Recording, Samples, insert, middle_pause, nearest, pauses, remove

from cueweave.domain.transcript import Cue, Span

AS_MADE = "as made"
SHIFTED = "45 s early"
SHIFT = 45.0
ADVERT = 30.0
"""Seconds."""
DRIFT = 23.976 / 25
ANY_DRIFT = 1 / 1.037
JITTER = 0.4
SHORTEST_CUE = 0.3
"""Seconds."""
WRONG = 0.1
"""Share of the words that are replaced."""
QUIET = 20.0
"""Standard deviation of the sound of an empty room, in steps of 16 bits (-64 dB)."""
ADVERT_LEVEL = 2000.0
"""The same of music that stands alone (-24 dB)."""


def as_made(recording: Recording) -> Case:
    """Nothing is wrong."""
    return Case(recording, recording.cues, recording.words, _starts(recording))


def shifted(recording: Recording) -> Case:
    """Somebody put 45 s of an empty room before the medium."""
    heard = insert(recording, 0.0, _room(SHIFT))
    return Case(heard, recording.cues, heard.words, _starts(heard))


def drifting(recording: Recording) -> Case:
    """The subtitles are of a version that ran at 25 frames a second, the medium runs at 23.976."""
    return _faster(recording, DRIFT)


def drifting_anyhow(recording: Recording) -> Case:
    """The medium was slowed down by 3.7%, which no film's rate explains."""
    return _faster(recording, ANY_DRIFT)


def _faster(recording: Recording, rate: float) -> Case:
    given = tuple(Cue(cue.start * rate, cue.end * rate, cue.text) for cue in recording.cues)
    return Case(recording, given, recording.words, _starts(recording))


def advert(recording: Recording) -> Case:
    """In the middle of the medium stand 30 s of music that the subtitles know nothing of."""
    tune = music(round(ADVERT * RATE)) * ADVERT_LEVEL
    heard = insert(recording, middle_pause(recording), np.asarray(tune, np.int16))
    return Case(heard, recording.cues, heard.words, _starts(heard))


def part_missing(recording: Recording) -> Case:
    """About 30 s in the middle of what the subtitles say were cut out of the medium."""
    quiet = pauses(recording)
    length = min(ADVERT, recording.duration / 4)
    start = nearest(quiet, (recording.duration - length) / 2)
    end = nearest(quiet, start + length)
    heard = remove(recording, start, end)
    starts = tuple(
        None if start <= cue.start < end else moved.start for cue, moved in zip(recording.cues, heard.cues, strict=True)
    )
    return Case(heard, recording.cues, heard.words, starts)


def jittered(recording: Recording) -> Case:
    """Each cue starts and ends up to 0.4 s too early or too late; their order stays."""
    chance = random.Random(recording.name)  # noqa: S311  # chance that can be repeated
    starts = accumulate((max(cue.start + chance.uniform(-JITTER, JITTER), 0.0) for cue in recording.cues), max)
    given = tuple(
        Cue(start, max(cue.end + chance.uniform(-JITTER, JITTER), start + SHORTEST_CUE), cue.text)
        for start, cue in zip(starts, recording.cues, strict=True)
    )
    return Case(recording, given, recording.words, _starts(recording))


def wrong_words(recording: Recording) -> Case:
    """Each tenth word is another one of the language; only the right ones are measured."""
    chance = random.Random(recording.name)  # noqa: S311  # chance that can be repeated
    vocabulary = sorted({word for cue in recording.cues for word in cue.text.split() if word.isalpha()})
    truth = iter(recording.words)
    given: list[Cue] = []
    measured: list[Span | None] = []
    for cue in recording.cues:
        words: list[str] = []
        for word in cue.text.split():
            is_wrong = chance.random() < WRONG
            words.append(chance.choice([other for other in vocabulary if other != word]) if is_wrong else word)
            span = next(truth)
            measured.append(None if is_wrong else span)
        given.append(Cue(cue.start, cue.end, " ".join(words)))
    return Case(recording, tuple(given), tuple(measured), _starts(recording))


def _starts(recording: Recording) -> tuple[float | None, ...]:
    return tuple(cue.start for cue in recording.cues)


def _room(seconds: float) -> Samples:
    return np.asarray(np.random.default_rng(3).normal(0.0, QUIET, round(seconds * RATE)), np.int16)


CONDITIONS: dict[str, Callable[[Recording], Case]] = {
    AS_MADE: as_made,
    SHIFTED: shifted,
    "25/23.976": drifting,
    "any drift": drifting_anyhow,
    "advert in": advert,
    "part out": part_missing,
    "jitter 0.4 s": jittered,
    "10% wrong": wrong_words,
}
