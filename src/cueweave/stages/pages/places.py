"""Where in a video's picture the slides stand: all of it, between bars, beside a speaker, on a wall behind one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from cueweave.domain.transcript import Report
from cueweave.stages.pages.page import HEIGHT, WIDTH, Page

COARSE = (48, 27)
"""Width and height of what is compared to find a place."""
SIZES = tuple(0.96**power for power in range(21))
"""Of the largest place that fits, down to 44%."""
SMALLER = 0.1
"""What a place costs that is smaller by all: little things are alike by chance."""
STEPS = ((COARSE, (0.02, 0.01)), ((80, 45), (0.02, 0.01)), ((WIDTH, HEIGHT), (0.01, 0.005, 0.0025)))
"""How a place is made to fit: sizes at which it is compared, and by how much of a picture's width it is moved then."""
BY = 4
"""Pictures by which a place is made to fit."""
MARGIN = 13
"""The part of a side that isn't compared: what lies around a slide is often another colour, and weighs more than text
where a place is off by a hair."""
MOST_PLACES = 6
"""Besides the whole picture."""
SLACK, NARROWEST = 0.005, 0.2
"""By how much a place may reach out of the picture, and how wide it is at least."""
DISTINCT, APART = 0.02, 0.06
"""Of a picture's width, by which two places differ that are fitted, or are yet to be."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in a picture; all are shares of the picture's width and height."""

    left: float
    top: float
    width: float
    height: float

    def cut(self, picture: PIL.Image.Image, size: tuple[int, int]) -> NDArray[np.uint8]:
        """What is seen there, as a grey thumbnail of that width and height."""
        wide, high = picture.size
        box = (
            max(self.left * wide, 0.0),
            max(self.top * high, 0.0),
            min((self.left + self.width) * wide, wide),
            min((self.top + self.height) * high, high),
        )
        return np.asarray(picture.resize(size, PIL.Image.Resampling.BOX, box), np.uint8)


def whole(ratio: float, of: float) -> Place:
    """The largest place for a page of that shape in a picture of the shape `of`, between bars."""
    width, height = min(ratio / of, 1.0), min(of / ratio, 1.0)
    return Place((1 - width) / 2, (1 - height) / 2, width, height)


def find_places(sample: Sequence[PIL.Image.Image], pages: Sequence[Page], report: Report) -> list[Place]:
    """Where pages may be seen in these pictures of one shape: in the whole picture, and a few other places."""
    ratio, of = float(np.median([page.ratio for page in pages])), sample[0].width / sample[0].height
    largest = whole(ratio, of)
    grid = [place for size in SIZES for place in _grid(largest, size)]
    drawn = _normal(np.stack([_shrunk(page.look, COARSE) for page in pages]))
    alike = np.zeros((len(sample), len(grid)), np.float32)
    which = np.zeros((len(sample), len(grid)), np.int32)
    for at, picture in enumerate(sample):
        report(0.7 * at / len(sample))
        likeness = np.concatenate([_windows(picture, largest, size) @ drawn.T for size in SIZES])
        alike[at], which[at] = likeness.max(1), likeness.argmax(1)
    worth = alike.mean(0) - np.array([SMALLER * (1 - place.width) for place in grid], np.float32)
    places = [largest]
    for at in _best_apart(grid, worth):
        report(0.7 + 0.3 * len(places) / (MOST_PLACES + 1))
        clearest = np.argsort(-alike[:, at])[:BY]
        fitted = _fitted([(sample[each], pages[which[each, at]]) for each in clearest], grid[at])
        if not any(_is_near(fitted, place) for place in places):
            places.append(fitted)
    return places


def _shape(largest: Place, size: float) -> tuple[int, int]:
    """Pixels of a whole picture in which a slide of that size has those of COARSE."""
    width, height = COARSE[0] / (largest.width * size), COARSE[1] / (largest.height * size)
    return max(round(width), COARSE[0]), max(round(height), COARSE[1])


def _grid(largest: Place, size: float) -> list[Place]:
    """All places of that size, a pixel apart, line by line."""
    width, height = _shape(largest, size)
    rows, columns = range(height - COARSE[1] + 1), range(width - COARSE[0] + 1)
    wide, high = largest.width * size, largest.height * size
    return [
        Place(min(column / width, 1 - wide), min(row / height, 1 - high), wide, high)
        for row in rows
        for column in columns
    ]


def _windows(picture: PIL.Image.Image, largest: Place, size: float) -> Vectors:
    """What is seen at each place of that size."""
    small = np.asarray(picture.resize(_shape(largest, size), PIL.Image.Resampling.BOX), np.uint8)
    seen = np.lib.stride_tricks.sliding_window_view(small, COARSE[::-1])
    return _normal(seen.reshape(-1, *COARSE[::-1]))


def _best_apart(grid: Sequence[Place], worth: Vectors) -> list[int]:
    """The places of the grid that are worth most, none near another."""
    found: list[int] = []
    for at in np.argsort(-worth):
        if not any(_is_near(grid[at], grid[other], APART) for other in found):
            found.append(int(at))
        if len(found) == MOST_PLACES:
            break
    return found


def _normal(looks: NDArray[np.uint8]) -> Vectors:
    """Thumbnails as vectors whose products are correlations; without their margins."""
    height, width = looks.shape[1:]
    top, left = height // MARGIN, width // MARGIN
    flat = looks[:, top : height - top, left : width - left].reshape(len(looks), -1).astype(np.float32)
    flat -= flat.mean(1, keepdims=True)
    scaled: Vectors = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1.0)
    return scaled


def _fitted(pairs: Sequence[tuple[PIL.Image.Image, Page]], place: Place) -> Place:
    """The place moved and sized until each of these pages is seen best in its picture."""
    for size, steps in STEPS:
        drawn = _normal(np.stack([_shrunk(page.look, size) for _, page in pairs]))

        def alike(tried: Place, size: tuple[int, int] = size, drawn: Vectors = drawn) -> float:
            seen = _normal(np.stack([tried.cut(picture, size) for picture, _ in pairs]))
            return float((seen * drawn).sum())

        best = alike(place)
        for step in steps:
            place, best = _climbed(place, best, step, alike)
    return place


def _climbed(place: Place, best: float, step: float, worth: Callable[[Place], float]) -> tuple[Place, float]:
    """As far as steps of that length make it better."""
    while True:
        tried = [(worth(near), near) for near in _near(place, step)]
        score, near = max(tried, key=lambda each: each[0], default=(best, place))
        if score <= best + 1e-4:
            return place, best
        place, best = near, score


def _near(place: Place, step: float) -> list[Place]:
    """Moved in four directions, and larger or smaller at the same middle, within the picture."""
    larger = [(step, place.height * step / place.width), (-step, -place.height * step / place.width)]
    tried = [
        Place(place.left + right, place.top + down, place.width, place.height)
        for right, down in ((step, 0), (-step, 0), (0, step), (0, -step))
    ]
    tried += [
        Place(place.left - wide / 2, place.top - high / 2, place.width + wide, place.height + high)
        for wide, high in larger
    ]
    return [
        each
        for each in tried
        if min(each.left, each.top) >= -SLACK
        and max(each.left + each.width, each.top + each.height) <= 1 + SLACK
        and each.width >= NARROWEST
    ]


def _is_near(one: Place, other: Place, by: float = DISTINCT) -> bool:
    return all(
        abs(mine - theirs) < by
        for mine, theirs in ((one.left, other.left), (one.top, other.top), (one.width, other.width))
    )


def _shrunk(look: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    return np.asarray(PIL.Image.fromarray(look).resize(size, PIL.Image.Resampling.BOX), np.uint8)
