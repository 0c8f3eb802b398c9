"""Transcribers: cues from the sound itself, for recordings without subtitles.

To add one:
1. Write a file here with a function that follows `Transcriber`: sound and its speech in, cues with times out.
2. Give it its name in `TRANSCRIBERS`.
3. Test it on real speech in `tests/stages/test_transcribe.py`.
4. Say in `docs/decisions` why it was taken, and what it costs.
"""

from cueweave.stages.transcribe.pocketsphinx import transcribe_english
from cueweave.stages.transcribe.transcriber import Transcriber

__all__ = ["Transcriber", "transcriber"]

TRANSCRIBERS: dict[str, Transcriber] = {"pocketsphinx": transcribe_english}


def transcriber(name: str) -> Transcriber:
    """The transcriber of that name; KeyError for a name that isn't in the table."""
    return TRANSCRIBERS[name]
