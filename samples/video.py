"""Pictures and sound as an MP4 with H.264 and AAC."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import PictureType
from PIL import Image
from voice import Samples

FRAMES_PER_SECOND = 10
GROUP = 80  # frames from one key frame to the next, at most
BLOCK = 4096  # samples a frame handed to the encoder


def write_video(path: Path, pictures: Sequence[tuple[Image.Image, float]], sound: Samples, rate: int) -> None:
    """`pictures` with the seconds at which they appear, the first at 0; each starts with a key frame."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as target:
        video = target.add_stream("libx264", rate=FRAMES_PER_SECOND)
        video.width, video.height = pictures[0][0].size
        video.pix_fmt = "yuv420p"
        video.options = {"preset": "veryfast", "tune": "stillimage", "crf": "23", "forced-idr": "1"}
        video.codec_context.gop_size = GROUP
        audio = target.add_stream("aac", rate=rate, layout="mono")
        audio.bit_rate = 64_000
        _add_sound(target, audio, sound, rate)
        _add_pictures(target, video, pictures, len(sound) / rate)


def _add_sound(target: av.container.OutputContainer, stream: av.AudioStream, sound: Samples, rate: int) -> None:
    for first in range(0, len(sound), BLOCK):
        block = np.ascontiguousarray(sound[first : first + BLOCK]).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(block, format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, first, Fraction(1, rate)
        target.mux(stream.encode(frame))
    target.mux(stream.encode(None))


def _add_pictures(
    target: av.container.OutputContainer,
    stream: av.VideoStream,
    pictures: Sequence[tuple[Image.Image, float]],
    duration: float,
) -> None:
    changes = [round(start * FRAMES_PER_SECOND) for _, start in pictures]
    stops = [*changes[1:], round(duration * FRAMES_PER_SECOND)]
    for (picture, _), first, stop in zip(pictures, changes, stops, strict=True):
        frame = av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24").reformat(format="yuv420p")
        for number in range(first, stop):
            frame.pts, frame.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            frame.pict_type = PictureType.I if number == first else PictureType.NONE
            target.mux(stream.encode(frame))
    target.mux(stream.encode(None))
