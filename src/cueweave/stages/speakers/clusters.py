"""Voiceprints sorted by voice, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

APART = 0.5
"""Cosine distance, on average, from which two voices are two: what sherpa-onnx takes for the models that it offers."""
MOST = 2000
"""Voiceprints that are compared each with each, evenly chosen; the others go to the voice that is nearest. More would
take memory by the square."""
LEAST_SECONDS = 3.0
"""A voice that is heard for less is taken for the one that is nearest: a laugh, or two who speak at once."""

Prints = NDArray[np.float32]


def clusters(prints: Prints, seconds: Sequence[float]) -> list[int]:
    """For each voiceprint (a row) the number of its voice; the first voice that comes up is 0.

    `seconds` says how long each was listened to.
    """
    if len(prints) < 2:
        return [0] * len(prints)
    unit = prints / np.maximum(np.linalg.norm(prints, axis=1, keepdims=True), 1e-9)
    chosen = np.unique(np.linspace(0, len(unit) - 1, min(len(unit), MOST)).astype(int))
    found = fcluster(linkage(unit[chosen], "average", metric="cosine"), APART, "distance")
    centres = np.array([unit[chosen][found == label].mean(axis=0) for label in np.unique(found)])
    nearest = _nearest(unit, centres)
    heard = np.bincount(nearest, weights=np.asarray(seconds), minlength=len(centres))
    lasting = heard >= min(LEAST_SECONDS, heard.max())
    return _as_they_come(_nearest(unit, centres[lasting]))


def _nearest(unit: Prints, centres: NDArray[np.floating]) -> NDArray[np.intp]:
    lengths = np.maximum(np.linalg.norm(centres, axis=1), 1e-9)
    return np.asarray((unit @ centres.T / lengths).argmax(axis=1), np.intp)


def _as_they_come(labels: NDArray[np.intp]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(label), len(numbers)) for label in labels]
