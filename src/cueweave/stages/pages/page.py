"""A page of the slides that came as a PDF: its picture, its text, its tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cueweave.domain.visuals import Table

WIDTH, HEIGHT = 160, 90
"""Of the thumbnail by which a page is known; the page's own shape is in `ratio`."""

Look = NDArray[np.uint8]
"""HEIGHT x WIDTH, grey."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows and says."""

    number: int
    """From 1."""
    title: str
    text: str
    """All of it, in the order in which it is read; empty for a page that is a picture alone."""
    file: str
    """The name of its picture."""
    ratio: float
    """Width beside height."""
    look: Look
    tables: tuple[Table, ...] = ()
    tabular: float = 0.0
    """The share of its text that stands in tables."""
