"""English words forced onto the sound by PocketSphinx, window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from statistics import median
from typing import Any

from pocketsphinx import Decoder

from cueweave.domain.transcript import Alignment, Report, Sound, Span, Word
from cueweave.stages.align.phones import phones
from cueweave.stages.align.spoken import spoken_texts
from cueweave.stages.align.windows import Window, cut_windows

FRAME = 0.01
"""Seconds a frame of the decoder."""
LEAST_ENGLISH = 0.4
"""Share of words in the dictionary below which nothing is tried. It holds many foreign names (Spanish came to 0.9) and
lacks technical terms (English came down to 0.5), so this only keeps out what is far from English."""
BELIEVED = 0.75
"""Median confidence below which a window's words are not what is said there, and keep their rough times. Right text
came to 0.90 or more, even in noise louder than the voice; wrong text, wrong sound and silence to 0.67 or less."""
TOO_LONG = 60.0
"""Seconds; only a cue of few words over a long time makes such a window, and its sound would fill the memory."""
HEARD = 0.95
"""Confidence of a word that sounds just as the model expects."""
DOUBTFUL = 9.0
"""Thousandths of the logarithm of the score lost a frame, at which a word is as likely wrong as right."""

Times = dict[int, tuple[float, float, float]]
"""Start, end and confidence by word index."""


def align_english(words: Sequence[Word], sound: Sound, speech: Sequence[Span], report: Report) -> Alignment:  # noqa: ARG001  # an Aligner
    """Words that could be aligned stand where they are heard; the others stay between their neighbours."""
    texts = spoken_texts([word.text for word in words], "en")
    if sound.samples == 0 or not _is_english(texts):
        report(1.0)
        return Alignment(tuple(words), "spread", 0.0)
    heard: Times = {}
    for window in cut_windows(words, sound.duration):
        heard |= _align(window, texts, sound)
        report(window.stop / len(words))
    report(1.0)
    method = "forced alignment" if heard else "spread"
    return Alignment(tuple(_in_order(words, heard)), method, len(heard) / len(words))


def _is_english(texts: Sequence[Sequence[str]]) -> bool:
    words = [word for text in texts for word in text]
    known = sum(_decoder().lookup_word(word) is not None for word in words[:2000])
    return bool(words) and known >= LEAST_ENGLISH * len(words[:2000])


def _align(window: Window, texts: Sequence[Sequence[str]], sound: Sound) -> Times:
    """Times of the window's words; empty where they are not heard in it."""
    if window.end - window.start > TOO_LONG:
        return {}
    said = [(at, word) for at in range(window.first, window.stop) for word in texts[at]]
    data = sound.read(window.start, window.end)
    if not said or len(data) < 2 * sound.rate * FRAME * 5 * len(said):
        return {}
    segments = _segments([word for _, word in said], data)
    if len(segments) != len(said):
        return {}
    times: Times = {}
    for at, pairs in groupby(zip(said, segments, strict=True), key=lambda pair: pair[0][0]):
        found = [segment for _, segment in pairs]
        start, end = window.start + found[0][0] * FRAME, window.start + (found[-1][1] + 1) * FRAME
        times[at] = (start, min(end, sound.duration), _confidence(found))
    return times if median(confidence for _, _, confidence in times.values()) >= BELIEVED else {}


def _segments(words: Sequence[str], data: bytes) -> list[tuple[int, int, float]]:
    """First frame, last frame and acoustic score of each word; empty when alignment fails."""
    decoder = _decoder()
    for word in set(words):
        if decoder.lookup_word(word) is None:
            decoder.add_word(word, phones(word, "en"), update=True)
    try:
        decoder.set_align_text(" ".join(words))
        decoder.reinit_feat()  # forgets the noise of the window before: the same sound gives the same times
        decoder.start_utt()
        decoder.process_raw(data, full_utt=True)
        decoder.end_utt()
    except RuntimeError:
        return []
    return [
        (segment.start_frame, segment.end_frame, segment.ascore)
        for segment in decoder.seg() or ()
        if not segment.word.startswith(("<", "["))
    ]


def _confidence(segments: Sequence[tuple[int, int, float]]) -> float:
    """From the acoustic score, which falls off fast where the sound is not the word."""
    frames = sum(last - first + 1 for first, last, _ in segments)
    loss = -1000 * sum(math.log(max(score, 1e-300)) for _, _, score in segments) / frames
    return round(HEARD / (1 + math.exp(min(loss - DOUBTFUL, 50.0))), 3)


def _in_order(words: Sequence[Word], heard: Times) -> Iterator[Word]:
    """Heard times where there are any; the rest pressed between the neighbours. Nothing runs backwards."""
    ceiling = [math.inf] * (len(words) + 1)
    for at in reversed(range(len(words))):
        ceiling[at] = min(ceiling[at + 1], heard[at][0]) if at in heard else ceiling[at + 1]
    floor = 0.0
    for at, word in enumerate(words):
        start, end, confidence = heard.get(at, (word.start, word.end, word.confidence))
        start = max(min(start, ceiling[at + 1]), floor)
        end = max(min(end, ceiling[at + 1]), start)
        floor = end
        yield replace(word, start=start, end=end, confidence=confidence)


@cache
def _decoder() -> Any:
    """One a process; with beams of 0, since narrower ones fail on windows of many seconds."""
    return Decoder(loglevel="FATAL", lm=None, bestpath=False, beam=0.0, wbeam=0.0, pbeam=0.0)
