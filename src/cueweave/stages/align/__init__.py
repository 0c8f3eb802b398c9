"""Aligners: the known words forced onto the sound.

To add one:
1. Write a file here with a function that follows `Aligner`: rough times in,
   exact times out.
2. Give it its row in `ALIGNERS`, under the language that it is for.
3. Test it with speech whose word times are known
   (`tests/stages/test_alignment_accuracy.py` shows how).
4. Say in `docs/decisions` why it was taken, and what it costs.
"""

from cueweave.stages.align.aligner import Aligner
from cueweave.stages.align.keep_spread import keep_spread
from cueweave.stages.align.pocketsphinx import align_english

__all__ = ["Aligner", "aligner"]

ALIGNERS: dict[str, Aligner] = {"en": align_english}


def aligner(language: str | None) -> Aligner:
    """The aligner for a language (ISO 639-1). Text too short to tell its language is tried as English."""
    return ALIGNERS.get(language or "en", keep_spread)
