"""Charts and tables from the numbers that a speaker gives with their labels."""

from collections.abc import Sequence

from cueweave.domain.analysis import Passage, Text
from cueweave.stages.analysis.figures.detection import passages

__all__ = ["find_figures"]


def find_figures(text: Text, paragraphs: Sequence[tuple[int, int]]) -> list[Passage | None]:
    """For each paragraph (words `first` up to and without `stop`) the passage with a figure that begins in it.

    A passage may go on into the paragraphs that follow. Of several that begin in one paragraph the first is taken.
    """
    waiting = iter(passages([word.text for word in text.words], text.language))
    following = next(waiting, None)
    found: list[Passage | None] = []
    for first, stop in paragraphs:
        own = None
        while following is not None and following.first < stop:
            own = own or (following if following.first >= first else None)
            following = next(waiting, None)
        found.append(own)
    return found
