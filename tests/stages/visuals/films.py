"""Small videos drawn for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from cueweave.domain.transcript import Medium

Pixels = NDArray[np.uint8]
SIZE = (180, 320)
RATE = 5


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture for so many seconds; `camera` is the share of each side that a moving speaker covers, lower right."""

    picture: Pixels
    seconds: float
    camera: float = 0.0


def slide(*bars: int, paper: int = 230) -> Pixels:
    """A picture with a dark bar at each of these places, 0 to 6."""
    picture = np.full((*SIZE, 3), paper, np.uint8)
    for bar in bars:
        picture[20 + 20 * bar : 30 + 20 * bar, 40 : 160 + 10 * (bar % 3)] = 30
        picture[22 + 20 * bar : 28 + 20 * bar, 44 : 156 : 8 + bar] = 200
    return picture


def text(*lines: str) -> Pixels:
    """Lines of dark text on light paper."""
    picture = Image.new("RGB", SIZE[::-1], "#fafaf6")
    pen = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        pen.text((20, 20 + 30 * row), line, font=ImageFont.load_default(18), fill="#1d2a3a")
    return np.asarray(picture)


def black() -> Pixels:
    """Nothing."""
    return np.zeros((*SIZE, 3), np.uint8)


def blurred(picture: Pixels) -> Pixels:
    """The same out of focus."""
    wide = np.pad(picture.astype(np.float64), ((8, 8), (8, 8), (0, 0)), mode="edge")
    moved = [wide[y : y + SIZE[0], x : x + SIZE[1]] for y in range(0, 17, 2) for x in range(0, 17, 2)]
    return np.asarray(np.mean(moved, axis=0), np.uint8)


def scenery(seed: int) -> Pixels:
    """Something filmed: soft shapes, no two places alike."""
    chance = np.random.default_rng(seed)
    rows, columns = np.mgrid[0 : SIZE[0], 0 : SIZE[1]]
    waves = [np.sin(rows * a + columns * b + c) for a, b, c in chance.uniform(-0.2, 0.2, (12, 3)) * (1, 1, 30)]
    grey = 128 + 22 * np.sum(waves, axis=0) + chance.normal(0, 4, SIZE)
    return np.asarray(np.clip(np.stack([grey] * 3, -1), 0, 255), np.uint8)


def film(path: Path, shots: Sequence[Shot], *, group: int = RATE, codec: str = "mpeg4") -> Medium:
    """The shots one after the other; a key frame every `group` frames, five a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE)
        assert isinstance(stream, av.VideoStream)
        stream.height, stream.width = shots[0].picture.shape[:2]
        stream.pix_fmt, stream.gop_size, stream.bit_rate = "yuv420p", group, 2_000_000
        pts = 0
        for shot in shots:
            for _ in range(round(shot.seconds * RATE)):
                frame = av.VideoFrame.from_ndarray(_with_speaker(shot, pts), format="rgb24")
                frame.pts, frame.time_base = pts, Fraction(1, RATE)
                container.mux(stream.encode(frame))
                pts += 1
        container.mux(stream.encode(None))
    return Medium(pts / RATE, has_sound=False, has_picture=True)


def _with_speaker(shot: Shot, pts: int) -> Pixels:
    if not shot.camera:
        return shot.picture
    height, width = (round(side * shot.camera) for side in SIZE)
    picture = shot.picture.copy()
    picture[-height:, -width:] = np.roll(scenery(99), 9 * pts, axis=(0, 1))[:height, :width]
    return picture
