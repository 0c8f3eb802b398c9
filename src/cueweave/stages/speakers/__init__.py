"""Diarizers: who speaks when, told by voices. None works unless the operator names one.

To add one:
1. Write a file here with a function that follows `Diarizer`: sound and where somebody speaks in, turns out.
2. Let `diarizer` give it.
3. Test it with voices that differ in `tests/stages/speakers`.
4. Say in `docs/heard-words.md` what it needs.
"""

from functools import partial
from pathlib import Path

from cueweave.stages.speakers.diarizer import Diarizer
from cueweave.stages.speakers.sentences import speakers_of
from cueweave.stages.speakers.voiceprints import tell_voices

__all__ = ["Diarizer", "diarizer", "speakers_of"]


def diarizer(model: Path) -> Diarizer:
    """The diarizer that goes by voiceprints of this model."""
    return partial(tell_voices, model)
