"""Slides are found from key frames, one per change."""

from pathlib import Path

import av
import numpy as np
import pytest

from cueweave.domain.transcript import Medium, Span
from cueweave.domain.visuals import Image, Visual
from cueweave.stages.visuals import assign_images, find_slides


def slide(kind: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """A picture of 320x180: `black`, or bars whose number depends on the name."""
    picture = np.zeros((180, 320, 3), np.uint8)
    if kind != "black":
        picture += 230
        for bar in range(int(kind)):
            picture[20 + 20 * bar : 30 + 20 * bar, 40:280] = 30
    return picture


def film(path: Path, kinds: list[str]) -> Medium:
    """A second for each picture, a key frame at the start of each."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 320, 180, "yuv420p", 5
        for kind in kinds:
            for _ in range(5):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(slide(kind), format="rgb24")))
        container.mux(stream.encode())
    return Medium(float(len(kinds)), has_sound=False, has_picture=True)


def silent(share: float) -> None:
    """Nobody watches."""


def test_each_change_gives_one_slide_and_black_gives_none(tmp_path: Path) -> None:
    medium = film(tmp_path / "film.mp4", ["black", "2", "2", "5", "2"])
    slides = find_slides(tmp_path / "film.mp4", medium, tmp_path / "assets", silent)
    assert [(image.start, image.end) for image in slides] == [(1.0, 3.0), (3.0, 4.0), (4.0, 5.0)]
    files = [slide.content.file for slide in slides if isinstance(slide.content, Image)]
    assert [(tmp_path / "assets" / file).read_bytes()[:2] for file in files] == [b"\xff\xd8"] * 3


def test_sound_alone_has_no_slides(tmp_path: Path) -> None:
    assert find_slides(tmp_path / "no.mp3", Medium(9.0, has_sound=True, has_picture=False), tmp_path, silent) == []


def image(start: float, end: float) -> Visual:
    return Visual(start, end, Image("Slide", None, "slide.jpg"))


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        ([image(0, 5), image(5, 12), image(12, 20)], [0, 1, 2]),
        ([image(0, 1), image(1, 12)], [1, None, None]),
        ([image(11, 20)], [None, None, 0]),
        ([image(30, 40)], [None, None, None]),
    ],
)
def test_a_slide_belongs_to_the_first_paragraph_that_sees_it(images: list[Visual], expected: list[int | None]) -> None:
    spans = [Span(0, 5), Span(5, 10), Span(12, 20)]
    assert assign_images(spans, [None] * 3, images) == [None if at is None else images[at] for at in expected]
