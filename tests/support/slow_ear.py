"""An engine that hears a word in each stretch and takes as long as a test wants, instead of a core.

Loaded where children are forked from, it takes the real one's place.
"""

import time
from collections.abc import Sequence
from pathlib import Path

from cueweave.domain.transcript import Report, Sound, Span, Utterance, Word
from cueweave.pipeline import engines
from support.gate import Gate


def hear_slowly(_sound: Sound, speech: Sequence[Span], _language: str | None, _report: Report, /) -> list[Utterance]:
    """As `Transcriber` promises."""
    gate = Gate(Path.cwd().parents[1])
    while gate.is_shut:
        time.sleep(0.02)
    return [Utterance((Word("word", span.start, span.end, 0.5),)) for span in speech]


vars(engines)["transcribe_english"] = hear_slowly
