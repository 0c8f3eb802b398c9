"""Synthesised speech in ten languages, with the exact time of every word."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, pairwise
from pathlib import Path

import numpy as np
from recording import RATE, Recording, Samples
from scipy.signal import resample_poly

from cueweave.domain.transcript import Cue, Span

sys.path.insert(0, str(Path(__file__).parents[1] / "samples"))
from voice import Speech, speak  # a folder beside this one

TEXTS = Path(__file__).parent / "texts"
VOICES = {
    "en": "en-us", "de": "de", "es": "es", "fr": "fr", "it": "it",
    "pt": "pt-br", "nl": "nl", "pl": "pl", "ru": "ru", "tr": "tr",
}  # fmt: skip
SPEAKERS = ("", "+f2")
"""Variants of the voice that speak the passages by turns."""
SENTENCE_PAUSES = (0.35, 0.6, 0.45, 0.9, 0.3)
PASSAGE_PAUSE = 5.0
"""Seconds; the pauses after sentences come by turns."""
SHORT_PAUSE = 0.3
"""Seconds: how dense speech breathes."""
LONGEST_CUE = 84
"""Letters: two lines of 42, as broadcasters have it."""
LEADS = (0.0, 0.08, 0.04)
TAIL = 0.25
"""Seconds that a cue stands before (by turns) and after its words where there is room."""
FLOOR = 3.0
"""Standard deviation of the noise of the microphone, in steps of 16 bits (-80 dB)."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, who says it, and the seconds of silence after it."""

    sentence: str
    voice: str
    pause: float


def lecture(language: str) -> Recording:
    """The text of a language (`VOICES`) with pauses between sentences and passages; the same each time."""
    utterances: list[Utterance] = []
    pauses = cycle(SENTENCE_PAUSES)
    for passage in _passages(language):
        said = [Utterance(sentence, voice, next(pauses)) for sentence, voice in passage]
        utterances += [*said[:-1], Utterance(said[-1].sentence, said[-1].voice, PASSAGE_PAUSE)]
    return _spoken(language, utterances)


def dense_speech(language: str, seconds: float) -> Recording:
    """The text again and again with short pauses, for so long at least."""

    def utterances() -> Iterator[Utterance]:
        length = 0.0
        for passage in cycle(_passages(language)):
            for sentence, voice in passage:
                if length >= seconds:
                    return
                length += len(_samples(sentence, voice)) / RATE + SHORT_PAUSE
                yield Utterance(sentence, voice, SHORT_PAUSE)

    return _spoken(language, utterances())


def _passages(language: str) -> list[list[tuple[str, str]]]:
    """Sentences and their voices."""
    texts = (TEXTS / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    return [
        [(sentence, VOICES[language] + SPEAKERS[at % len(SPEAKERS)]) for sentence in text.split("\n")]
        for at, text in enumerate(texts)
    ]


def _spoken(language: str, utterances: Iterable[Utterance]) -> Recording:
    parts: list[Samples] = [_silence(1.0)]
    cues: list[Cue] = []
    words: list[Span | None] = []
    length = len(parts[0])
    for one in utterances:
        said = _said(one, length / RATE)
        cues += _cues(one.sentence.split(), said)
        words += said
        parts += [_samples(one.sentence, one.voice), _silence(one.pause)]
        length += len(parts[-2]) + len(parts[-1])
    samples = np.concatenate(parts)
    samples += (FLOOR * np.random.default_rng(1).standard_normal(len(samples), np.float32)).astype(np.int16)
    return Recording(language, language, samples, tuple(_with_room(cues)), tuple(words))


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.int16)


@cache
def _speech(text: str, voice: str) -> Speech:
    return speak(text, voice)


@cache
def _samples(sentence: str, voice: str) -> Samples:
    """At `RATE`, with room for the floor."""
    speech = _speech(_sounded(sentence), voice)
    moved = resample_poly(speech.samples.astype(np.float64), RATE, speech.rate)
    return np.asarray(np.clip(moved, -32700, 32700), np.int16)


def _is_sounded(token: str) -> bool:
    return any(letter.isalnum() for letter in token)


def _sounded(sentence: str) -> str:
    return " ".join(token for token in sentence.split() if _is_sounded(token))


def _said(one: Utterance, start: float) -> list[Span | None]:
    """The time of each token; None for signs that stand alone (French ` ?`)."""
    times = iter(_speech(_sounded(one.sentence), one.voice).words)
    spans: list[Span | None] = []
    for token in one.sentence.split():
        if _is_sounded(token):
            word = next(times)
            spans.append(Span(start + word.start, start + word.end))
        else:
            spans.append(None)
    return spans


def _cues(tokens: list[str], said: list[Span | None]) -> list[Cue]:
    """A sentence as one cue, or as several of about the same length, each no longer than two lines."""
    count = -(-len(" ".join(tokens)) // LONGEST_CUE)
    cues: list[Cue] = []
    for first, stop in even_parts(len(tokens), count):
        times = [span for span in said[first:stop] if span]
        cues.append(Cue(times[0].start, times[-1].end, " ".join(tokens[first:stop])))
    return cues


def even_parts(length: int, count: int) -> Iterator[tuple[int, int]]:
    """Where each of so many parts of about the same length starts and stops."""
    return pairwise(round(length * part / count) for part in range(count + 1))


def _with_room(cues: list[Cue]) -> list[Cue]:
    """Each cue a little longer than its words, as far as its neighbours let it."""
    floors = [0.0, *((before.end + cue.start) / 2 for before, cue in pairwise(cues))]
    starts = [max(cue.start - LEADS[at % len(LEADS)], floors[at]) for at, cue in enumerate(cues)]
    ends = [min(cue.end + TAIL, following) for cue, following in zip(cues, starts[1:], strict=False)]
    ends.append(cues[-1].end + TAIL)
    return [Cue(round(s, 3), round(e, 3), cue.text) for s, e, cue in zip(starts, ends, cues, strict=True)]
