"""Small recordings for tests that are about tasks, not about what is in them."""

import tempfile
import wave
from pathlib import Path

import numpy as np

from cueweave.stages.media import decode_sound

RATE = 16_000
TEXT = "the quick brown fox jumps over the lazy dog and runs away into the green hills"


def noise(path: Path, seconds: float) -> Path:
    """A recording of bursts of noise, which is worked on as if it were speech."""
    samples = np.random.default_rng(3).integers(-8000, 8000, int(seconds * RATE), dtype=np.int16)
    samples *= (np.arange(samples.size) // RATE % 4 != 3).astype(np.int16)  # a pause each fourth second
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return path


def spoken(path: Path, lecture: Path, seconds: float) -> Path:
    """The beginning of a lecture, its sound alone."""
    with tempfile.TemporaryDirectory() as folder:
        sound = decode_sound(lecture, Path(folder) / "sound.raw", lambda _: None)
        data = sound.read(0.0, seconds)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(data)
    return path


def subtitles(seconds: float) -> bytes:
    """A cue of English words every four seconds."""
    cues = [
        f"{number}\n{_time(start)} --> {_time(start + 3)}\n{TEXT}\n"
        for number, start in enumerate(range(0, int(seconds) - 1, 4), 1)
    ]
    return "\n".join(cues).encode()


def _time(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},000"
