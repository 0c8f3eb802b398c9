"""Tiny media for tests, good and bad."""

from pathlib import Path

import av
import numpy as np

RATE = 16_000


def tone(seconds: float, hertz: float = 440.0) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """A tone, one channel."""
    times = np.arange(int(seconds * RATE)) / RATE
    return (8000 * np.sin(2 * np.pi * hertz * times)).astype(np.int16)


def recording(
    path: Path,
    *,
    seconds: float = 2.0,
    sound: bool = True,
    picture: bool = True,
    late: float = 0.0,
    index_in_front: bool = False,
) -> Path:
    """An mp4 of a tone and a grey picture; the sound starts `late` seconds in."""
    with av.open(str(path), "w", options={"movflags": "faststart"} if index_in_front else {}) as container:
        video = container.add_stream("mpeg4", rate=5) if picture else None
        audio = container.add_stream("aac", rate=RATE) if sound else None
        if audio is not None:
            audio.layout = "mono"
        if video is not None:
            video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
            for _ in range(int(seconds * 5)):
                frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 128, np.uint8), format="rgb24")
                container.mux(video.encode(frame))
            container.mux(video.encode())
        if audio is not None:
            samples = tone(seconds - late)
            for at in range(0, len(samples) - 1024, 1024):
                block = av.AudioFrame.from_ndarray(samples[None, at : at + 1024], format="s16", layout="mono")
                block.sample_rate = RATE
                block.pts = at + int(late * RATE)
                container.mux(audio.encode(block))
            container.mux(audio.encode())
    return path
