"""Like `slow_ear`, but something in the middle of the sound kills the process that hears it."""

import os
import signal
from collections.abc import Sequence

from cueweave.domain.transcript import Report, Sound, Span, Utterance
from cueweave.pipeline import engines
from support.slow_ear import hear_slowly

DEADLY = Span(25.0, 35.0)


def hear_or_die(sound: Sound, speech: Sequence[Span], language: str | None, report: Report, /) -> list[Utterance]:
    """As `Transcriber` promises, mostly."""
    if any(DEADLY.start < span.start < DEADLY.end for span in speech):
        os.kill(os.getpid(), signal.SIGKILL)
    return hear_slowly(sound, speech, language, report)


vars(engines)["transcribe_english"] = hear_or_die
