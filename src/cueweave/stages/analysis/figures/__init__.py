"""Charts and tables from the numbers that a speaker gives with their labels."""

from collections.abc import Sequence

from cueweave.domain.analysis import Passage, Text
from cueweave.stages.analysis.figures.detection import passages

__all__ = ["find_figures"]


def find_figures(text: Text, paragraphs: Sequence[tuple[int, int]]) -> list[Passage | None]:
    """For each paragraph (words `first` up to and without `stop`) the passage with a figure that begins in it.

    A passage may go on into the paragraphs that follow. Of several that begin in one paragraph the first is taken.
    """
    waiting = iter(passages(_parted(text), text.language))
    following = next(waiting, None)
    found: list[Passage | None] = []
    for first, stop in paragraphs:
        own = None
        while following is not None and following.first < stop:
            own = own or (following if following.first >= first else None)
            following = next(waiting, None)
        found.append(own)
    return found


def _parted(text: Text) -> list[str]:
    """The words, with a mark where a sentence ends without any: numbers and names go together within sentences."""
    words = [word.text for word in text.words]
    for sentence in text.sentences:
        if words[sentence.stop - 1][-1:].isalnum():
            words[sentence.stop - 1] += "…"
    return words
