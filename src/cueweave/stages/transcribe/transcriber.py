"""What a transcriber is."""

from collections.abc import Sequence
from typing import Protocol

from cueweave.domain.transcript import Report, Sound, Span, Utterance


class Transcriber(Protocol):
    """Hears words in a chunk of the sound."""

    def __call__(
        self, sound: Sound, speech: Sequence[Span], language: str | None, report: Report, /
    ) -> list[Utterance]:
        """What is said where somebody speaks, in order, inside the medium; nothing where no word is heard.

        `speech` holds the spans of one chunk; `language` (ISO 639-1) is what is spoken, None where nobody told.
        """
        ...
