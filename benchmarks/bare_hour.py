"""The least that a medium with subtitles asks for, in a process of its own: `decode` of all frames, or `align`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import av

from cueweave.stages.media import decode_sound
from cueweave.stages.subtitles import read_subtitles


def decode(medium: Path) -> float:
    """Seconds for all sound and pictures, by as many threads as FFmpeg likes."""
    began = time.perf_counter()
    with av.open(str(medium)) as source:
        for stream in (*source.streams.video, *source.streams.audio):
            stream.codec_context.thread_type = "AUTO"
        for _ in source.decode():
            pass
    return time.perf_counter() - began


def align(medium: Path, subtitles: Path) -> float:
    """Seconds from the sound, decoded, to the times of all words."""
    from subject import align_case

    cues = read_subtitles(subtitles.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        sound = decode_sound(medium, Path(folder) / "sound.raw", lambda _share: None)
        began = time.perf_counter()
        align_case(cues, sound, "en")
        return time.perf_counter() - began


if __name__ == "__main__":
    what, *paths = sys.argv[1:]
    files = [Path(path) for path in paths]
    print(decode(*files) if what == "decode" else align(*files))
