"""The sample lecture of `make sample` as a recording."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
from recording import Recording

from cueweave.domain.transcript import Span
from cueweave.stages.media import decode_sound
from cueweave.stages.subtitles import read_subtitles

FOLDER = Path(__file__).parents[1] / "samples/out"


def sample_lecture() -> Recording:
    """Its sound as it comes out of the video, its subtitles as they come out of the file."""
    words = json.loads((FOLDER / "lecture.words.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        sound = decode_sound(FOLDER / "lecture.mp4", Path(name) / "sound.raw", lambda _: None)
        samples = np.fromfile(sound.path, "<i2").astype(np.int16)
    cues = read_subtitles((FOLDER / "lecture.srt").read_bytes())
    return Recording("sample", "en", samples, tuple(cues), tuple(Span(word["start"], word["end"]) for word in words))
