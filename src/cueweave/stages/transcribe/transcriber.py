"""What a transcriber is."""

from collections.abc import Sequence
from typing import Protocol

from cueweave.domain.transcript import Cue, Report, Sound, Span


class Transcriber(Protocol):
    """Hears words in the sound where somebody speaks."""

    def __call__(self, sound: Sound, speech: Sequence[Span], report: Report) -> list[Cue]:
        """Cues in order, inside the medium. Raises NoSound where no word was heard."""
        ...
