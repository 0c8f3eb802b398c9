"""At which words another slide is seen."""

from bisect import bisect_left
from collections.abc import Sequence

from cueweave.domain.transcript import Word
from cueweave.domain.visuals import Visual


def scenes(words: Sequence[Word], slides: Sequence[Visual]) -> frozenset[int]:
    """Indices of the first words that begin after a slide has come; the first slide changes nothing."""
    starts = [word.start for word in words]
    found = (bisect_left(starts, slide.start) for slide in slides[1:])
    return frozenset(at for at in found if 0 < at < len(words))
