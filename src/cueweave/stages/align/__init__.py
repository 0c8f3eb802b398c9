"""Alignment: the known words forced onto the sound.

Start at `forced.py`. To let the alignment of a language be better:
1. Its letters and their sounds are a table in `phones`, its numbers and signs an idiom in `spoken`.
2. Another engine follows `Aligner`: rough times in, exact times out; give it its row in `ALIGNERS`.
3. Test it with speech whose word times are known (`tests/stages/test_alignment_accuracy.py` shows how), and look at
   the language's rows of `make bench`.
4. Say in `docs/decisions` why it was taken, and what it costs.
"""

from collections.abc import Mapping
from functools import partial

from cueweave.stages.align.aligner import Aligner
from cueweave.stages.align.alone import losses
from cueweave.stages.align.forced import align_words

__all__ = ["Aligner", "aligner", "losses"]

ALIGNERS: Mapping[str, Aligner] = {}
"""By language (ISO 639-1): engines other than the one that serves all languages."""


def aligner(language: str | None) -> Aligner:
    """The aligner for a language (ISO 639-1). Text too short to tell its language is tried as English."""
    return ALIGNERS.get(language or "en") or partial(align_words, language=language or "en")
