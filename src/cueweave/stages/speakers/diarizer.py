"""What a diarizer is."""

from collections.abc import Sequence
from typing import Protocol

from cueweave.domain.transcript import Report, Sound, Span
from cueweave.domain.voices import VoiceTurn


class Diarizer(Protocol):
    """Tells voices apart."""

    def __call__(self, sound: Sound, speech: Sequence[Span], report: Report, /) -> list[VoiceTurn]:
        """Turns in order, apart from one another, within speech; speakers are numbered as they come up."""
        ...
