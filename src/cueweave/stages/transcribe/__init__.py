"""Transcribers: words from the sound itself, for recordings without subtitles.

To add one:
1. Write a file here with a function that follows `Transcriber`: sound and the speech of one chunk in, utterances out.
2. Give it its name in `TRANSCRIBERS`.
3. Test it on real speech in `tests/stages/transcribe`.
4. Say in `docs/decisions` why it was taken, and what it costs.
"""

from cueweave.stages.transcribe.chunks import Chunk, plan_chunks
from cueweave.stages.transcribe.pocketsphinx import transcribe_english
from cueweave.stages.transcribe.transcriber import Transcriber

__all__ = ["Chunk", "Transcriber", "plan_chunks", "transcriber"]

TRANSCRIBERS: dict[str, Transcriber] = {"pocketsphinx": transcribe_english}


def transcriber(name: str) -> Transcriber:
    """The transcriber of that name; KeyError for a name that isn't in the table."""
    return TRANSCRIBERS[name]
