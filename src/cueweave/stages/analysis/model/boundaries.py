"""The paragraphs of an answer, made fit to use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from cueweave.stages.analysis.model.draft import LONGEST_PARAGRAPH, Window


def ordered(numbers: Iterable[int], window: Window) -> list[int]:
    """Those sentences that lie in the window, each once, in order, with its first."""
    return sorted({window.first, *(number for number in numbers if number in window)})


def split_long(starts: Sequence[int], window: Window, cuts: Set[int]) -> list[int]:
    """The same paragraphs, those that are too long cut where `cuts` has it, else into equal parts."""
    bounds = [*starts, window.stop]
    return [start for first, stop in pairwise(bounds) for start in _split(first, stop, cuts)]


def _split(first: int, stop: int, cuts: Set[int]) -> Iterator[int]:
    if stop - first <= LONGEST_PARAGRAPH:
        yield first
        return
    inner = [cut for cut in range(first + 1, stop) if cut in cuts]
    for one, other in pairwise([first, *inner, stop]):
        parts = -(-(other - one) // LONGEST_PARAGRAPH)
        yield from (one + (other - one) * part // parts for part in range(parts))


def faults(numbers: Sequence[int], window: Window) -> Iterator[str]:
    """What is wrong with them, for the model, which counts from 1."""
    first, last = window.first + 1, window.stop
    if any(number not in window for number in numbers):
        yield f"paragraphs: the sentences are numbered {first} to {last}; there are no others."
    if list(numbers) != sorted(set(numbers)):
        yield "paragraphs: each number once, ascending."
    if window.first not in numbers:
        yield f"paragraphs: the first one begins with sentence {first}."
    for one, other in pairwise([*ordered(numbers, window), window.stop]):
        if other - one > LONGEST_PARAGRAPH:
            yield f"paragraphs: {one + 1} to {other} are more than {LONGEST_PARAGRAPH} sentences; begin one in between."
