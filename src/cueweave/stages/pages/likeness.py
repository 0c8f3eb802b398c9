"""How alike each page and each picture from the video are, cell by cell, whatever covers a corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from cueweave.domain.progress import part
from cueweave.domain.transcript import Report
from cueweave.stages.pages.page import HEIGHT, WIDTH, Page
from cueweave.stages.pages.places import Place, find_places

CELL = 10
BLUR = 0.8
"""Pixels: what compression, and a place that is off by half a pixel, change."""
FLAT = 40.0
"""Length of the vector of a cell's 100 differences from its mean, below which it shows nothing."""
OWN = 4.0
"""How much more a cell counts in which pages differ than one that is the same on all of them."""
COVERED, ENOUGH = 0.35, 4
"""A cell is covered where it is less alike than this over the video, if so many pictures tell."""
MOST_COVERED = 0.3
"""Share of what pages show that a speaker may cover."""
SAMPLE = 16
"""Pictures by which places are found, spread over the video."""
ANOTHER = 0.08
"""By so much more alike must the sample be on the average for slides to stand at two places by turns."""
FINDING = 0.5
"""Share of the work until it is known where the slides stand."""

Floats = NDArray[np.float32]


def likeness(pictures: Sequence[PIL.Image.Image], pages: Sequence[Page], report: Report) -> Floats:
    """For each grey picture (rows) and page (columns): 1.0 the same, about 0.0 another. Pictures have one shape."""
    best = np.full((len(pictures), len(pages)), -1.0, np.float32)
    if not pictures:
        return best
    drawn = _Cells.of(np.stack([page.look for page in pages]))
    places = _likeliest_places(pictures, pages, drawn, part(report, 0.0, FINDING))
    for at, place in enumerate(places):
        done = FINDING + (1.0 - FINDING) * np.array([at, at + 1]) / len(places)
        best = np.maximum(best, _at(place, pictures, drawn, part(report, *map(float, done))))
    return best


def _likeliest_places(
    pictures: Sequence[PIL.Image.Image], pages: Sequence[Page], drawn: _Cells, report: Report
) -> list[Place]:
    """The one place that some pictures speak for most, and another if that explains many of them better."""
    sample = [pictures[round(at)] for at in np.linspace(0, len(pictures) - 1, min(SAMPLE, len(pictures)))]
    places = find_places(sample, pages, part(report, 0.0, 0.8))
    own = _own(drawn)
    alike = np.zeros((len(places), len(sample)), np.float32)
    for at, place in enumerate(places):
        looking = part(report, 0.8 + 0.2 * at / len(places), 0.8 + 0.2 * (at + 1) / len(places))
        alike[at] = _shares(_seen(place, sample), drawn, own, looking).max(1)
    first = int(alike.mean(1).argmax())
    both = np.maximum(alike[first], alike)
    second = int(both.mean(1).argmax())
    gained = both[second].mean() - alike[first].mean()
    return [places[first], places[second]] if gained > ANOTHER else [places[first]]


def _seen(place: Place, pictures: Sequence[PIL.Image.Image]) -> _Cells:
    return _Cells.of(np.stack([place.cut(picture, (WIDTH, HEIGHT)) for picture in pictures]))


@dataclass(frozen=True, slots=True)
class _Cells:
    """Thumbnails cut into cells."""

    units: Floats
    """Thumbnails x cells x pixels: each cell's vector has the length 1, or 0 where nothing is seen."""
    sizes: Floats
    """Thumbnails x cells: how long the vectors were."""

    @classmethod
    def of(cls, looks: NDArray[np.uint8]) -> _Cells:
        """Of so many thumbnails."""
        count = len(looks)
        soft = gaussian_filter(looks.astype(np.float32), (0, BLUR, BLUR))
        cut = soft.reshape(count, HEIGHT // CELL, CELL, WIDTH // CELL, CELL).transpose(0, 1, 3, 2, 4)
        cells = cut.reshape(count, -1, CELL * CELL)
        cells = cells - cells.mean(2, keepdims=True)
        sizes = np.linalg.norm(cells, axis=2)
        units = np.where(sizes[..., None] > FLAT, cells / np.maximum(sizes[..., None], 1e-6), np.float32(0.0))
        return cls(units.astype(np.float32), np.where(sizes > FLAT, sizes, 0.0).astype(np.float32))


def _at(place: Place, pictures: Sequence[PIL.Image.Image], pages: _Cells, report: Report) -> Floats:
    """The likeness where slides stand at this place."""
    seen = _seen(place, pictures)
    own = _own(pages)
    covered = _covered(seen, pages, _shares(seen, pages, own, part(report, 0.0, 0.5)).argmax(1))
    return _scores(seen, pages, own * ~covered, part(report, 0.5, 1.0))


def _own(pages: _Cells) -> Floats:
    """How much each cell counts: more where pages differ."""
    if len(pages.sizes) < 2:
        return np.ones(pages.sizes.shape[1], np.float32)
    usual = pages.units.mean(0)
    differs = 1.0 - np.linalg.norm(usual, axis=1) ** 2  # 0 where each page shows the same there
    return np.asarray(1.0 + OWN * np.clip(differs, 0.0, 1.0), np.float32)


def _scores(seen: _Cells, pages: _Cells, counts: Floats, report: Report) -> Floats:
    """Of each picture with each page: how alike the cells are in which either shows something."""
    scores = np.zeros((len(seen.units), len(pages.units)), np.float32)
    for at, (units, sizes) in enumerate(zip(seen.units, seen.sizes, strict=True)):
        report(at / len(scores))
        alike = np.einsum("pcx,cx->pc", pages.units, units)
        weight = np.sqrt(np.maximum(pages.sizes, sizes)) * counts
        scores[at] = (alike * weight).sum(1) / np.maximum(weight.sum(1), 1e-6)
    return scores


def _shares(seen: _Cells, pages: _Cells, counts: Floats, report: Report) -> Floats:
    """Of each page, how much is found in each picture, whatever else is seen there."""
    shares = np.zeros((len(seen.units), len(pages.units)), np.float32)
    weight = np.sqrt(pages.sizes) * counts
    whole = np.maximum(weight.sum(1), 1e-6)
    for at, units in enumerate(seen.units):
        report(at / len(shares))
        shares[at] = (np.einsum("pcx,cx->pc", pages.units, units) * weight).sum(1) / whole
    return shares


def _covered(seen: _Cells, pages: _Cells, best: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Cells that show something else than the page nearly all the time: the speaker, a clock, a logo."""
    alike = (seen.units * pages.units[best]).sum(2)
    inked = np.maximum(seen.sizes, pages.sizes[best]) > 0
    often = inked.sum(0) >= max(ENOUGH, len(best) // 3)
    mean = (alike * inked).sum(0) / np.maximum(inked.sum(0), 1)
    covered: NDArray[np.bool_] = often & (mean < COVERED)
    ink = pages.sizes[best].sum(0)
    return covered if ink[covered].sum() <= MOST_COVERED * ink.sum() else np.zeros_like(covered)
