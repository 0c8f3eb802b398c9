"""Speech is found where somebody speaks, and nowhere else."""

from pathlib import Path

import numpy as np
import pytest

from cueweave.domain.transcript import Sound, Span
from cueweave.stages.speech import find_speech

RATE = 16_000


def silent(share: float) -> None:
    """Nobody watches."""


def sound(path: Path, seconds: float, bursts: list[tuple[float, float]], *, hiss: float = 20.0) -> Sound:
    """Bursts of loud noise in quiet hiss."""
    chance = np.random.default_rng(1)
    samples = chance.normal(0, hiss, int(seconds * RATE))
    for start, end in bursts:
        samples[int(start * RATE) : int(end * RATE)] += chance.normal(0, 3000, int(end * RATE) - int(start * RATE))
    path.write_bytes(samples.clip(-32000, 32000).astype("<i2").tobytes())
    return Sound(path, RATE, len(samples))


@pytest.mark.parametrize("hiss", [0.0, 20.0, 150.0])
def test_bursts_are_found_in_quiet_and_in_hiss(tmp_path: Path, hiss: float) -> None:
    bursts = [(1.0, 2.5), (4.0, 4.5), (70.0, 73.0)]
    found = find_speech(sound(tmp_path / "raw", 90, bursts, hiss=hiss), silent)
    assert len(found) == len(bursts)
    for span, (start, end) in zip(found, bursts, strict=True):
        assert abs(span.start - start) < 0.06
        assert abs(span.end - end) < 0.06


def test_short_pauses_are_bridged(tmp_path: Path) -> None:
    found = find_speech(sound(tmp_path / "raw", 10, [(1.0, 2.0), (2.1, 3.0)]), silent)
    assert len(found) == 1


def test_silence_holds_no_speech(tmp_path: Path) -> None:
    assert find_speech(sound(tmp_path / "raw", 10, [], hiss=0.0), silent) == []


def test_no_sound_holds_no_speech(tmp_path: Path) -> None:
    (tmp_path / "raw").touch()
    assert find_speech(Sound(tmp_path / "raw", RATE, 0), silent) == []


def test_spans_stay_inside_the_sound(tmp_path: Path) -> None:
    found = find_speech(sound(tmp_path / "raw", 5.003, [(0.0, 1.0), (4.0, 5.003)]), silent)
    assert found[0].start >= 0.0
    assert found[-1] == Span(found[-1].start, min(found[-1].end, 5.003))
