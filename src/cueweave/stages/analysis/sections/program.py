"""The cheapest way to cut a row of units into runs: one dynamic program for chapters and paragraphs."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Costs = NDArray[np.float64]
"""Row by row the first unit of a run, column by column its length less one: what that run costs."""


def cheapest_runs(costs: Costs) -> list[int]:
    """Where the runs begin, in order; the first one at 0. No run is longer than the table is wide.

    What runs past the last unit is never taken, whatever its cost. Time is units times longest run.
    """
    count, longest = costs.shape
    best = np.full(count + longest + 1, np.inf)
    best[count] = 0.0
    lengths = np.ones(count, dtype=np.intp)
    for first in range(count - 1, -1, -1):
        totals = costs[first] + best[first + 1 : first + 1 + longest]
        shortest = int(totals.argmin())
        best[first] = totals[shortest]
        lengths[first] = shortest + 1
    begins = [0] if count else []
    while begins and (following := begins[-1] + int(lengths[begins[-1]])) < count:
        begins.append(following)
    return begins


def run_totals(values: NDArray[np.generic], longest: int) -> NDArray[np.float64]:
    """What the values of the units of each run sum up to, in the form of `Costs`; units past the last one have none."""
    count = len(values)
    sums = np.cumsum(values, dtype=float)
    before = np.concatenate([[0.0], sums, np.full(longest - 1, sums[-1])])
    totals: NDArray[np.float64] = sliding_window_view(before[1:], longest) - before[:count, None]
    return totals
