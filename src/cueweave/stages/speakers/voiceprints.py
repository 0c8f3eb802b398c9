"""Voices told apart by voiceprints: numbers that a model makes of two seconds of a voice, alike for one speaker."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.transcript import Report, Sound, Span
from cueweave.domain.voices import VoiceTurn

WINDOW = 2.0
"""Seconds that a voiceprint is taken from: less tells too little, more holds two speakers too often."""
SHORTEST = 0.5
"""Seconds of speech that tell a voice; shorter spans go to the one who spoke before."""
FULL_SCALE = 32768
TRIAL_RATE = 16_000


def tell_voices(model: Path, sound: Sound, speech: Sequence[Span], report: Report) -> list[VoiceTurn]:
    """Turns by a model of speakers' voices: an ONNX file as sherpa-onnx takes it."""
    from cueweave.stages.speakers.clusters import clusters  # its library has no other use

    extractor = _extractor(model)
    windows = list(_windows(speech))
    prints: list[NDArray[np.float32]] = []
    for window in windows:
        prints.append(_print_of(extractor, sound, window))
        report(len(prints) / len(windows))
    report(1.0)
    return _turns(windows, clusters(np.array(prints), [window.end - window.start for window in windows]))


def _extractor(model: Path) -> Any:
    import sherpa_onnx  # an extra: only who tells voices apart has it

    config = sherpa_onnx.SpeakerEmbeddingExtractorConfig(
        model=str(model), num_threads=len(os.sched_getaffinity(0)), provider="cpu"
    )
    return sherpa_onnx.SpeakerEmbeddingExtractor(config)


def _windows(speech: Sequence[Span]) -> Iterator[Span]:
    """Spans cut evenly into windows."""
    for span in speech:
        length = span.end - span.start
        if length < SHORTEST:
            continue
        count = max(round(length / WINDOW), 1)
        edges = [span.start + length * at / count for at in range(count + 1)]
        yield from (Span(start, end) for start, end in pairwise(edges))


def try_model(model: str) -> None:
    """Take a voiceprint of silence; raises, or ends the process, where the file is no such model."""
    silence = np.zeros(round(WINDOW * TRIAL_RATE), np.float32)
    _voiceprint(_extractor(Path(model)), silence, TRIAL_RATE)


def _print_of(extractor: Any, sound: Sound, window: Span) -> NDArray[np.float32]:
    samples = np.frombuffer(sound.read(window.start, window.end), "<i2").astype(np.float32)
    return _voiceprint(extractor, samples / np.float32(FULL_SCALE), sound.rate)


def _voiceprint(extractor: Any, samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    stream = extractor.create_stream()
    stream.accept_waveform(sample_rate=rate, waveform=samples)
    stream.input_finished()
    return np.asarray(extractor.compute(stream), np.float32)


def _turns(windows: Sequence[Span], labels: Sequence[int]) -> list[VoiceTurn]:
    """Windows of one voice joined where they follow each other."""
    turns: list[VoiceTurn] = []
    for window, label in zip(windows, labels, strict=True):
        speaker = f"Speaker {label + 1}"
        if turns and turns[-1].speaker == speaker:
            turns[-1] = VoiceTurn(turns[-1].start, window.end, speaker)
        else:
            turns.append(VoiceTurn(window.start, window.end, speaker))
    return turns
