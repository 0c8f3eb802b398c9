"""Slides from a video's key frames; never decodes every frame, which would take most of the job's time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import av
import numpy as np
import PIL.Image
from numpy.typing import NDArray

from cueweave.domain.media_formats import OPEN_OPTIONS
from cueweave.domain.transcript import Medium, Report
from cueweave.domain.visuals import Image, Visual

THUMBNAIL = (64, 36)
CHANGED_PIXEL = 24
"""Of 255: what compression alone does to a thumbnail stays below."""
CHANGED_SHARE = 0.015
"""Of the thumbnail: a line of text that appears changes more, a pointer that moves less."""
FLAT = 6.0
"""Standard deviation of a black or empty picture, of 255."""
WIDEST = 1280
QUALITY = 85

Thumbnail = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class KeyFrame:
    """A decoded key frame; `time` in seconds."""

    time: float
    frame: av.VideoFrame
    thumbnail: Thumbnail


def find_slides(path: Path, medium: Medium, into: Path, report: Report) -> list[Visual]:
    """One image per slide change, written as JPEG into `into`; empty for media without a picture."""
    images: list[Visual] = []
    shown: Thumbnail | None = None
    for key in _key_frames(path) if medium.has_picture else ():
        report(min(key.time / medium.duration, 1.0) if medium.duration else 1.0)
        if key.thumbnail.std() > FLAT and (shown is None or _changed(shown, key.thumbnail)):
            images.append(_keep(key, number=len(images) + 1, into=into, duration=medium.duration))
            shown = key.thumbnail
    report(1.0)
    ends = [*(image.start for image in images[1:]), medium.duration][: len(images)]
    return [replace(image, end=end) for image, end in zip(images, ends, strict=True)]


def _key_frames(path: Path) -> Iterator[KeyFrame]:
    with av.open(str(path), options=OPEN_OPTIONS) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        stream.thread_type = "AUTO"
        started = float(stream.start_time * stream.time_base) if stream.start_time and stream.time_base else 0.0
        try:
            for frame in container.decode(stream):
                if frame.time is not None:
                    yield KeyFrame(max(frame.time - min(started, 0.0), 0.0), frame, _thumbnail(frame))
        except av.error.InvalidDataError:
            return  # a torn end: what came before it is good


def _thumbnail(frame: av.VideoFrame) -> Thumbnail:
    width, height = THUMBNAIL
    return frame.reformat(width=width, height=height, format="gray", interpolation="AREA").to_ndarray().astype(np.int16)


def _changed(before: Thumbnail, after: Thumbnail) -> bool:
    return float((np.abs(before - after) > CHANGED_PIXEL).mean()) > CHANGED_SHARE


def _keep(key: KeyFrame, *, number: int, into: Path, duration: float) -> Visual:
    name = f"slide-{number:03}.jpg"
    width = min(key.frame.width, WIDEST)
    height = max(round(key.frame.height * width / key.frame.width), 1)
    into.mkdir(parents=True, exist_ok=True)
    pixels = key.frame.reformat(width=width, height=height, format="rgb24").to_ndarray()
    PIL.Image.fromarray(pixels).save(into / name, quality=QUALITY)
    minutes, seconds = divmod(int(key.time), 60)
    start = min(key.time, duration)
    title = f"Slide {number}"
    return Visual(start, start, Image(title, f"{title}, shown at {minutes}:{seconds:02}", name))
