"""Chosen frames as files of full size."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import av
import numpy as np
import PIL.Image
from numpy.typing import NDArray

from cueweave.stages.visuals.frames import Frame, Video
from cueweave.stages.visuals.thumbnails import CELLS, HEIGHT, WIDTH, is_drawn

LONGEST = 1280
"""Pixels of the longer side."""
QUALITY = 88
"""Of a JPEG whose colours aren't thinned out, so that coloured text keeps its edges."""


def write_picture(video: Video, frame: Frame, into: Path) -> bool:
    """Find the frame again and write it as JPEG, upright and with square pixels; False where it can't be decoded."""
    whole = deque(video.frames(frame.key, frame.at), maxlen=1)
    if not whole:
        return False
    PIL.Image.fromarray(_pixels(whole[0], video.pixel_aspect)).save(into, quality=QUALITY, subsampling=0, optimize=True)
    return True


def _pixels(frame: av.VideoFrame, pixel_aspect: float) -> NDArray[np.uint8]:
    """As RGB, no side longer than LONGEST."""
    wide = frame.width * pixel_aspect
    scale = min(1.0, LONGEST / max(wide, frame.height))
    width, height = max(round(wide * scale), 1), max(round(frame.height * scale), 1)
    rgb = frame.reformat(width=width, height=height, format="rgb24", interpolation="AREA").to_ndarray()
    return np.rot90(np.asarray(rgb, np.uint8), frame.rotation // 90)


def is_drawn_picture(file: Path) -> bool:
    """Whether the picture that was written is a slide or another drawing rather than something filmed."""
    with PIL.Image.open(file) as picture:
        small = picture.convert("L").resize((WIDTH, HEIGHT), PIL.Image.Resampling.BOX)
    return is_drawn(np.asarray(small, np.uint8), np.zeros(CELLS, bool))
