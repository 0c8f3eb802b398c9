"""How well found boundaries agree with true ones, in the field's measures.

A boundary is the index of the unit before which it stands, 1 to `count` - 1.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import accumulate


def pk(count: int, truth: Collection[int], found: Collection[int]) -> float:
    """Of all pairs of units half a mean segment apart, the share wrongly told to be together or apart; 0.0 is best.

    Beeferman, Berger and Lafferty, "Statistical models for text segmentation", Machine Learning 34 (1999).
    """
    true, told = _before(count, truth), _before(count, found)
    pairs = list(_pairs(count, truth))
    wrong = sum((true[one] == true[other]) != (told[one] == told[other]) for one, other in pairs)
    return wrong / len(pairs) if pairs else 0.0


def window_diff(count: int, truth: Collection[int], found: Collection[int]) -> float:
    """The share of the same pairs between which the number of boundaries is another one; 0.0 is best.

    Pevzner and Hearst, "A critique and improvement of an evaluation metric for text segmentation", Computational
    Linguistics 28 (2002).
    """
    true, told = _before(count, truth), _before(count, found)
    pairs = list(_pairs(count, truth))
    wrong = sum(true[other] - true[one] != told[other] - told[one] for one, other in pairs)
    return wrong / len(pairs) if pairs else 0.0


def boundary_f1(truth: Collection[int], found: Collection[int]) -> float:
    """Of boundaries at exactly the right place; 1.0 is best."""
    both = len(set(truth) & set(found))
    return 2 * both / (len(set(truth)) + len(set(found))) if truth or found else 1.0


def even(count: int, segments: int) -> list[int]:
    """Boundaries that cut the units into so many segments of the same length."""
    return sorted({round(count * part / segments) for part in range(1, segments)} - {0, count})


def _pairs(count: int, truth: Collection[int]) -> list[tuple[int, int]]:
    apart = max(round(count / (len(set(truth)) + 1) / 2), 2)
    return [(one, one + apart) for one in range(count - apart)]


def _before(count: int, boundaries: Collection[int]) -> list[int]:
    """How many boundaries stand before each unit or the one before it."""
    places = set(boundaries)
    return list(accumulate(int(unit in places) for unit in range(count)))
