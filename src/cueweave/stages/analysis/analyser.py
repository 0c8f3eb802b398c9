"""What every analyser does."""

from typing import Protocol

from cueweave.domain.analysis import Analysis, Text
from cueweave.domain.transcript import Report


class Analyser(Protocol):
    """From a text to its paragraphs and what belongs to them."""

    def __call__(self, text: Text, report: Report) -> Analysis:
        """Sections that cover all words of the text, in order; none begins or ends inside a sentence."""
