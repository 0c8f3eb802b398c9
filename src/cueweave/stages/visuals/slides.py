"""Slides from a video's key frames; never decodes every frame, which would take most of the job's time."""

from __future__ import annotations

from pathlib import Path

from cueweave.domain.media_formats import MOST_PIXELS, most_packets
from cueweave.domain.transcript import Medium, Report
from cueweave.domain.visuals import Image, Visual
from cueweave.stages.visuals.choice import first_alike, worth_showing
from cueweave.stages.visuals.frames import Bounds, Video, opened
from cueweave.stages.visuals.moments import Looks, moments
from cueweave.stages.visuals.pictures import write_picture
from cueweave.stages.visuals.watch import Slide, Watch

FINDING = 0.9
"""Share of the work; the rest is writing."""


def find_slides(
    path: Path, medium: Medium, into: Path, report: Report, *, max_pixels: int = MOST_PIXELS
) -> list[Visual]:
    """One image for each time that a slide is shown, in order, as JPEG in `into`; one that returns keeps its file.

    Empty for media without moving pictures. What was written is removed when `report` raises. Pictures of more than
    `max_pixels`, which a video's header may not tell of, are passed over.
    """
    visuals: list[Visual] = []
    if not medium.has_picture:
        report(1.0)
        return visuals
    bounds = Bounds(max_pixels, most_packets(medium.duration))
    with opened(path, bounds) as video, opened(path, bounds) as other:
        if video is not None and other is not None:
            slides = _seen(video, other, medium.duration, report)
            visuals = _written(other, slides, into, report)
    report(1.0)
    return visuals


def _seen(video: Video, other: Video, duration: float, report: Report) -> list[Slide]:
    """The slides worth showing; none ends after the medium."""
    watch = Watch()
    for moment in moments(video, Looks(other)):
        report(FINDING * min(moment.frame.time / duration, 1.0) if duration else FINDING)
        watch.see(moment)
    return worth_showing(watch.finish(duration))


def _written(video: Video, slides: list[Slide], into: Path, report: Report) -> list[Visual]:
    """The slides with their files; one that can't be decoded again is left out."""
    alike = first_alike(slides)
    files: dict[int, str] = {}
    visuals: list[Visual] = []
    try:
        for at, (slide, first) in enumerate(zip(slides, alike, strict=True)):
            report(FINDING + (1.0 - FINDING) * at / len(slides))
            if first == at:
                into.mkdir(parents=True, exist_ok=True)
                files[at] = f"slide-{len(files) + 1:03}.jpg"
                if not write_picture(video, slide.frame, into / files[at]):
                    del files[at]
            if first in files:
                visuals.append(_visual(slide, list(files).index(first) + 1, files[first]))
    except BaseException:
        for file in files.values():
            (into / file).unlink(missing_ok=True)
        raise
    return visuals


def _visual(slide: Slide, number: int, file: str) -> Visual:
    minutes, seconds = divmod(int(slide.start), 60)
    title = f"Slide {number}"
    return Visual(slide.start, slide.end, Image(title, f"{title}, shown at {minutes}:{seconds:02}", file))
