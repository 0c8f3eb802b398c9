"""A lecture's video with known slide changes: builds, fades, wipes, blurred and black gaps, a speaker's inset."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS = """energy model river signal border table history theory cell language market school window number paper
sample method garden engine letter village circle answer motion weather copper season network island""".split()
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Look:
    """What all slides of a video share; sizes in pixels, `inset` the side of the speaker's picture as a share."""

    size: tuple[int, int] = (1280, 720)
    rate: int = 15
    paper: str = "#fbfaf6"
    ink: str = "#1d2a3a"
    accent: str = "#1f6feb"
    inset: float = 0.22
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide in the video: `states` are its pictures, from its first bullet to its fullest, with their starts."""

    start: float
    states: tuple[tuple[float, Pixels], ...]
    arrival: str
    """How it comes: `cut`, `fade`, `wipe`, `blur` or `black`."""


ARRIVALS = ("cut", "cut", "fade", "cut", "wipe", "cut", "blur", "cut", "cut", "black")
ARRIVAL_SECONDS = {"cut": 0.0, "fade": 0.6, "wipe": 0.6, "blur": 0.8, "black": 2.0}


def lecture(slides: int, look: Look) -> list[Shown]:
    """So many slides, each seen for 7 to 20 s; the first one starts at 0."""
    chance = random.Random(look.seed)  # noqa: S311 - a drawing, no secret
    shown, start = [], 0.0
    for number in range(slides):
        lines = [" ".join(chance.choices(WORDS, k=chance.randint(3, 6))) for _ in range(chance.randint(2, 5))]
        title = " ".join(chance.choices(WORDS, k=3)).title()
        begin = start + chance.uniform(2, 4)
        builds = [start, *(begin + 2.5 * step for step in range(len(lines)))] if number % 3 else [start]
        states = [
            (at, slide(title, lines[:count] if number % 3 else lines, number, look)) for count, at in enumerate(builds)
        ]
        arrival = ARRIVALS[number % len(ARRIVALS)] if number else "cut"
        shown.append(Shown(start, tuple(states), arrival))
        start = builds[-1] + chance.uniform(4, 9)
    return [*shown, Shown(start, (), "cut")]


def slide(title: str, lines: list[str], number: int, look: Look) -> Pixels:
    """A title, its bullets, the slide's number."""
    width, height = look.size
    picture = Image.new("RGB", look.size, look.paper)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width, height // 50), fill=look.accent)
    pen.text((width // 14, height // 10), title, font=ImageFont.load_default(height // 12), fill=look.ink)
    small = ImageFont.load_default(height // 18)
    for row, line in enumerate(lines):
        y = height * (28 + 11 * row) // 100
        pen.ellipse((width // 14, y + height // 50, width // 14 + height // 36, y + height // 21), fill=look.accent)
        pen.text((width // 9, y), line, font=small, fill=look.ink)
    pen.text(
        (width // 20, height * 94 // 100), str(number + 1), font=ImageFont.load_default(height // 30), fill=look.ink
    )
    return np.asarray(picture)


def frames(shown: list[Shown], look: Look) -> Iterator[Pixels]:
    """Every frame of it; the last entry only says when the video ends."""
    speaker = Speaker(look)
    previous = np.zeros_like(shown[0].states[0][1])
    for one, following in pairwise(shown):
        first, stop = ceil(one.start * look.rate), ceil(following.start * look.rate)
        for number in range(first, stop):
            now = number / look.rate
            state = [picture for at, picture in one.states if at <= now + 1e-6][-1]
            seconds = ARRIVAL_SECONDS[one.arrival]
            share = (now - one.start) / seconds if seconds else 1.0
            picture = state if share >= 1 else arriving(one.arrival, previous, state, share)
            yield speaker.over(picture, now)
        previous = state


def arriving(how: str, before: Pixels, after: Pixels, share: float) -> Pixels:
    """The picture when `share` of the change is done."""
    match how:
        case "fade":
            return np.asarray(before * (1 - share) + after * share, np.uint8)
        case "wipe":
            edge = int(share * before.shape[1])
            return np.concatenate((after[:, :edge], before[:, edge:]), axis=1)
        case "blur":
            return np.asarray(Image.fromarray(after).filter(ImageFilter.GaussianBlur(before.shape[0] / 60)))
        case _:
            return np.zeros_like(after)


class Speaker:
    """A head that nods before a wall, and a pointer that wanders over the slide."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._chance = np.random.default_rng(look.seed)

    def over(self, picture: Pixels, now: float) -> Pixels:
        """The slide with inset and pointer on it."""
        look, out = self._look, picture.copy()
        height, width = out.shape[:2]
        high, wide = round(height * look.inset), round(width * look.inset)
        if high:
            out[height - high :, width - wide :] = self._inset(high, wide, now)
        x, y = (0.4 + 0.3 * np.sin(now / 3)) * width, (0.5 + 0.3 * np.cos(now / 2)) * height
        if int(now / 6) % 2:
            out[int(y) : int(y) + height // 50, int(x) : int(x) + height // 90] = 0
        return out

    def _inset(self, high: int, wide: int, now: float) -> Pixels:
        rows, columns = np.mgrid[0:high, 0:wide] / high
        middle = wide / high / 2 + 0.15 * np.sin(now * 1.7), 0.45 + 0.06 * np.sin(now * 2.3)
        head = (columns - middle[0]) ** 2 + ((rows - middle[1]) / 1.3) ** 2 < 0.05
        body = (columns - middle[0]) ** 2 / 0.3 + (rows - 1.2) ** 2 < 0.25
        wall = 90 + 40 * columns + 15 * np.sin(rows * 9)
        grey = np.where(head, 190 + 20 * np.sin(columns * 30 + now * 5), np.where(body, 60, wall))
        grey = grey + self._chance.normal(0, 3, grey.shape)
        return np.asarray(np.clip(np.stack((grey, grey * 0.9, grey * 0.8), -1), 0, 255), np.uint8)


def write(path: Path, pictures: Iterator[Pixels], rate: int, options: dict[str, str] | None = None) -> None:
    """As H.264; `options` are the encoder's, its defaults else (a key frame every 250 frames and at cuts)."""
    with av.open(str(path), "w") as target:
        stream = target.add_stream("libx264", rate=rate)
        stream.pix_fmt, stream.options = "yuv420p", {"preset": "veryfast", **(options or {})}
        for number, pixels in enumerate(pictures):
            if number == 0:
                stream.height, stream.width = pixels.shape[:2]
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, rate)
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
