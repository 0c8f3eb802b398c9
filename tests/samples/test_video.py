"""A written video shows and sounds what was given, when it was given."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from video import write_video
from voice import Speech, speak

COLOURS = ((200, 30, 30), (30, 200, 30), (30, 30, 200))
CHANGES = (0.0, 1.0, 1.7)


@pytest.fixture
def speech() -> Speech:
    return speak("This sentence is spoken over three pictures.")


@pytest.fixture
def video(tmp_path: Path, speech: Speech) -> Path:
    path = tmp_path / "short.mp4"
    images = [Image.new("RGB", (320, 180), colour) for colour in COLOURS]
    write_video(path, list(zip(images, CHANGES, strict=True)), speech.samples, speech.rate)
    return path


def test_each_picture_appears_on_time_as_a_key_frame(video: Path) -> None:
    with av.open(str(video)) as container:
        frames = [frame for frame in container.decode(video=0) if frame.key_frame]
    assert [frame.time for frame in frames] == pytest.approx(CHANGES)
    for frame, colour in zip(frames, COLOURS, strict=True):
        assert np.abs(frame.to_ndarray(format="rgb24")[90, 160].astype(int) - colour).max() < 10


def test_the_sound_is_neither_late_nor_early(video: Path, speech: Speech) -> None:
    with av.open(str(video)) as container:
        frames = list(container.decode(audio=0))
    decoded = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    size = 2 * len(decoded)
    likeness = np.fft.irfft(np.fft.rfft(decoded, size) * np.conj(np.fft.rfft(speech.samples.astype(float), size)))
    lag = int(np.argmax(likeness))
    assert frames[0].time == 0
    assert min(lag, size - lag) / speech.rate < 0.002
