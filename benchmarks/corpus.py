"""Synthesised lectures in ten languages, with the exact time of every word."""

from __future__ import annotations

import sys
from functools import cache
from itertools import pairwise
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
LONGEST_CUE = 84
"""Letters: two lines of 42, as broadcasters have it."""
LEADS = (0.0, 0.08, 0.04)
TAIL = 0.25
"""Seconds that a cue stands before (by turns) and after its words where there is room."""
FLOOR = 3.0
"""Standard deviation of the noise of the microphone, in steps of 16 bits (-80 dB)."""


@cache
def lecture(language: str) -> Recording:
    """The text of a language (`VOICES`) as it is spoken; the same each time."""
    passages = (TEXTS / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    sentences = [
        (sentence, VOICES[language] + SPEAKERS[at % len(SPEAKERS)])
        for at, passage in enumerate(passages)
        for sentence in (*passage.split("\n"), "")
    ]
    parts: list[Samples] = [_silence(1.0)]
    cues: list[Cue] = []
    words: list[Span | None] = []
    at = len(parts[0])
    for number, (sentence, voice) in enumerate(sentences):
        pause = SENTENCE_PAUSES[number % len(SENTENCE_PAUSES)]
        if not sentence:
            parts.append(_silence(PASSAGE_PAUSE))
        else:
            speech = speak(" ".join(_sounded(sentence.split())), voice)
            said = _said(sentence, speech, at / RATE)
            cues += _cues(sentence.split(), said)
            words += said
            parts += [_resampled(speech), _silence(pause)]
        at = sum(len(part) for part in parts)
    return Recording(language, language, _with_floor(np.concatenate(parts)), tuple(_with_room(cues)), tuple(words))


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.int16)


def _resampled(speech: Speech) -> Samples:
    moved = resample_poly(speech.samples.astype(np.float64), RATE, speech.rate)
    return np.asarray(np.clip(moved, -32768, 32767), np.int16)


def _with_floor(samples: Samples) -> Samples:
    noise = np.random.default_rng(1).normal(0.0, FLOOR, len(samples))
    return np.asarray(np.clip(samples + noise, -32768, 32767), np.int16)


def _is_sounded(token: str) -> bool:
    return any(letter.isalnum() for letter in token)


def _sounded(tokens: list[str]) -> list[str]:
    return [token for token in tokens if _is_sounded(token)]


def _said(sentence: str, speech: Speech, start: float) -> list[Span | None]:
    """The time of each token; None for signs that stand alone (French ` ?`)."""
    times = iter(speech.words)
    spans: list[Span | None] = []
    for token in sentence.split():
        if _is_sounded(token):
            word = next(times)
            spans.append(Span(start + word.start, start + word.end))
        else:
            spans.append(None)
    return spans


def _cues(tokens: list[str], said: list[Span | None]) -> list[Cue]:
    """A sentence as one cue, or as several of about the same length, each no longer than two lines."""
    count = -(-len(" ".join(tokens)) // LONGEST_CUE)
    cuts = [round(len(tokens) * part / count) for part in range(count + 1)]
    cues: list[Cue] = []
    for first, stop in pairwise(cuts):
        times = [span for span in said[first:stop] if span]
        cues.append(Cue(times[0].start, times[-1].end, " ".join(tokens[first:stop])))
    return cues


def _with_room(cues: list[Cue]) -> list[Cue]:
    """Each cue a little longer than its words, as far as its neighbours let it."""
    floors = [0.0, *((before.end + cue.start) / 2 for before, cue in pairwise(cues))]
    starts = [max(cue.start - LEADS[at % len(LEADS)], floors[at]) for at, cue in enumerate(cues)]
    ends = [min(cue.end + TAIL, following) for cue, following in zip(cues, starts[1:], strict=False)]
    ends.append(cues[-1].end + TAIL)
    return [Cue(round(s, 3), round(e, 3), cue.text) for s, e, cue in zip(starts, ends, cues, strict=True)]
