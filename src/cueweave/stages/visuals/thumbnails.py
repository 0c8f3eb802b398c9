"""What two small grey pictures have in common: what changed, what was added, what is gone."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import scipy  # its parts, which are large, load where they are used
from numpy.typing import NDArray

WIDTH, HEIGHT = 320, 180
CELL = 10
CELLS = (HEIGHT // CELL, WIDTH // CELL)
CHANGED_PIXEL = 28
"""Of 255: what compression alone does to a pixel stays below."""
CHANGED_IN_CELL = 5
"""Pixels of a cell's hundred: a digit of 30 lines in a 1080p picture has about 12."""
PLAIN = 24
"""Of 255, the most that brightness differs among the neighbours of a pixel that shows nothing."""
LEAST_INK = 6
"""Pixels that show something, for a cell to have content that can get lost."""
SAME_INK, LIKE_INK = 22.0, 0.6
"""Mean difference, and correlation where it was recoloured, up to which what a cell shows is still there."""
BARE = 5
"""Cells with content; a pointer lies over four at most."""

DRAWN_LEVELS, DRAWN_SHARE = 4, 0.4
"""So many of 128 levels of grey cover so much of a drawn picture."""
BLACK = 20
"""Brightness, of 255; as video black is 0 after conversion."""
ONE_COLOUR, PAPER_SHARE = 3, 0.4
"""Levels of grey around the median, and the least share of a cell and its neighbours within them."""

Value = TypeVar("Value", bound=np.generic)
Thumbnail = NDArray[np.uint8]
"""HEIGHT x WIDTH, grey."""
Cells = NDArray[np.bool_]
"""CELLS, which of the picture's cells are meant."""


def changed(before: Thumbnail, after: Thumbnail) -> Cells:
    """The cells in which something differs that one can see."""
    return _per_cell(_difference(before, after) > CHANGED_PIXEL) >= CHANGED_IN_CELL


def lost(before: Thumbnail, after: Thumbnail) -> Cells:
    """The cells whose content is gone: covered, replaced or wiped; neither added to nor recoloured."""
    ink = _steps(before) > PLAIN
    count = _per_cell(ink)
    some = np.maximum(count, 1)
    mean_before, mean_after = _per_cell(before * ink) / some, _per_cell(after * ink) / some
    deviation_before = (before - _spread(mean_before)) * ink
    deviation_after = (after - _spread(mean_after)) * ink
    product = _per_cell(deviation_before * deviation_after)
    norm = np.sqrt(_per_cell(deviation_before**2) * _per_cell(deviation_after**2)) + 1e-9
    apart = _per_cell(_difference(before, after) * ink) / some
    return (count >= LEAST_INK) & (apart > SAME_INK) & (product / norm < LIKE_INK)


def is_bare(thumbnail: Thumbnail, besides: Cells) -> bool:
    """Whether there is nothing to see outside those cells: a paper with at most a pointer on it.

    In a black picture, what hangs together with those cells (a camera's frame) isn't seen either.
    """
    content = _per_cell(_steps(thumbnail) > PLAIN) >= LEAST_INK
    if np.median(thumbnail) < BLACK:
        besides = scipy.ndimage.binary_propagation(besides, mask=besides | content)
    return int((content & ~besides).sum()) < BARE


def is_drawn(thumbnail: Thumbnail, besides: Cells) -> bool:
    """Whether it was drawn rather than filmed: a few levels of grey cover most of what lies outside those cells."""
    seen = thumbnail[~_spread(besides)]
    if seen.size == 0:
        return False
    levels = np.sort(np.bincount(seen >> 1, minlength=128))[::-1]
    return float(levels[:DRAWN_LEVELS].sum()) > DRAWN_SHARE * seen.size


def on_paper(thumbnail: Thumbnail, cells: Cells) -> Cells:
    """Which of those cells lie on a paper of one colour, as text and diagrams do; people and photos don't."""
    answer = np.zeros(CELLS, bool)
    padded = np.pad(thumbnail, CELL, mode="reflect").astype(np.int16)
    for row, column in np.argwhere(cells):
        patch = padded[row * CELL : (row + 3) * CELL, column * CELL : (column + 3) * CELL]
        answer[row, column] = (np.abs(patch - np.median(patch)) <= ONE_COLOUR).mean() >= PAPER_SHARE
    return answer


def sharpness(thumbnail: Thumbnail, besides: Cells) -> float:
    """How steep the edges are outside those cells, of 255."""
    steps = _steps(thumbnail)[~_spread(besides)]
    edges = steps[steps > PLAIN]
    return float(edges.mean()) if edges.size else 0.0


def means(thumbnail: Thumbnail) -> NDArray[np.float64]:
    """The brightness of each cell."""
    return _per_cell(thumbnail) / CELL**2


def around(cells: Cells, reach: int = 1) -> Cells:
    """Those cells and their neighbours so many cells away."""
    grown: Cells = scipy.ndimage.binary_dilation(cells, np.ones((3, 3), bool), iterations=reach)
    return grown


def _steps(thumbnail: Thumbnail) -> Thumbnail:
    """How much brightness differs among a pixel and its neighbours."""
    filters = scipy.ndimage
    steps: Thumbnail = filters.maximum_filter(thumbnail, 3) - filters.minimum_filter(thumbnail, 3)
    return steps


def _difference(before: Thumbnail, after: Thumbnail) -> NDArray[np.int16]:
    difference: NDArray[np.int16] = np.abs(before.astype(np.int16) - after)
    return difference


def _per_cell(pixels: NDArray[np.generic]) -> NDArray[np.float64]:
    """The sum over each cell."""
    rows, columns = CELLS
    lines = pixels.reshape(rows, CELL, WIDTH).sum(1, dtype=np.float32)  # two steps: twice as fast as both axes at once
    sums: NDArray[np.float64] = lines.reshape(rows, columns, CELL).sum(2, dtype=np.float64)
    return sums


def _spread(cells: NDArray[Value]) -> NDArray[Value]:
    """From one value a cell to one a pixel."""
    return cells.repeat(CELL, 0).repeat(CELL, 1)
