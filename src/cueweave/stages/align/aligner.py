"""What an aligner is."""

from collections.abc import Sequence
from typing import Protocol

from cueweave.domain.transcript import Alignment, Report, Sound, Span, Word


class Aligner(Protocol):
    """Takes words with rough times in the medium; gives the same words, in order, with better times."""

    def __call__(self, words: Sequence[Word], sound: Sound, speech: Sequence[Span], report: Report) -> Alignment:
        """Times never run backwards and stay inside the medium; `report` may raise to stop."""
        ...
