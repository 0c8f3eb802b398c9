"""A made-up transcript of any length, and media of any length to play with it."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

SPOKEN = 0.3
"""Seconds that a word takes; the next one follows at once, or after a breath between sentences."""
BREATH = 0.4
SENTENCE = 12
SENTENCES = 4
CHAPTER = 12
"""Paragraphs."""
VOCABULARY = (
    "the battery stores energy while ions travel between two electrodes and every cycle costs a little of its lithium "
    "so engineers measure how fast heat grows under load because temperature decides when a separator fails"
).split()
TYPES = ("main", "Key Terms", "Callouts", "Warnings")

Document = dict[str, Any]


def long_result(words: int, *, language: str = "en", vocabulary: list[str] | None = None) -> Document:
    """A result of so many words: paragraphs of 48, chapters of 12 paragraphs, some keywords; the same each time."""
    chance = random.Random(1)  # noqa: S311 - nobody is to be surprised
    paragraphs: list[Document] = []
    time, left = 0.5, words
    while left > 0:
        count = min(left, SENTENCE * SENTENCES)
        paragraph, time = _paragraph(len(paragraphs), count, time, chance, vocabulary or VOCABULARY)
        paragraphs.append(paragraph)
        left -= count
    media = {"duration": round(time, 3), "kind": "audio", "language": language}
    return {"paragraphs": paragraphs, "media": media, "alignment": {}, "analysis": {"method": "offline"}}


def _paragraph(
    number: int, count: int, start: float, chance: random.Random, vocabulary: list[str]
) -> tuple[Document, float]:
    words: list[Document] = []
    time = start
    for at in range(count):
        text = chance.choice(vocabulary)
        if at % SENTENCE == 0:
            text = text.capitalize()
        if at % SENTENCE == SENTENCE - 1 or at == count - 1:
            text += "."
        words.append({"word": text, "start": round(time, 3), "end": round(time + SPOKEN, 3), "confidence": 0.97})
        time += SPOKEN + (BREATH if text.endswith(".") else 0)
    kinds = chance.sample(TYPES, 2)
    return {
        "paragraph_id": number + 1,
        "paragraph_text": " ".join(word["word"] for word in words),
        "start_time": words[0]["start"],
        "end_time": words[-1]["end"],
        "title": f"Chapter {number // CHAPTER + 1}" if number % CHAPTER == 0 else None,
        "keywords": [{"word": chance.choice(vocabulary), "type": kind} for kind in kinds],
        "words": words,
        "visuals": None,
    }, time


def write_beeps(path: Path, seconds: float) -> None:
    """Mono AAC of so many seconds, a beep each ten."""
    rate, step = 8000, 8000 * 10
    tone = np.zeros(step, dtype=np.float32)
    tone[:800] = 0.2 * np.sin(2 * np.pi * 440 * np.arange(800) / rate)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=rate, layout="mono")
        for begin in range(0, round(seconds * rate), step):
            frame = av.AudioFrame.from_ndarray(
                tone[None, : round(seconds * rate) - begin], format="fltp", layout="mono"
            )
            frame.sample_rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def write_film(path: Path, seconds: int, *, rate: int = 30) -> None:
    """A small video at so many frames a second, a bar that moves, with silence: its frames are the clock."""
    width, height = 320, 180
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=8000, layout="mono")
        for number in range(seconds * rate):
            picture = np.full((height, width, 3), 40, dtype=np.uint8)
            picture[:, number * 3 % width : number * 3 % width + 6] = 220
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            if number % rate == 0:
                silence = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.float32), format="fltp", layout="mono")
                silence.sample_rate, silence.pts, silence.time_base = 8000, number // rate * 8000, Fraction(1, 8000)
                container.mux(audio.encode(silence))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
